import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, check, ensureRecordedCamera, openPage, OPERATOR, signIn } from './support.mjs';

const [ONE, TWO, TOUR] = ['Browser test view one', 'Browser test view two', 'Browser test tour'];
let page;
let channel;

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  channel = await ensureRecordedCamera(page);
  await removeOld('live-tours');
  await removeOld('live-views');
});
after(() => browser.close());

async function removeOld(kind) {
  const { body } = await call(page, 'GET', `/api/v1/${kind}`);
  for (const item of body.items.filter((i) => i.name.startsWith('Browser test'))) await call(page, 'DELETE', `/api/v1/${kind}/${item.id}`);
}

async function save(name, shared) {
  await page.getByRole('button', { name: 'Views' }).waitFor();
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Save this wall as a view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Folder').fill('Browser tests');
  if (shared) await dialog.getByLabel('Everybody may see it').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}

check('a wall is saved and shown again', () => page, async () => {
  await page.goto(`/live?n=6&c=${channel}`);
  await page.locator('.ly-wall-6').waitFor();
  await save(ONE, true);
  await page.goto('/live?n=9&c=');
  await page.locator('.ly-wall-9').waitFor();
  await save(TWO, false);
  await page.keyboard.press('v');
  await page.getByText('Browser tests', { exact: true }).waitFor();
  await page.getByRole('menuitem', { name: new RegExp(ONE) }).click();
  await page.locator('.ly-wall-6').waitFor();
  await page.locator(`.ly-pane[data-channel="${channel}"]`).waitFor();
});

check('another user sees what is shared only', () => page, async () => {
  const operator = await openPage();
  await signIn(operator, OPERATOR, '/live');
  await operator.getByRole('button', { name: 'Views' }).click();
  await operator.getByRole('menuitem', { name: new RegExp(ONE) }).waitFor();
  assert.equal(await operator.getByRole('menuitem', { name: new RegExp(TWO) }).count(), 0);
  await operator.context().close();
});

check('a tour goes from view to view, stands and is turned', () => page, async () => {
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Manage views and tours' }).click();
  await page.getByRole('button', { name: 'Add tour' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add tour' });
  await dialog.getByLabel('Name').fill(TOUR);
  await dialog.getByLabel('View of step 1').selectOption({ label: ONE });
  await dialog.getByLabel('View of step 2').selectOption({ label: TWO });
  await dialog.getByLabel('Seconds of step 1').fill('3');
  await dialog.getByLabel('Seconds of step 2').fill('600');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog', { name: 'Manage views and tours' }).getByRole('button', { name: 'Close' }).last().click();
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: new RegExp(TOUR) }).click();
  const bar = page.getByRole('group', { name: `Tour ${TOUR}` });
  await bar.getByText(ONE).waitFor();
  await bar.getByText(TWO).waitFor();
  await page.locator('.ly-wall-9').waitFor();
  await bar.getByRole('button', { name: 'Pause the tour' }).click();
  await bar.getByRole('button', { name: 'Next view' }).click();
  await page.locator('.ly-wall-6').waitFor();
  await bar.getByRole('button', { name: 'Go on with the tour' }).waitFor();
  await bar.getByRole('button', { name: 'End the tour' }).click();
  await bar.waitFor({ state: 'detached' });
});

check('a view is renamed, its panes and its place in a tour stay', () => page, async () => {
  const manage = page.getByRole('dialog', { name: 'Manage views and tours' });
  const rename = async (from, to) => {
    await manage.getByRole('listitem').filter({ hasText: from }).getByRole('button', { name: 'Rename…' }).click();
    const dialog = page.getByRole('dialog', { name: `Edit ${from}` });
    await dialog.getByLabel('Name').fill(to);
    await page.keyboard.press('Enter');
    await manage.getByRole('listitem').filter({ hasText: to }).waitFor();
  };
  await page.goto('/live?n=9&c=');
  await page.locator('.ly-wall-9').waitFor();
  await page.getByRole('button', { name: 'Views' }).waitFor();
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Manage views and tours' }).click();
  await rename(ONE, `${ONE}, renamed`);
  await manage.getByRole('listitem').filter({ hasText: TOUR }).getByRole('button', { name: 'Edit' }).click();
  const step = page.getByLabel('View of step 1');
  assert.equal(await step.evaluate((select) => select.selectedOptions[0].text), `${ONE}, renamed`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await rename(`${ONE}, renamed`, ONE);
  await manage.getByRole('button', { name: 'Close' }).last().click();
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: new RegExp(ONE) }).click();
  await page.locator('.ly-wall-6').waitFor();
});

check('tours and views are removed', () => page, async () => {
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Manage views and tours' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of [TOUR, ONE, TWO]) {
    const item = dialog.getByRole('listitem').filter({ hasText: name });
    await item.getByRole('button', { name: 'Delete' }).click();
    await item.waitFor({ state: 'detached' });
  }
});
