// What can be on a map beside cameras: inputs and outputs with their states, outputs switched from there, zones of any outline.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { HEIGHT, plan, WIDTH } from './plan.mjs';
import { ADMIN, browser, call, CAMERA, check, eventually, openPage, OPERATOR, removeDevices, signIn, violations } from './support.mjs';

const MARK = 'Things on a map';
const NAME = 'Camera with contacts';
const NUMBER = 5;
const ROOT = '00000000-0000-7000-8000-000000000001';
const SIMULATOR = process.env.LYNCEUS_SIM_CONTROL;
let page;
let map;
let below;
let device;
const button = (name) => page.getByRole('button', { name, exact: true });
const panel = () => page.locator('.ly-map-panel');
const listed = (name) => page.locator('.ly-map-side .ly-side-list').getByRole('button', { name });
const relays = async () => (await fetch(`${SIMULATOR}/cameras/${NUMBER}/relays`)).json();
const markers = async () => (await call(page, 'GET', `/api/v1/maps/${map.id}/markers`)).body.markers;
const zone = async () => (await markers()).find((one) => one.kind === 'MAP');

async function removeMaps() {
  for (const one of (await call(page, 'GET', '/api/v1/maps')).body.items.filter(({ name, parentId }) => name.startsWith(MARK) && parentId === undefined)) {
    await call(page, 'DELETE', `/api/v1/maps/${one.id}?withBelow=true`, undefined, { 'If-Match': `"${one.version}"` });
  }
}

async function addMap(name, parentId) {
  const { status, body } = await call(page, 'POST', '/api/v1/maps', { name, siteId: ROOT, ...(parentId ? { parentId } : {}) });
  assert.equal(status, 201, JSON.stringify(body));
  const taken = await page.evaluate(async ([id, bytes]) => (await fetch(`/api/v1/maps/${id}/picture`, {
    method: 'PUT', body: new Uint8Array(bytes), headers: { 'Content-Type': 'application/octet-stream', 'If-Match': '"1"', 'X-Requested-With': 'lynceus' },
  })).status, [body.id, [...plan()]]);
  assert.equal(taken, 200);
  return body;
}

/** Where a place of the picture is on the screen. */
async function at(x, y) {
  const box = await page.locator('.leaflet-image-layer').boundingBox();
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}

async function save() {
  await button('Save').click();
  await button('Change markers').waitFor();
}

async function tellInput(state) {
  const { ok } = await fetch(`${SIMULATOR}/cameras/${NUMBER}/event`, { method: 'POST', body: `input 1 ${state}` });
  assert.ok(ok);
}

before(async () => {
  page = await openPage({ bypassCSP: true });
  await signIn(page, ADMIN, '/map');
  await removeMaps();
  await removeDevices(page, NAME);
  const added = await call(page, 'POST', '/api/v1/devices', { ...CAMERA, name: NAME, url: process.env.LYNCEUS_ONVIF_URL.replace('/onvif/2/', `/onvif/${NUMBER}/`) });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  device = added.body;
  map = await addMap(MARK);
  below = await addMap(`${MARK}, cellar`, map.id);
  await page.goto(`/map?id=${map.id}`);
  await button('Change markers').waitFor();
});
after(async () => {
  await removeMaps();
  await removeDevices(page, NAME);
  await browser.close();
});

check('inputs and outputs of a device are put on the map', () => page, async () => {
  await button('Change markers').click();
  await button('Put inputs, outputs…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Find a device…' }).fill(NAME);
  await page.getByRole('option', { name: NAME }).click();
  await dialog.getByRole('checkbox', { name: 'input-1' }).check();
  await dialog.getByRole('checkbox', { name: 'relay-1' }).check();
  await dialog.getByRole('checkbox', { name: 'relay-2' }).check();
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'Put 3 on the map' }).click();
  await dialog.waitFor({ state: 'detached' });
  await listed(/input-1/).click();
  await panel().getByLabel('Name on this map').fill('Gate');
  await listed(/relay-1/).click();
  await panel().getByLabel('Name on this map').fill('Siren');
  await page.locator('.ly-map-marker.ly-map-OUTPUT.ly-map-chosen').focus();
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await save();
  const [input] = (await markers()).filter((one) => one.kind === 'INPUT');
  assert.deepEqual([input.deviceId, input.part, input.label], [device.id, 'input-1', 'Gate']);
  const siren = (await markers()).find((one) => one.label === 'Siren');
  assert.deepEqual([siren.kind, siren.channelId, siren.part], ['OUTPUT', device.channels[0].id, 'relay-1']);
  assert.ok(Math.abs(siren.x - 0.65) < 0.001 && Math.abs(siren.y - 0.316) < 0.001, JSON.stringify(siren));
});

check('an input shows on the map what it says', () => page, async () => {
  await listed(/^Gate/).click();
  await panel().getByText('Online').waitFor();
  // What an input is when the center begins to listen is no event of it: it is switched until one is told.
  await eventually('the gate is active', async () => {
    for (const state of ['off', 'on']) await tellInput(state);
    return panel().getByText('Active', { exact: true }).waitFor({ timeout: 5_000 }).then(() => true, () => false);
  }, 60_000);
  await page.locator('.ly-map-INPUT.ly-map-active[title="Gate: Active"]').waitFor();
  await tellInput('off');
  await page.locator('.ly-map-INPUT[title="Gate: At rest"]').waitFor();
  assert.equal(await page.locator('.ly-map-INPUT.ly-map-active').count(), 0);
});

