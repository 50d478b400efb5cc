// A device by ONVIF as an administrator adds it, and its camera moved from the live page, by pointer and by keys.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, CAMERA, check, devicesNamed, eventually, openPage, OPERATOR, removeDevices, signIn, violations } from './support.mjs';

const NAME = 'Moving camera';
const URL_OF_DEVICE = process.env.LYNCEUS_ONVIF_URL;
let page;
const pad = () => page.getByRole('group', { name: /^Move the camera/ });
const dialog = () => page.getByRole('dialog');
/** What the page ordered of the camera, newest last. */
const orders = [];

before(async () => {
  assert.ok(URL_OF_DEVICE, 'LYNCEUS_ONVIF_URL is not set');
  page = await openPage();
  page.on('response', (response) => {
    if (response.url().endsWith('/ptz/movement')) orders.push({ status: response.status(), ...response.request().postDataJSON() });
  });
  await signIn(page, ADMIN, '/devices');
  await removeDevices(page, NAME);
});
after(async () => {
  await removeDevices(page, NAME);
  await browser.close();
});

const lastOrder = () => orders.at(-1);
const still = (order) => order !== undefined && order.pan === 0 && order.tilt === 0 && order.zoom === 0;

check('a device is tested and added by its ONVIF address', () => page, async () => {
  await page.goto('/devices?add=1');
  await page.locator('#device-url').fill(URL_OF_DEVICE);
  await page.locator('#device-subUrl').waitFor({ state: 'detached' });
  await page.locator('#device-name').fill(NAME);
  await page.locator('#device-username').fill(CAMERA.username);
  await page.locator('#device-password').fill(CAMERA.password);
  await dialog().getByRole('button', { name: 'Test' }).click();
  await dialog().getByText('The device answers: Lynceus Simulated camera 1.0').waitFor();
  await dialog().getByText(/Sub stream/).waitFor();
  await dialog().getByText(/can be moved/).waitFor();
  await dialog().getByRole('button', { name: 'Add device' }).click();
  await dialog().waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: NAME }).getByText('Online', { exact: true }).waitFor();
});

check('the camera moves while a key of the pad is held and stops when it is let go', () => page, async () => {
  const [device] = await devicesNamed(page, NAME);
  await page.goto(`/live?n=1&c=${device.channels[0].id}`);
  await page.locator('video[data-status="playing"]').waitFor();
  await page.locator('.ly-pane').hover();
  await page.getByRole('button', { name: 'Move the camera', exact: true }).click();
  const key = pad().getByRole('button', { name: 'Right', exact: true });
  const right = await key.boundingBox();
  await pad().getByRole('button', { name: 'Picture', exact: false }).waitFor();
  assert.deepEqual(await key.boundingBox(), right, 'what the camera tells later does not move the keys');
  await page.mouse.move(right.x + 10, right.y + 10);
  await page.mouse.down();
  await eventually('the camera turns', () => lastOrder()?.status === 200 && lastOrder().pan === 0.5);
  await page.mouse.up();
  await eventually('the camera stops', () => still(lastOrder()));
  assert.deepEqual(await violations(page), []);
});

check('arrow keys and zoom keys move it, too, and the wall does not take them', () => page, async () => {
  await pad().getByRole('button', { name: 'Up', exact: true }).focus();
  orders.length = 0;
  await page.keyboard.down('ArrowLeft');
  await eventually('the camera turns left', () => lastOrder()?.pan === -0.5);
  await page.keyboard.up('ArrowLeft');
  await eventually('the camera stops', () => still(lastOrder()));
  await page.keyboard.down('+');
  await eventually('the camera comes closer', () => lastOrder()?.zoom === 0.5);
  await page.keyboard.up('+');
  await eventually('the camera stops', () => still(lastOrder()));
  assert.ok(orders.every((order) => order.status === 200));
});

check('a view is kept under a name and visited', () => page, async () => {
  await pad().getByLabel('Name of this view').fill('Front gate');
  await pad().getByRole('button', { name: 'Keep' }).click();
  const visited = page.waitForResponse((response) => response.url().endsWith('/ptz/position'));
  await pad().getByRole('combobox', { name: 'Presets' }).selectOption({ label: 'Front gate' });
  assert.equal((await visited).status(), 200);
});

check('an operator is told who has the camera', () => page, async () => {
  const [device] = await devicesNamed(page, NAME);
  const channel = device.channels[0].id;
  const held = await call(page, 'PUT', `/api/v1/channels/${channel}/ptz/hold`, { seconds: 120 });
  assert.equal(held.status, 200);
  const other = await openPage();
  await signIn(other, OPERATOR, '/live');
  await other.goto(`/live?n=1&c=${channel}`);
  await other.locator('video[data-status="playing"]').waitFor();
  await other.locator('.ly-pane').hover();
  await other.getByRole('button', { name: 'Move the camera', exact: true }).click();
  await other.getByRole('button', { name: 'Up', exact: true }).press('ArrowUp');
  await other.getByRole('alert').getByText('Somebody else has this camera now.').waitFor();
  await other.getByText(`${held.body.holder} (level 5) has it until`).waitFor();
  assert.equal(await other.getByLabel('Name of this view').count(), 0);
  await other.context().close();
});
