// The editor of alarm schemes: events are found in the catalogue, by category and by name, in both languages.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, check, openPage, signIn, violations } from './support.mjs';

const SCHEME = 'Scheme of the browser test';
let page;
const schemes = async () => (await call(page, 'GET', '/api/v1/alarm-schemes')).body.items.filter((one) => one.name === SCHEME);
const removeSchemes = async () => {
  for (const scheme of await schemes()) {
    await call(page, 'DELETE', `/api/v1/alarm-schemes/${scheme.id}`, undefined, { 'If-Match': `"${scheme.version}"` });
  }
};

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/alarm-schemes');
  await removeSchemes();
});
after(async () => {
  await removeSchemes();
  await browser.close();
});

check('events of a scheme are chosen from the catalogue', () => page, async () => {
  await page.getByRole('button', { name: 'Add scheme' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(SCHEME);
  await dialog.getByRole('searchbox', { name: 'Find an event' }).fill('door');
  await dialog.getByRole('checkbox', { name: 'Door forced open' }).check();
  await dialog.getByRole('searchbox', { name: 'Find an event' }).fill('door forced');
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('searchbox', { name: 'Find an event' }).fill('nothing like it');
  await dialog.getByText('No event has this name.').waitFor();
  await dialog.getByRole('searchbox', { name: 'Find an event' }).fill('');
  await dialog.getByText('Alarm panels and attacks').click();
  await dialog.getByRole('checkbox', { name: 'Panic alarm' }).check();
  await dialog.getByText('Events: 2 chosen').waitFor();
  await dialog.getByText('Door forced open, Panic alarm').waitFor();
  await dialog.getByRole('checkbox', { name: 'The center itself' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual((await schemes()).map((one) => one.types), [['DOOR_FORCED', 'PANIC']]);
});
