// The audit log in the browser: an act is found, shows what it changed, and the log is verified.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, check, openPage, signIn, violations } from './support.mjs';

const NAME = 'Audited group';
let page;
const groups = async () => (await call(page, 'GET', '/api/v1/volume-groups')).body.items.filter((group) => group.name.startsWith(NAME));
const removeGroups = async () => {
  for (const group of await groups()) {
    await call(page, 'DELETE', `/api/v1/volume-groups/${group.id}`, undefined, { 'If-Match': `"${group.version}"` });
  }
};

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/audit');
  await removeGroups();
  assert.equal((await call(page, 'POST', '/api/v1/volume-groups', { name: NAME })).status, 201);
});
after(async () => {
  await removeGroups();
  await browser.close();
});

check('an act is found by its words and shows what it changed', () => page, async () => {
  await page.goto(`/audit?q=${encodeURIComponent(NAME)}&action=recording.group.add`);
  const row = page.getByRole('row').filter({ hasText: NAME }).first();
  await row.getByText('Volume group added').waitFor();
  await row.getByText(ADMIN.name, { exact: true }).waitFor();
  assert.deepEqual(await violations(page), []);
  await row.getByRole('button').press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row').filter({ hasText: 'name' }).getByText(NAME).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

check('the time stands on the line of the words beside it', () => page, async () => {
  const row = page.getByRole('row').filter({ hasText: NAME }).first();
  const middles = await row.evaluate((element) => [0, 1].map((at) => {
    const range = document.createRange();
    range.selectNodeContents(element.cells[at]);
    const texts = [...range.getClientRects()].filter((box) => box.height > 0 && box.width > 0).at(-1);
    return (texts.top + texts.bottom) / 2;
  }));
  assert.ok(Math.abs(middles[0] - middles[1]) <= 1, `${middles}`);
});

check('the log is verified and exported as it is filtered', () => page, async () => {
  await page.getByRole('button', { name: 'Verify the log' }).click();
  await page.getByText(/^Intact: \d+ entries/).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export as CSV' }).click()]);
  assert.equal(download.suggestedFilename(), 'audit.csv');
});
