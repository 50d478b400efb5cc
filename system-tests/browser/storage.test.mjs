import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, check, ensureRecordedCamera, eventually, openPage, OPERATOR, signIn } from './support.mjs';

let page;
before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  await ensureRecordedCamera(page);
});
after(() => browser.close());

check('a volume tells how it is', () => page, async () => {
  await page.goto('/storage');
  const volume = page.locator('.ly-volume').first();
  await volume.getByText('Ready').waitFor();
  const { body } = await call(page, 'GET', '/api/v1/volumes');
  await volume.getByText(body.items[0].directory).waitFor();
  await volume.getByRole('img', { name: /recordings/ }).waitFor();
});

check('a check runs as a job and finds nothing', () => page, async () => {
  const newest = async () => (await call(page, 'GET', '/api/v1/jobs?kind=CHECK')).body.items[0];
  const before = (await newest())?.id;
  await page.goto('/storage');
  await page.getByRole('button', { name: /^Actions for/ }).first().click();
  await page.getByRole('menuitem', { name: /^Check Compares/ }).click();
  const job = await eventually('the check is done', async () => {
    const found = await newest();
    return found !== undefined && found.id !== before && found.state === 'SUCCEEDED' ? found : undefined;
  }, 60_000);
  assert.equal(job.check.count, 0, JSON.stringify(job.check.findings));
  await page.getByRole('region', { name: 'Checks' }).getByText(/^Clean/).first().waitFor();
});

check('a group is added and removed', () => page, async () => {
  const name = `Browser test group ${Date.now()}`;
  await page.goto('/storage');
  await page.getByLabel('Name of the group').fill(name);
  await page.keyboard.press('Enter');
  const group = page.getByRole('listitem').filter({ hasText: name });
  await group.getByRole('button', { name: 'Delete' }).click();
  await group.waitFor({ state: 'detached' });
});

check('an operator sees storage and changes nothing', () => page, async () => {
  const operator = await openPage();
  await signIn(operator, OPERATOR, '/storage');
  await operator.locator('.ly-volume').first().getByText('Ready').waitFor();
  assert.equal(await operator.getByRole('button', { name: /Add volume|Actions for|Add group/ }).count(), 0);
  await operator.context().close();
});
