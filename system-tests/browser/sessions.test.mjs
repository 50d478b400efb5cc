// Who is online, somebody signed out by an administrator, and an account that may be signed in once.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, BASE, browser, call, check, fillKeycloak, openPage, signIn, violations } from './support.mjs';

const USER = { name: 'browser-test-online', password: 'Correct-horse-8-battery' };
const OPERATOR_ROLE = '00000000-0000-7000-8000-000000000003';
let page;
let his;
let account;
const row = () => page.getByRole('row').filter({ hasText: USER.name });
const told = (who, text) => who.getByRole('heading', { level: 1, name: text }).waitFor({ timeout: 10_000 });

async function removeUser() {
  const { body } = await call(page, 'GET', `/api/v1/users?q=${USER.name}`);
  for (const user of body.items) await call(page, 'DELETE', `/api/v1/users/${user.id}`, undefined, { 'If-Match': `"${user.version}"` });
}

/** Signs in with the first password and chooses his own. */
async function firstSignIn(password) {
  const first = await openPage();
  await first.goto('/live');
  await fillKeycloak(first, { name: USER.name, password });
  await first.locator('#password-new').fill(USER.password);
  await first.locator('#password-confirm').fill(USER.password);
  await first.locator('[type="submit"]').click();
  await first.waitForURL((url) => url.origin === BASE);
  await first.locator('.ly-link').getByText('Connected').waitFor();
  return first;
}

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/users');
  await removeUser();
  const added = await call(page, 'POST', '/api/v1/users', { username: USER.name, enabled: true, ptzLevel: 3, roleIds: [OPERATOR_ROLE] });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  account = added.body.user;
  his = await firstSignIn(added.body.password);
});
after(async () => {
  await removeUser();
  await browser.close();
});

check('who is online is listed with browser and address; one’s own session cannot be ended', () => page, async () => {
  await page.getByRole('navigation', { name: 'Users' }).getByRole('button', { name: 'Online' }).click();
  await row().getByText('127.0.0.1').waitFor();
  await row().getByText(/^Chrome \d+ on Linux$/).waitFor();
  const mine = page.getByRole('row').filter({ hasText: 'this session' });
  await mine.getByText(ADMIN.name, { exact: true }).waitFor();
  assert.equal(await mine.getByRole('button').count(), 0);
  assert.deepEqual(await violations(page), []);
});

check('whoever is signed out is told so at once, also after a reload, and signs in again', () => page, async () => {
  await row().getByRole('button', { name: `Sign out ${USER.name}` }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('his desk is empty');
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await row().waitFor({ state: 'detached' });
  await told(his, 'An administrator signed you out');
  assert.equal(await his.locator('video').count(), 0);
  assert.deepEqual(await violations(his), []);
  await his.reload();
  await told(his, 'An administrator signed you out');
  await his.getByRole('button', { name: 'Sign in again' }).click();
  await fillKeycloak(his, USER);
  await his.waitForURL((url) => url.origin === BASE && ['/live', '/overview'].includes(url.pathname));
  await his.locator('.ly-link').getByText('Connected').waitFor();
  assert.deepEqual(his.complaints, []);
  await page.goto('/audit');
  await page.getByRole('row').filter({ hasText: 'User signed out' }).filter({ hasText: 'his desk is empty' }).first().waitFor();
});

check('an account that may be signed in once stays where it signed in last', () => page, async () => {
  await page.goto(`/users?q=${USER.name}`);
  await row().getByRole('button', { name: `Actions for ${USER.name}` }).click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  await page.getByLabel('May be signed in more than once at a time').uncheck();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal((await call(page, 'GET', `/api/v1/users/${account.id}`)).body.manySessions, false);
  const there = await openPage();
  await signIn(there, USER, '/live');
  await told(his, 'You signed in elsewhere');
  await there.getByRole('button', { name: /^Account/ }).click();
  await there.getByText(/^Last sign-in \d{4}-\d\d-\d\d \d\d:\d\d:\d\d from 127\.0\.0\.1/).waitFor();
  assert.deepEqual(await violations(there), []);
  await his.getByRole('button', { name: 'Sign in again' }).click();
  await fillKeycloak(his, USER);
  await his.waitForURL((url) => url.origin === BASE && ['/live', '/overview'].includes(url.pathname));
  await told(there, 'You signed in elsewhere');
  await there.context().close();
});
