// Devices brought in by search and from a file, as an administrator does it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, CAMERA, check, devicesNamed, openPage, removeDevices, signIn, violations } from './support.mjs';

const ONVIF = process.env.LYNCEUS_ONVIF_URL;
const FOUND = 'Found by search';
const FILED = 'From a file';
let page;
const dialog = () => page.getByRole('dialog');

before(async () => {
  assert.ok(ONVIF, 'LYNCEUS_ONVIF_URL is not set');
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  for (const name of [FOUND, FILED]) await removeDevices(page, name);
});
after(async () => {
  for (const name of [FOUND, FILED]) await removeDevices(page, name);
  await browser.close();
});

check('a device that is found is ticked, named and added', () => page, async () => {
  await page.getByRole('button', { name: 'Find devices' }).click();
  const row = dialog().getByRole('row').filter({ has: page.getByRole('checkbox', { name: /^Choose Simulated camera 5\b/ }) });
  await row.getByRole('checkbox').check();
  await row.getByRole('textbox').fill(FOUND);
  await dialog().getByLabel('User name').fill(CAMERA.username);
  await dialog().getByLabel('Password').fill(CAMERA.password);
  assert.deepEqual(await violations(page), []);
  await dialog().getByRole('button', { name: 'Add 1 device' }).click();
  await dialog().getByText('1 added, 0 not.').waitFor();
  await dialog().getByRole('button', { name: 'Close' }).click();
  assert.equal((await devicesNamed(page, FOUND)).length, 1);
});

check('a file is judged first; broken rows are told and come back as a file', () => page, async () => {
  await page.goto('/devices?file=1');
  const rows = [`${FILED},${ONVIF.replace('/2/', '/4/')},${CAMERA.username},${CAMERA.password}`, 'No address,,u,p', 'Odd,ftp://x,u,p'];
  await dialog().getByLabel('CSV or XLSX file').setInputFiles({
    name: 'site.csv', mimeType: 'text/csv', buffer: Buffer.from(`Name,Address,User name,Password\n${rows.join('\n')}\n`),
  });
  await dialog().getByRole('button', { name: 'Check the rows' }).click();
  await dialog().getByText('1 rows can be added, 2 cannot.').waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog().getByRole('button', { name: 'Add 1 device' }).click();
  await dialog().getByText('1 added, 2 not.').waitFor();
  const download = page.waitForEvent('download');
  await dialog().getByRole('link', { name: 'Rows that were not added (CSV)' }).click();
  assert.match((await download).suggestedFilename(), /failed\.csv$/);
});
