// A device that dials in: provided for by its id, seen coming, and one that knocked unknown and is added from there.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, CAMERA, check, openPage, removeDevices, signIn, violations } from './support.mjs';

const NAME = 'Behind a router';
const CONTROL = process.env.LYNCEUS_SIM_CONTROL;
const PORT = process.env.LYNCEUS_REGISTRATION_PORT;
const KNOWN = 'browser-nat-1';
const STRANGER = 'browser-stranger';
let page;
const dialog = () => page.getByRole('dialog');
const row = () => page.getByRole('row').filter({ hasText: NAME });

async function simulate(id, act, body = '') {
  const answer = await fetch(`${CONTROL}/registering/${id}/${act}`, { method: 'POST', body });
  assert.equal(answer.status, 200);
}

before(async () => {
  assert.ok(CONTROL && PORT, 'LYNCEUS_SIM_CONTROL or LYNCEUS_REGISTRATION_PORT is not set');
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  await removeDevices(page, NAME);
});
after(async () => {
  await simulate(KNOWN, 'remove');
  await simulate(STRANGER, 'remove');
  await removeDevices(page, NAME);
  await browser.close();
});

check('a device is provided for by its id and comes online when it dials in', () => page, async () => {
  await page.goto('/devices?add=1');
  await page.locator('#device-by-id').check();
  await page.locator('#device-name').fill(NAME);
  await page.locator('#device-url').fill('not an id/');
  await dialog().getByRole('button', { name: 'Add device' }).click();
  await dialog().getByText('Write 1 to 64 letters').waitFor();
  await page.locator('#device-url').fill(KNOWN);
  await page.locator('#device-username').fill(CAMERA.username);
  await page.locator('#device-password').fill(CAMERA.password);
  assert.deepEqual(await violations(page), []);
  await dialog().getByRole('button', { name: 'Add device' }).click();
  await dialog().waitFor({ state: 'detached' });
  await row().getByText('It has not dialled in yet').waitFor();
  await simulate(KNOWN, 'dial', `${PORT} ${CAMERA.username} ${CAMERA.password}`);
  await row().getByText('Online', { exact: true }).waitFor();
  await removeDevices(page, NAME);
});

check('an unknown device that knocked is added from the list', () => page, async () => {
  await simulate(STRANGER, 'dial', `${PORT} ${CAMERA.username} ${CAMERA.password}`);
  await page.goto('/devices?registration=1');
  const knock = dialog().getByRole('row').filter({ hasText: STRANGER });
  await knock.waitFor();
  assert.deepEqual(await violations(page), []);
  await knock.getByRole('button', { name: 'Add device' }).click();
  await page.locator('#device-by-id:checked').waitFor();
  assert.equal(await page.locator('#device-url').inputValue(), STRANGER);
  await page.locator('#device-name').fill(NAME);
  await page.locator('#device-username').fill(CAMERA.username);
  await page.locator('#device-password').fill(CAMERA.password);
  await dialog().getByRole('button', { name: 'Add device' }).click();
  await row().getByText('Online', { exact: true }).waitFor({ timeout: 30_000 });
});
