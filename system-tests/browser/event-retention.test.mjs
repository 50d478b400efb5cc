// How long events are kept: shown to all who see the page System, changed by who may, after saying what goes.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, check, eventually, OPERATOR, openPage, signIn, violations } from './support.mjs';

let page;
const stored = async () => (await call(page, 'GET', '/api/v1/event-retention')).body;
const put = async (days) => {
  const { version } = await stored();
  return call(page, 'PUT', '/api/v1/event-retention', { days }, { 'If-Match': `"${version}"` });
};
const SHOTS = process.env.LYNCEUS_ARTIFACTS;

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/system');
  assert.equal((await put(90)).status, 200);
  await page.reload();
});
after(async () => {
  await put(90);
  await browser.close();
});

check('the time is shown, and shortened after saying what goes', () => page, async () => {
  await page.getByText('Events are kept for 90 days.').waitFor();
  await page.getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Days').fill('5');
  assert.ok(await dialog.getByRole('button', { name: 'Save' }).isDisabled());
  await dialog.getByLabel('Days').fill('60');
  await dialog.getByText(/^Events of before \d{4}-\d\d-\d\d go within ten minutes/).waitFor();
  assert.deepEqual(await violations(page), []);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/event-retention-en.png` });
  await dialog.getByRole('button', { name: 'Keep fewer days' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Events are kept for 60 days.').waitFor();
  assert.equal((await stored()).days, 60);
});

check('who changes what was changed meanwhile is told', () => page, async () => {
  await page.getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog');
  await put(50);
  await dialog.getByLabel('Days').fill('70');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('alert').or(dialog.locator('.ly-notice')).first().waitFor();
  assert.equal((await stored()).days, 50);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await eventually('the newest is shown', async () => ((await page.getByText('Events are kept for 50 days.').count()) === 1 ? true : undefined));
});

check('in Chinese and on a phone, and nothing to change for an operator', () => page, async () => {
  const other = await openPage({ language: 'zh', viewport: { width: 390, height: 844 } });
  await signIn(other, OPERATOR, '/system');
  await other.getByText('事件保存 50 天。').waitFor();
  assert.equal(await other.getByRole('button', { name: '更改…' }).count(), 0);
  assert.deepEqual(await violations(other), []);
  if (SHOTS) await other.screenshot({ path: `${SHOTS}/event-retention-zh-390.png`, fullPage: true });
  await other.context().close();
});