check('an output is switched from the map after a question', () => page, async () => {
  await listed(/^Siren/).click();
  await panel().getByRole('button', { name: 'On', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Switch Siren on?').waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await relays())['relay-1'], false);
  await panel().getByRole('button', { name: 'On', exact: true }).click();
  await dialog.getByRole('button', { name: 'On', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await eventually('the siren sounds', async () => (await relays())['relay-1']);
  await page.locator('.ly-map-OUTPUT.ly-map-active[title="Siren: Active"]').waitFor();
  await panel().getByRole('button', { name: 'Off', exact: true }).click();
  await dialog.getByRole('button', { name: 'Off', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await eventually('the siren is silent', async () => !(await relays())['relay-1']);
});

check('who may not switch outputs sees them and no switch', () => page, async () => {
  const roles = (await call(page, 'GET', '/api/v1/roles')).body.items;
  const role = roles.find((one) => one.id === '00000000-0000-7000-8000-000000000003');
  const set = (functions, version) => call(page, 'PUT', `/api/v1/roles/${role.id}`, { ...role, functions }, { 'If-Match': `"${version}"` });
  const { status, body } = await set(role.functions.filter((word) => word !== 'live.output'), role.version);
  assert.equal(status, 200, JSON.stringify(body));
  const other = await openPage({ bypassCSP: true });
  try {
    await signIn(other, OPERATOR, `/map?id=${map.id}`);
    await other.locator('.ly-map-side').getByRole('button', { name: /^Siren/ }).click();
    await other.getByText('You may not switch this output.').waitFor();
    assert.equal(await other.locator('.ly-map-panel').getByRole('button').count(), 0);
    assert.equal(await other.getByRole('button', { name: 'Change markers' }).count(), 0);
  } finally {
    await set(role.functions, body.version);
    await other.context().close();
  }
});

check('a zone gets its outline by points', () => page, async () => {
  await button('Change markers').click();
  await page.getByRole('combobox', { name: 'Put a way to a map…' }).fill('cellar');
  await page.getByRole('option', { name: below.name }).click();
  await panel().getByLabel('Name on this map').fill('Stairs');
  await button('Draw its outline').click();
  for (const [x, y] of [[0.6, 0.6], [0.9, 0.6], [0.9, 0.9], [0.7, 0.95]]) {
    const point = await at(x, y);
    await page.mouse.click(point.x, point.y, { delay: 20 });
  }
  await page.getByText('4 corners so far').waitFor();
  await button('Take the last one back').click();
  await page.getByText('3 corners so far').waitFor();
  assert.deepEqual(await violations(page), []);
  await button('Done').click();
  await save();
  const stored = await zone();
  assert.equal(stored.label, 'Stairs');
  assert.equal(stored.zone, undefined);
  const expected = [[0.6, 0.6], [0.9, 0.6], [0.9, 0.9]];
  assert.equal(stored.outline.length, 3);
  stored.outline.forEach(({ x, y }, i) => assert.ok(Math.abs(x - expected[i][0]) < 2 / WIDTH + 0.002 && Math.abs(y - expected[i][1]) < 2 / HEIGHT + 0.002, JSON.stringify(stored.outline)));
});

check('corners are added, moved and taken away by the keyboard', () => page, async () => {
  const before = (await zone()).outline;
  await button('Change markers').click();
  await listed(/^Stairs/).click();
  await page.getByRole('button', { name: 'New corner after corner 3' }).focus();
  await page.keyboard.press('Enter');
  const fourth = page.getByRole('button', { name: 'Corner 4', exact: true });
  await fourth.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  assert.ok(await fourth.evaluate((element) => element === document.activeElement), 'the corner keeps the focus');
  await page.getByRole('button', { name: 'Corner 1', exact: true }).focus();
  await page.keyboard.press('Delete');
  assert.deepEqual(await violations(page), []);
  await save();
  const outline = (await zone()).outline;
  assert.equal(outline.length, 3);
  assert.deepEqual(outline.slice(0, 2), before.slice(1));
  assert.ok(Math.abs(outline[2].x - ((before[0].x + before[2].x) / 2 - 0.012)) < 1e-6, JSON.stringify(outline));
});

check('the outline leads on, and its name stands beside its sign', () => page, async () => {
  await page.locator('.ly-map-name', { hasText: 'Stairs' }).waitFor();
  const [a, b, c] = (await zone()).outline;
  const inside = await at((a.x + b.x * 2 + c.x) / 4, (a.y + b.y * 2 + c.y) / 4);
  await page.mouse.click(inside.x, inside.y);
  await page.locator('.ly-map-tree').getByRole('button', { name: below.name }).and(page.locator('[aria-current=true]')).waitFor();
});

check('axe finds nothing, in Chinese and on a phone', () => page, async () => {
  await page.goto(`/map?id=${map.id}`);
  await listed(/^Siren/).click();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1, name: '电子地图' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize({ width: 390, height: 844 });
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.getByRole('button', { name: 'English' }).click();
});
