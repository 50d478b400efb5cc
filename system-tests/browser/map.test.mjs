// E-maps: a floor plan is added, a camera is put on it and dragged, watched from there, an area is watched, a zone leads on.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { HEIGHT, plan, WIDTH } from './plan.mjs';
import { ADMIN, browser, call, CAMERA, check, ensureRecordedCamera, eventually, openPage, setRecording, signIn, violations } from './support.mjs';

const MARK = 'Browser map';
let page;
let channel;
const room = () => page.locator('.ly-map-room');
const pin = () => page.locator('.ly-map-marker.ly-map-CHANNEL');
/** Markers are drawn anew when something of them changes, so one that was there may be gone for a moment. */
const placeOfPin = () => eventually('the camera on the map', () => pin().boundingBox());
const button = (name) => page.getByRole('button', { name, exact: true });

async function removeMaps() {
  const { body } = await call(page, 'GET', '/api/v1/maps');
  for (const map of body.items.filter((one) => one.name.startsWith(MARK) && !body.items.some((up) => up.id === one.parentId))) {
    const { status } = await call(page, 'DELETE', `/api/v1/maps/${map.id}?withBelow=true`, undefined, { 'If-Match': `"${map.version}"` });
    assert.equal(status, 204);
  }
}

async function addMap(name, parent) {
  await button('Add map').click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.locator('input[type=file]').setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: plan() });
  if (parent !== undefined) await page.getByLabel('Below').selectOption({ label: parent });
  await button('Save').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.ly-map-tree').getByRole('button', { name }).and(page.locator('[aria-current=true]')).waitFor();
  await page.waitForFunction(() => document.querySelector('.leaflet-image-layer')?.naturalWidth > 0);
}

const mapNamed = async (name) => (await call(page, 'GET', '/api/v1/maps')).body.items.find((one) => one.name === name);
const markersOf = async (name) => (await call(page, 'GET', `/api/v1/maps/${(await mapNamed(name)).id}/markers`)).body.markers;

before(async () => {
  page = await openPage({ bypassCSP: true });
  await signIn(page, ADMIN, '/map');
  await removeMaps();
  channel = await ensureRecordedCamera(page);
  await page.reload();
  await button('Add map').waitFor();
});
after(async () => {
  await removeMaps();
  await browser.close();
});

check('a floor plan is added with its picture', () => page, async () => {
  await addMap(`${MARK} ground`);
  const map = await mapNamed(`${MARK} ground`);
  assert.deepEqual([map.picture.width, map.picture.height, map.picture.type], [WIDTH, HEIGHT, 'image/png']);
});

check('what is no picture is refused in words, and the form stays', () => page, async () => {
  await button('Change map').click();
  await page.locator('input[type=file]').setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
  await button('Save').click();
  await page.getByRole('dialog').getByRole('alert').getByText(/PNG or JPEG/).waitFor();
  await button('Cancel').click();
});

check('a camera is put on the map, dragged to its place and kept there', () => page, async () => {
  await button('Change markers').click();
  await page.getByRole('combobox', { name: 'Put a camera…' }).fill(CAMERA.name);
  await page.getByRole('option', { name: CAMERA.name }).first().click();
  await pin().waitFor();
  const from = await placeOfPin();
  await page.mouse.move(from.x + 14, from.y + 14);
  await page.mouse.down();
  await page.mouse.move(from.x - 186, from.y + 110, { steps: 8 });
  await page.mouse.up();
  await page.getByLabel('Shows where it looks').check();
  await page.locator('.ly-map-sight').waitFor();
  await button('Save').click();
  await button('Change markers').waitFor();
  const [marker] = await markersOf(`${MARK} ground`);
  assert.equal(marker.channelId, channel);
  assert.ok(marker.x < 0.4 && marker.y > 0.6, JSON.stringify(marker));
  assert.deepEqual(marker.sight, { angle: 0, arc: 90, reach: 0.1 });
  await page.reload();
  await pin().waitFor();
});

