import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, CAMERA, check, devicesNamed, openPage, removeDevices, signIn } from './support.mjs';

let page;
const dialog = () => page.getByRole('dialog');
const IDS = { Name: 'name', Address: 'url', 'User name': 'username', Password: 'password' };
const field = (label) => dialog().locator(`#device-${IDS[label]}`);
const fill = async (fields) => {
  for (const [label, value] of Object.entries(fields)) await field(label).fill(value);
};
const camera = { Name: CAMERA.name, Address: CAMERA.url, 'User name': CAMERA.username, Password: CAMERA.password };
const row = () => page.getByRole('row').filter({ hasText: CAMERA.name });

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  await removeDevices(page, CAMERA.name);
  await page.goto('/devices?add=1');
});
after(() => browser.close());

/** What the field is told, read where a screen reader finds it. */
async function toldAt(label) {
  const help = dialog().locator(`[id="${await field(label).getAttribute('aria-describedby')}"]`);
  await help.locator('.pf-m-error').waitFor();
  return (await help.textContent()).trim();
}

check('a wrong password is told at the password', () => page, async () => {
  await fill({ ...camera, Password: `${CAMERA.password}x` });
  await dialog().getByRole('button', { name: 'Test' }).click();
  assert.match(await toldAt('Password'), /User name or password is wrong/);
});

check('an address where nothing listens is told at the address', () => page, async () => {
  await fill({ ...camera, Address: 'rtsp://127.0.0.1:9/nothing' });
  await dialog().getByRole('button', { name: 'Test' }).click();
  assert.match(await toldAt('Address'), /Connection refused/);
});

check('a server that is not RTSP is told at the address', () => page, async () => {
  const { host } = new URL(page.url());
  await fill({ ...camera, Address: `rtsp://${host}/` });
  await dialog().getByRole('button', { name: 'Test' }).click();
  assert.match(await toldAt('Address'), /not an RTSP server/);
});

check('a stream that does not exist is told at the address', () => page, async () => {
  await fill({ ...camera, Address: `${new URL(CAMERA.url).href.replace(/\/[^/]*$/, '')}/no-such-stream` });
  await dialog().getByRole('button', { name: 'Add device' }).click();
  assert.match(await toldAt('Address'), /no stream at this path/);
});

check('nothing of that was stored', () => page, async () => assert.deepEqual(await devicesNamed(page, CAMERA.name), []));

check('what is typed wrongly is told without asking the server', () => page, async () => {
  await fill({ Name: '', Address: '192.0.2.1', 'User name': '', Password: '' });
  await dialog().getByRole('button', { name: 'Add device' }).click();
  assert.match(await toldAt('Name'), /Give the device a name/);
  assert.match(await toldAt('Address'), /begins with rtsp/);
});

check('a camera is tested, added by keyboard and comes online', () => page, async () => {
  await fill(camera);
  await dialog().getByRole('button', { name: 'Test' }).click();
  await dialog().getByText(/The (camera|device) answers/).waitFor();
  await dialog().getByText(/Main stream/).waitFor();
  await field('Password').press('Enter');
  await dialog().waitFor({ state: 'detached' });
  await row().getByText('Online', { exact: true }).waitFor();
  await row().getByText(/H264 \d+×\d+/).waitFor();
});

check('recording is switched on and runs', () => page, async () => {
  const toggle = row().getByRole('switch');
  if (await toggle.isChecked()) await toggle.press('Space');
  await toggle.focus();
  await page.keyboard.press('Space');
  await row().getByText('Recording', { exact: true }).waitFor({ timeout: 30_000 });
  const [device] = await devicesNamed(page, CAMERA.name);
  const { body } = await call(page, 'GET', `/api/v1/channels/${device.channels[0].id}/recording`);
  assert.equal(body.enabled, true);
});

check('the event log shows that it came online', () => page, async () => {
  await row().getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Event log' }).click();
  await dialog().getByRole('cell', { name: 'Came online' }).first().waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

check('renaming asks nothing else', () => page, async () => {
  await row().getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await fill({ Name: `${CAMERA.name} renamed` });
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().waitFor({ state: 'detached' });
  await page.getByRole('link', { name: `${CAMERA.name} renamed` }).waitFor();
});

check('a change somebody else made meanwhile is not overwritten', () => page, async () => {
  await row().getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const [device] = await devicesNamed(page, `${CAMERA.name} renamed`);
  const theirs = await call(page, 'PATCH', `/api/v1/devices/${device.id}`, { name: CAMERA.name }, { 'If-Match': `"${device.version}"` });
  assert.equal(theirs.status, 200);
  await fill({ Name: 'Mine' });
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().getByText(/Somebody else changed it meanwhile/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: CAMERA.name, exact: true }).waitFor();
});

check('deleting asks first', () => page, async () => {
  const second = await call(page, 'POST', '/api/v1/devices', { ...CAMERA, name: 'Camera to delete' });
  assert.equal(second.status, 201);
  await page.goto('/devices?q=to+delete');
  await page.getByRole('button', { name: 'Actions for Camera to delete' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog().getByText(/stays on the volumes/).waitFor();
  await dialog().getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No device matches “to delete”.').waitFor();
  assert.deepEqual(await devicesNamed(page, 'Camera to delete'), []);
});
