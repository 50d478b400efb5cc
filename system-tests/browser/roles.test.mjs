// A role with one site, made on its page, and what the user who has it sees, plays, and does not get by guessing.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import {
  ADMIN, addCamera, BASE, browser, call, check, devicesNamed, ensureRecordedCamera, eventually, fillKeycloak, openPage, removeDevices, setRecording,
  signIn, violations,
} from './support.mjs';

const ROLE = 'Browser test guards';
const CAMERA = 'Browser role camera';
const SITE = 'Browser role site';
const USER = { name: 'browser-test-guard', password: 'Correct-horse-6-battery' };
let page;
let his;
let own;
let foreign;
let site;
const pictureOf = (who, channel) => who.locator(`.ly-pane[data-channel="${channel}"] video[data-status=playing]`);

async function removeAll() {
  const remove = async (path, thing) => call(page, 'DELETE', `${path}/${thing.id}`, undefined, { 'If-Match': `"${thing.version}"` });
  for (const user of (await call(page, 'GET', `/api/v1/users?q=${USER.name}`)).body.items) await remove('/api/v1/users', user);
  for (const role of (await call(page, 'GET', '/api/v1/roles')).body.items.filter((one) => one.name.startsWith(ROLE))) await remove('/api/v1/roles', role);
  await removeDevices(page, CAMERA);
  for (const one of (await call(page, 'GET', '/api/v1/sites')).body.items.filter((s) => s.name === SITE)) await remove('/api/v1/sites', one);
}

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  await removeAll();
  foreign = await ensureRecordedCamera(page);
  own = await addCamera(page, CAMERA, 4);
  await setRecording(page, own, true);
  const root = (await call(page, 'GET', '/api/v1/sites')).body.items[0];
  site = (await call(page, 'POST', '/api/v1/sites', { parentId: root.id, name: SITE })).body;
  const [device] = await devicesNamed(page, CAMERA);
  const moved = await call(page, 'POST', `/api/v1/sites/${site.id}/devices`, { deviceIds: [device.id] });
  assert.equal(moved.body.items[0].moved, true);
});
after(async () => {
  await removeAll();
  await browser.close();
});

check('a role with one site is made by the keyboard alone', () => page, async () => {
  await page.goto('/roles');
  await page.getByRole('button', { name: 'Add a role' }).focus();
  await page.keyboard.press('Enter');
  // Until the empty form has come, the field of this name is that of the role that was shown before.
  await page.getByLabel('Name', { exact: true }).and(page.locator(':enabled[value=""]')).focus();
  await page.keyboard.type(ROLE);
  await page.getByLabel('Name', { exact: true }).and(page.locator(`[value="${ROLE}"]`)).waitFor();
  for (const word of ['Watch live video', 'Play recordings']) {
    await page.getByLabel(word).focus();
    if (!(await page.getByLabel(word).isChecked())) await page.keyboard.press('Space');
  }
  await page.getByLabel('Only at these places').focus();
  await page.keyboard.press('Space');
  await page.getByText('No place is chosen').waitFor();
  await page.getByRole('combobox', { name: 'Add a site…' }).fill(SITE);
  await page.getByRole('option', { name: SITE }).first().click();
  await page.getByRole('button', { name: `Take ${SITE} out` }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Save', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Roles' }).getByRole('button', { name: ROLE }).and(page.locator('[aria-current=true]')).waitFor();
});

