import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, BASE, browser, check, fillKeycloak, openPage, OPERATOR, signIn } from './support.mjs';

let page;
before(async () => {
  page = await openPage();
});
after(() => browser.close());

check('without a session the address asked for opens after sign-in through Keycloak', () => page, async () => {
  await page.goto('/devices?q=nothing-has-this-name');
  await page.waitForURL((url) => url.pathname.includes('/protocol/openid-connect/auth'));
  await fillKeycloak(page, ADMIN);
  await page.waitForURL(`${BASE}/devices?q=nothing-has-this-name`);
  await page.getByRole('heading', { level: 1, name: 'Devices' }).waitFor();
});

check('a session that ends leaves the page and comes back in a window beside it', () => page, async () => {
  await page.goto('/system');
  await page.getByRole('heading', { name: 'Nodes and services' }).waitFor();
  await page.context().clearCookies();
  const bar = page.getByRole('alert').filter({ hasText: 'The page stays as it is' });
  await bar.waitFor({ timeout: 40_000 });
  assert.equal(new URL(page.url()).pathname, '/system');
  assert.ok(await page.getByRole('heading', { name: 'Nodes and services' }).isVisible());

  const [beside] = await Promise.all([page.waitForEvent('popup'), bar.getByRole('button', { name: 'Sign in again' }).click()]);
  const closed = beside.waitForEvent('close');
  await fillKeycloak(beside, ADMIN);
  await closed;
  await bar.waitFor({ state: 'detached' });
  await page.locator('.ly-link').getByText('Connected').waitFor();
});

check('all tabs share one event stream, and it outlives the tab that reads it', () => page, async () => {
  const streams = [];
  const context = page.context();
  context.on('request', (request) => new URL(request.url()).pathname === '/api/v1/stream' && streams.push(request));
  const connected = (tab) => tab.locator('.ly-link').getByText('Connected').waitFor();
  const other = await context.newPage();
  await other.goto('/devices');
  await connected(other);
  assert.equal(streams.length, 0, 'the second tab opened a stream of its own');
  const [taken] = await Promise.all([context.waitForEvent('request', (r) => r.url().endsWith('/api/v1/stream')), page.goto('/lynceus.svg')]);
  assert.equal(taken.frame().page(), other);
  await connected(other);
  await page.goto('/system');
  await connected(page);
  await other.close();
  await connected(page);
});

check('signing out ends the session at Keycloak too', () => page, async () => {
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('#username').waitFor();
  assert.notEqual(new URL(page.url()).origin, BASE);
});

check('an operator sees devices but no way to change them', () => page, async () => {
  await signIn(page, OPERATOR, '/devices?add=1');
  await page.getByRole('heading', { level: 1, name: 'Devices' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add device' }).count(), 0);
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal(await page.getByRole('switch').count(), 0);
});

check('the first page costs at most 250 kB of scripts and styles', () => page, async () => {
  const cold = await openPage();
  await signIn(cold, OPERATOR, '/live');
  await cold.goto('/live');
  const sizes = await cold.evaluate(() =>
    performance.getEntriesByType('resource').filter((r) => /\.(js|css)$/.test(new URL(r.name).pathname)).map((r) => [r.name, r.encodedBodySize]),
  );
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(sizes.length > 3 && total > 0);
  assert.ok(total <= 250_000, `${total} bytes: ${JSON.stringify(sizes)}`);
  await cold.context().close();
});
