// The list of nodes on the page System. What forgetting one does, CenterWatchIT shows with a real one; here the answers of the API are made up.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, check, openPage, signIn, violations } from './support.mjs';

const node = (name, alive, left) => ({ name, alive, left, here: false, startedAt: '2026-11-23T10:15:30Z', seenAt: '2026-11-23T10:20:30Z', devices: 0 });

let page;
let nodes = [node('node-alive', true, false), node('node-lost', false, false), node('node-stopped', false, true)];
const asked = [];
before(async () => {
  page = await openPage({ bypassCSP: true });
  await page.route(/\/api\/v1\/nodes/, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().method() === 'GET') return route.fulfill({ json: { items: nodes } });
    asked.push(`${route.request().method()} ${pathname}`);
    nodes = nodes.filter(({ name }) => !pathname.endsWith(name));
    return route.fulfill({ status: 204 });
  });
  await signIn(page, ADMIN, '/system');
});
after(() => browser.close());

const row = (text) => page.getByRole('row').filter({ hasText: text });

check('a node that is gone is forgotten by hand, one that is alive is not', () => page, async () => {
  await row('node-lost').waitFor();
  assert.equal(await row('node-alive').getByRole('button').count(), 0);
  assert.equal(await row('node-stopped').getByRole('button', { name: 'Forget…' }).count(), 1);
  await row('node-lost').getByRole('button', { name: 'Forget…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Forget node-lost?').waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'Forget', exact: true }).press('Enter');
  await row('node-lost').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '中文' }).click();
  await row('node-stopped').getByRole('button', { name: '移除…' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  assert.deepEqual(asked, ['DELETE /api/v1/nodes/node-lost']);
});
