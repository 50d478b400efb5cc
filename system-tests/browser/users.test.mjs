// A user as an administrator makes him: signs in with the temporary password, chooses his own, does what his role allows, is disabled.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, BASE, browser, call, check, eventually, fillKeycloak, openPage, signIn, violations } from './support.mjs';

const NAME = 'browser-test-user';
const OWN_PASSWORD = 'Correct-horse-9-battery';
let page;
let his;
let password;
const dialog = () => page.getByRole('dialog');
const row = () => page.getByRole('row').filter({ hasText: NAME });
const removeUser = async () => {
  const { body } = await call(page, 'GET', `/api/v1/users?q=${NAME}`);
  for (const user of body.items) await call(page, 'DELETE', `/api/v1/users/${user.id}`, undefined, { 'If-Match': `"${user.version}"` });
};

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/users');
  await removeUser();
});
after(async () => {
  await removeUser();
  await browser.close();
});

check('a user is added with a role and gets a password that is shown once', () => page, async () => {
  await page.goto('/users');
  await page.getByRole('button', { name: 'Add user' }).click();
  await page.locator('#user-username').fill(NAME);
  await dialog().getByLabel('Operator', { exact: true }).check();
  await dialog().getByText('Watch live video').waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog().getByRole('button', { name: 'Add user' }).click();
  password = await page.getByTestId('password').innerText();
  await dialog().getByText('at least 12 characters').waitFor();
  await dialog().getByText('This policy is good.').waitFor();
  await dialog().getByRole('button', { name: 'Close' }).click();
  await row().getByText('must choose a password').waitFor();
  await row().getByText('Operator').waitFor();
  assert.deepEqual(await violations(page), []);
});

check('he signs in with it, must choose his own, and sees no page of administrators', () => page, async () => {
  his = await openPage();
  await his.goto('/live');
  await fillKeycloak(his, { name: NAME, password });
  await his.locator('#password-new').fill(OWN_PASSWORD);
  await his.locator('#password-confirm').fill(OWN_PASSWORD);
  await his.locator('[type="submit"]').click();
  await his.waitForURL((url) => url.origin === BASE);
  await his.locator('header .ly-brand').waitFor();
  assert.equal((await call(his, 'GET', '/api/v1/users')).status, 403);
  assert.notEqual((await call(his, 'GET', '/api/v1/channels')).body.items.length, 0);
});

check('disabled, he may nothing more at once', () => page, async () => {
  await page.reload();
  await row().getByRole('button', { name: `Actions for ${NAME}` }).click();
  await page.getByRole('menuitem', { name: 'Disable and sign out' }).click();
  await row().getByText('Disabled').waitFor();
  await eventually('his rights end', async () => {
    const { status, body } = await call(his, 'GET', '/api/v1/channels');
    return [401, 403].includes(status) || (status === 200 && body.items.length === 0);
  });
  await his.context().close();
});
