// Geographic maps: tiles of a small server made here, cameras placed by degrees, pages that show nothing of any other origin.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { plan } from './plan.mjs';
import { ADMIN, browser, call, CAMERA, check, ensureRecordedCamera, eventually, openPage, signIn, violations } from './support.mjs';

const MARK = 'Geographic test';
const TILES = new URL(process.env.LYNCEUS_TILES);
const asked = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  response.writeHead(200, { 'Content-Type': 'image/png' }).end(plan());
});
let page;
let channel;
const button = (name) => page.getByRole('button', { name, exact: true });
const mapNamed = async () => (await call(page, 'GET', '/api/v1/maps')).body.items.find((one) => one.name === MARK);
const markers = async () => (await call(page, 'GET', `/api/v1/maps/${(await mapNamed()).id}/markers`)).body.markers;

async function removeMap() {
  const map = await mapNamed();
  if (map) await call(page, 'DELETE', `/api/v1/maps/${map.id}`, undefined, { 'If-Match': `"${map.version}"` });
}

before(async () => {
  await new Promise((resolve, reject) => server.once('error', reject).listen(Number(TILES.port), TILES.hostname, resolve));
  page = await openPage();
  await signIn(page, ADMIN, '/map');
  await removeMap();
  channel = await ensureRecordedCamera(page);
});
after(async () => {
  await removeMap();
  await browser.close();
  server.close();
});

check('a geographic map shows tiles of the server that is set', () => page, async () => {
  await button('Add map').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(MARK);
  await dialog.getByLabel('What it shows').selectOption('Geographic tiles');
  await dialog.getByLabel(/^Latitude/).fill('52.516280');
  await dialog.getByLabel(/^Longitude/).fill('13.377715');
  await dialog.getByLabel('Zoom at first').fill('17');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('img.leaflet-tile-loaded').first().waitFor();
  assert.ok(asked.includes('/tiles/17/70406/42987.png'), asked.join(' '));
  await page.getByText('Tiles of the test').waitFor();
  const map = await mapNamed();
  assert.deepEqual(map.start, { latitude: 52.51628, longitude: 13.377715, zoom: 17 });
});

check('a camera is placed by its degrees', () => page, async () => {
  await button('Change markers').click();
  await page.getByRole('combobox', { name: 'Put a camera…' }).fill(CAMERA.name);
  await page.getByRole('option', { name: CAMERA.name }).first().click();
  const panel = page.locator('.ly-map-panel');
  await panel.getByLabel(/^Latitude/).fill('52.517');
  await panel.getByLabel(/^Longitude/).fill('13.378');
  await panel.getByLabel('Shows where it looks').check();
  await panel.getByText('Reaches 50 m').waitFor();
  assert.deepEqual(await violations(page), []);
  await button('Save').click();
  await button('Change markers').waitFor();
  const [marker] = await markers();
  assert.equal(marker.channelId, channel);
  assert.ok(Math.abs(marker.x * 360 - 180 - 13.378) < 1e-6, JSON.stringify(marker));
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * marker.y))) * 180) / Math.PI;
  assert.ok(Math.abs(latitude - 52.517) < 1e-6, JSON.stringify(marker));
});

check('it is moved and zoomed by hand', () => page, async () => {
  asked.length = 0;
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await eventually('tiles of the next zoom', () => asked.some((one) => one.startsWith('/tiles/18/')));
  const before = asked.length;
  const box = await page.locator('.ly-map-room').boundingBox();
  await page.mouse.move(box.x + 500, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + 100, box.y + 100, { steps: 6 });
  await page.mouse.up();
  await eventually('further tiles', () => asked.length > before);
});

check('pictures of no other origin are shown, nor anything else of this one', () => page, async () => {
  const policy = (await page.request.get('/map')).headers()['content-security-policy'];
  assert.ok(policy.includes(`img-src 'self' data: blob: ${TILES.origin};`), policy);
  assert.equal(policy.split(TILES.origin).length, 2, policy);
  const shown = (url) => page.evaluate((src) => new Promise((resolve) => {
    const picture = new Image();
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
    picture.src = src;
  }), url);
  assert.equal(await shown(`${TILES.origin}/tiles/0/0/0.png`), true);
  assert.equal(await shown(`http://localhost:${TILES.port}/tiles/0/0/0.png`), false);
  assert.equal(page.complaints.length > 0, true);
  page.complaints.length = 0;
});

check('axe finds nothing, in Chinese too', () => page, async () => {
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1, name: '电子地图' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'English' }).click();
});