check('the built-in role of administrators cannot be changed, a copy of the operators’ can', () => page, async () => {
  const list = page.getByRole('navigation', { name: 'Roles' });
  await list.getByRole('button', { name: 'Administrator' }).click();
  await page.getByText('has everything and stays as it is').waitFor();
  assert.ok(await page.getByLabel('Name', { exact: true }).isDisabled());
  await list.getByRole('button', { name: 'Operator' }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).and(page.locator('[value="Operator (copy)"]')).waitFor();
  await page.getByLabel('Name', { exact: true }).fill(`${ROLE} 2`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await list.getByRole('button', { name: `${ROLE} 2` }).and(page.locator('[aria-current=true]')).waitFor();
  await page.getByRole('button', { name: 'Remove the role' }).click();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await list.getByRole('button', { name: `${ROLE} 2` }).waitFor({ state: 'detached' });
});

check('who has the role sees and watches his site’s camera only', () => page, async () => {
  const role = (await call(page, 'GET', '/api/v1/roles')).body.items.find((one) => one.name === ROLE);
  assert.deepEqual(role.functions.toSorted(), ['live.view', 'recording.play']);
  const added = await call(page, 'POST', '/api/v1/users', { username: USER.name, enabled: true, ptzLevel: 3, roleIds: [role.id] });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  his = await openPage();
  await his.goto('/live');
  await fillKeycloak(his, { name: USER.name, password: added.body.password });
  await his.locator('#password-new').fill(USER.password);
  await his.locator('#password-confirm').fill(USER.password);
  await his.locator('[type="submit"]').click();
  await his.waitForURL((url) => url.origin === BASE);
  await his.getByRole('treeitem').filter({ hasText: CAMERA }).first().waitFor();
  assert.equal(await his.getByText('Browser test camera').count(), 0);
  assert.deepEqual(await his.getByRole('navigation', { name: 'Main navigation' }).getByRole('link').allInnerTexts(), ['Overview', 'Live', 'Playback', 'Recording']);
  await his.goto(`/live?n=1&c=${own}`);
  await pictureOf(his, own).waitFor({ timeout: 30_000 });
  assert.deepEqual(await violations(his), []);
});

check('acts are offered where he may do them, and not at other devices and sites', () => page, async () => {
  const role = (await call(page, 'GET', '/api/v1/roles')).body.items.find((one) => one.name === ROLE);
  const functions = [...role.functions, 'device.read', 'device.configure', 'organisation.configure'];
  const root = (await call(page, 'GET', '/api/v1/sites')).body.items[0];
  const { id, version, name, functions: before, grants: where } = role;
  // At the root he may watch only; at his site everything the role has.
  const grants = [{ kind: 'SITE', objectId: root.id, functions: ['live.view', 'device.read'] }, { kind: 'SITE', objectId: site.id }];
  const widened = await call(page, 'PUT', `/api/v1/roles/${id}`, { name, functions, whole: false, grants }, { 'If-Match': `"${version}"` });
  assert.equal(widened.status, 200, JSON.stringify(widened.body));
  await his.goto(`/devices?q=${encodeURIComponent('Browser')}`);
  const row = (name) => his.getByRole('row').filter({ hasText: name });
  await row(CAMERA).getByRole('checkbox').waitFor();
  await row('Browser test camera').first().waitFor();
  assert.equal(await row('Browser test camera').first().getByRole('checkbox').count(), 0);
  await row('Browser test camera').first().getByRole('button', { name: /^Actions/ }).click();
  await his.getByRole('menuitem', { name: 'Details' }).waitFor();
  assert.equal(await his.getByRole('menuitem', { name: 'Delete' }).count(), 0);
  await his.keyboard.press('Escape');
  await his.goto(`/sites?id=${root.id}`);
  await his.getByRole('heading', { name: 'Devices here' }).waitFor();
  assert.equal(await his.getByRole('button', { name: 'Save', exact: true }).count(), 0);
  await his.goto(`/sites?id=${site.id}`);
  await his.getByRole('button', { name: 'Save', exact: true }).waitFor();
  const narrowed = (await call(page, 'GET', '/api/v1/roles')).body.items.find((one) => one.id === id);
  await call(page, 'PUT', `/api/v1/roles/${id}`, { name, functions: before, whole: false, grants: where }, { 'If-Match': `"${narrowed.version}"` });
});

check('a guessed id gives neither a picture nor a word about the camera', () => page, async () => {
  await his.goto(`/live?n=1&c=${foreign}`);
  await his.locator('.ly-link').getByText('Connected').waitFor();
  await his.locator('.ly-pane').first().waitFor();
  assert.equal(await pictureOf(his, foreign).count(), 0);
  assert.equal(await his.getByText('Browser test camera').count(), 0);
  const refused = await his.evaluate((url) => new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve('opened');
    socket.onclose = ({ code }) => resolve(code);
  }), `${BASE.replace(/^http/, 'ws')}/api/v1/channels/${foreign}/live`);
  assert.equal(refused, 1006);
  const now = Date.now();
  const range = `from=${new Date(now - 600_000).toISOString()}&to=${new Date(now).toISOString()}`;
  for (const path of ['', '/snapshot.jpg', `/timeline?${range}`, `/playback.m3u8?${range}`, '/live.m3u8']) {
    assert.equal((await his.evaluate(async (p) => (await fetch(p)).status, `/api/v1/channels/${foreign}${path}`)), 404, path);
  }
  await his.goto(`/playback?channel=${foreign}&t=${new Date(now - 30_000).toISOString()}`);
  await his.getByRole('heading', { level: 1, name: 'Playback' }).waitFor();
  await his.locator('.ly-link').getByText('Connected').waitFor();
  assert.equal(await his.locator('.ly-playback-picture[data-phase=ready]').count(), 0);
  assert.equal(await his.getByText('Browser test camera').count(), 0);
});

check('his own camera plays what was recorded', () => page, async () => {
  const span = await eventually('8 s are recorded', async () => {
    const now = Date.now();
    const { body } = await call(his, 'GET', `/api/v1/channels/${own}/timeline?from=${new Date(now - 600_000).toISOString()}&to=${new Date(now + 60_000).toISOString()}`);
    const last = body.spans?.at(-1);
    return last !== undefined && Date.parse(last.to) - Date.parse(last.from) > 8_000 ? last : undefined;
  }, 60_000);
  await his.goto(`/playback?channel=${own}&t=${new Date(Date.parse(span.from) + 1000).toISOString()}`);
  await his.locator('.ly-playback-picture[data-phase=ready]').waitFor({ timeout: 30_000 });
  assert.deepEqual(his.complaints, []);
});
