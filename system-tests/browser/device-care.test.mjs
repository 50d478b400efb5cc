// Many devices at once, and the device's own settings, as an administrator does it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, CAMERA, check, devicesNamed, openPage, removeDevices, signIn, violations } from './support.mjs';

const ONVIF = process.env.LYNCEUS_ONVIF_URL;
const NAMES = ['Cared A', 'Cared B'];
const RENAMED = ['Hall 01', 'Hall 02'];
let page;
const dialog = () => page.getByRole('dialog');
const tick = (name) => page.getByRole('checkbox', { name: `Choose ${name}`, exact: true });

before(async () => {
  assert.ok(ONVIF, 'LYNCEUS_ONVIF_URL is not set');
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  for (const name of [...NAMES, ...RENAMED]) await removeDevices(page, name);
  for (const [i, name] of NAMES.entries()) {
    const url = ONVIF.replace(/\/\d+\//, `/${3 + i}/`);
    const added = await call(page, 'POST', '/api/v1/devices', { name, url, username: CAMERA.username, password: CAMERA.password });
    assert.equal(added.status, 201, JSON.stringify(added.body));
  }
  await page.goto('/devices');
});
after(async () => {
  for (const name of [...NAMES, ...RENAMED]) await removeDevices(page, name);
  await browser.close();
});

check('devices are chosen with Shift and renamed together', () => page, async () => {
  await tick(NAMES[0]).check();
  await tick(NAMES[1]).click({ modifiers: ['Shift'] });
  await page.getByText('2 devices chosen').first().waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Rename…' }).click();
  await dialog().getByRole('textbox').fill('Hall {n:2}');
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Enter');
  await tick(RENAMED[1]).waitFor();
  assert.equal((await devicesNamed(page, RENAMED[0])).length, 1);
});

check('a user and password are tried at each, with what became of it', () => page, async () => {
  await page.getByRole('button', { name: 'User and password…' }).click();
  await dialog().getByLabel('User name').fill(CAMERA.username);
  await dialog().getByLabel('Password').fill(CAMERA.password);
  await dialog().getByRole('button', { name: 'Try and store' }).click();
  await dialog().getByText('2 done, 0 not.').waitFor();
  assert.match(page.url(), /batch=/);
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${process.env.LYNCEUS_ARTIFACTS ?? 'target/browser'}/device-care-batch.png` });
  await page.keyboard.press('Escape');
});

check('an account of the device is made and removed on its page; the password is shown for a reason', () => page, async () => {
  const [device] = await devicesNamed(page, RENAMED[0]);
  await page.goto(`/devices/${device.id}`);
  await page.getByText('used by the center').waitFor();
  await page.getByRole('button', { name: 'Add account' }).click();
  await dialog().getByLabel('User name').fill('guard');
  await dialog().getByLabel('Password').fill('Guard-2026');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Delete account guard' }).click();
  await dialog().getByRole('button', { name: 'Delete' }).click();
  await dialog().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Delete account guard' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Network settings' }).click();
  await dialog().getByLabel('Host name').fill('hall');
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${process.env.LYNCEUS_ARTIFACTS ?? 'target/browser'}/device-care-network.png` });
  await dialog().getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('hall', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show password' }).click();
  await dialog().getByRole('textbox').fill('to open its own page');
  await page.keyboard.press('Enter');
  await dialog().getByText(CAMERA.password, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${process.env.LYNCEUS_ARTIFACTS ?? 'target/browser'}/device-care-page.png`, fullPage: true });
});

check('the schedule of clocks and weak passwords are in the menu; many are deleted after a question', () => page, async () => {
  await page.goto('/devices');
  await page.getByRole('button', { name: 'Many devices' }).click();
  await page.getByRole('menuitem', { name: 'Clocks of devices…' }).click();
  await dialog().getByText('Set clocks once a day').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Many devices' }).click();
  await page.getByRole('menuitem', { name: 'Choose devices with weak passwords' }).click();
  await page.getByText(/devices with weak passwords/).waitFor();
  await page.getByRole('button', { name: 'Clear choice' }).click();
  for (const name of RENAMED) await tick(name).check();
  await page.screenshot({ path: `${process.env.LYNCEUS_ARTIFACTS ?? 'target/browser'}/device-care-list.png` });
  await page.getByRole('button', { name: 'Delete…' }).click();
  await dialog().getByText(RENAMED[1]).waitFor();
  await dialog().getByRole('button', { name: 'Delete' }).click();
  await dialog().waitFor({ state: 'detached' }); // what lies behind an open dialog has no role
  await tick(RENAMED[1]).waitFor({ state: 'detached' });
  assert.equal((await devicesNamed(page, RENAMED[1])).length, 0);
});