check('a camera is watched from the map', () => page, async () => {
  await pin().click();
  const panel = page.locator('.ly-map-panel');
  await panel.getByRole('heading', { name: CAMERA.name }).waitFor();
  await panel.getByText('Online').waitFor();
  await panel.getByRole('link', { name: 'Live' }).click();
  await page.waitForURL((url) => url.pathname === '/live' && url.searchParams.get('c') === channel);
  await page.goBack();
  await pin().waitFor();
});

check('a camera pulses while its alarm waits, and the alarm is taken from the map', () => page, async () => {
  const { status, body: scheme } = await call(page, 'POST', '/api/v1/alarm-schemes', {
    name: `${MARK} alarms`, enabled: true, priority: 'HIGH', templateId: '00000000-0000-7000-8000-000000000001', sources: [{ kind: 'CHANNEL', objectId: channel }],
    types: ['RECORDING_STARTED'], mergeSeconds: 0, capSeconds: 600, delayOnSeconds: 0, delayOffSeconds: 0, toRoles: [], toUsers: [],
  });
  assert.equal(status, 201, JSON.stringify(scheme));
  try {
    await setRecording(page, channel, false);
    await setRecording(page, channel, true);
    await page.locator('.ly-map-marker.ly-map-alarmed').waitFor({ timeout: 60_000 });
    await pin().click();
    const panel = page.locator('.ly-map-panel');
    await panel.getByText('High').waitFor();
    assert.deepEqual(await violations(page), []);
    await panel.getByRole('button', { name: 'Acknowledge' }).click();
    await panel.getByRole('button', { name: 'Acknowledge' }).waitFor({ state: 'detached' });
  } finally {
    const waiting = (await call(page, 'GET', `/api/v1/alarms?schemeId=${scheme.id}`)).body.items.map((one) => one.id);
    await call(page, 'DELETE', `/api/v1/alarm-schemes/${scheme.id}`, undefined, { 'If-Match': '"1"' });
    if (waiting.length > 0) await call(page, 'POST', '/api/v1/alarms/bulk', { ids: waiting, act: 'RESOLVE' });
  }
});

check('the cameras of an area are watched together', () => page, async () => {
  await button('Watch an area').click();
  const box = await placeOfPin();
  await page.mouse.move(box.x - 40, box.y - 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL((url) => url.pathname === '/live' && url.searchParams.get('c') === channel);
  await page.goBack();
  await pin().waitFor();
});

check('a zone leads to a map below, by the keyboard too', () => page, async () => {
  await addMap(`${MARK} cellar`, `${MARK} ground`);
  await page.locator('.ly-map-tree').getByRole('button', { name: `${MARK} ground` }).click();
  await button('Change markers').click();
  await page.getByRole('combobox', { name: 'Put a way to a map…' }).fill('cellar');
  await page.getByRole('option', { name: `${MARK} cellar` }).click();
  await button('Save').click();
  await button('Change markers').waitFor();
  const way = page.locator('.ly-map-marker.ly-map-MAP');
  await way.focus();
  await page.keyboard.press('Enter');
  await page.locator('.ly-map-tree').getByRole('button', { name: `${MARK} cellar` }).and(page.locator('[aria-current=true]')).waitFor();
});

check('axe finds nothing, in English and Chinese', () => page, async () => {
  await page.locator('.ly-map-tree').getByRole('button', { name: `${MARK} ground` }).click();
  await pin().click();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1, name: '电子地图' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'English' }).click();
});

check('a map goes with what is below it when that is said', () => page, async () => {
  await button('Delete map').click();
  await page.getByRole('dialog').getByText('one map below it').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' }); // what lies behind an open dialog has no role
  await page.locator('.ly-map-tree').getByRole('button', { name: `${MARK} ground` }).waitFor({ state: 'detached' });
  assert.equal(await mapNamed(`${MARK} cellar`), undefined);
});
