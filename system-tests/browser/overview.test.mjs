// The overview, the figures about alarms, and the trial of a scheme on recorded events.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, addCamera, browser, call, check, eventually, openPage, removeDevices, signIn, violations } from './support.mjs';

const SCHEME = 'Tried by the browser test';
const CAMERA = 'Camera of the overview';
let page;
let scheme;

async function removeScheme() {
  for (const one of (await call(page, 'GET', '/api/v1/alarm-schemes')).body.items.filter((found) => found.name === SCHEME)) {
    await call(page, 'DELETE', `/api/v1/alarm-schemes/${one.id}`, undefined, { 'If-Match': `"${one.version}"` });
  }
}

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/overview');
  await removeScheme();
  const { status, body } = await call(page, 'POST', '/api/v1/alarm-schemes', {
    name: SCHEME, enabled: true, priority: 'CRITICAL', templateId: '00000000-0000-7000-8000-000000000001',
    sources: [{ kind: 'SITE', objectId: '00000000-0000-7000-8000-000000000001' }], types: ['DEVICE_ONLINE'],
    mergeSeconds: 0, capSeconds: 600, delayOnSeconds: 0, delayOffSeconds: 0, toRoles: [], toUsers: [],
  });
  assert.equal(status, 201, JSON.stringify(body));
  scheme = body;
  await addCamera(page, CAMERA, 4);
  await eventually('the alarm', async () => ((await call(page, 'GET', `/api/v1/alarms?schemeId=${scheme.id}`)).body.items.length > 0 ? true : undefined), 60_000);
});
after(async () => {
  await removeScheme();
  await removeDevices(page, CAMERA);
  await browser.close();
});

const figure = (name) => page.locator('.ly-figure', { hasText: name });

check('the overview shows devices, recording, storage and alarms, each a way to its list', () => page, async () => {
  await page.goto('/');
  await page.waitForURL((url) => url.pathname === '/overview');
  const online = (await call(page, 'GET', '/api/v1/devices?limit=1')).body.totals.online;
  await eventually('the devices online', async () => ((await figure('Devices online').locator('b').innerText()) === String(online) ? true : undefined));
  for (const name of ['Devices offline', 'Channels recording', 'Days of storage left']) await figure(name).waitFor();
  await page.locator('.ly-overview-alarms').getByText(CAMERA).first().waitFor();
  assert.ok(Number(await figure('Critical').locator('b').innerText()) > 0);
  await page.getByText('Show as table').click();
  await page.getByRole('columnheader', { name: 'Critical' }).waitFor();
  assert.deepEqual(await violations(page), []);
  const counted = page.getByRole('table').filter({ hasText: 'Critical' }).getByRole('link').last();
  const count = Number(await counted.innerText());
  await counted.click();
  await page.waitForURL((url) => url.pathname === '/alarm-search' && url.searchParams.get('priority') !== null);
  await eventually('the alarms of the number', async () => ((await page.locator('tbody tr').count()) > 0 && (await page.locator('tbody tr').count()) >= Math.min(count, 50) ? true : undefined));
  await page.goto('/overview');
  await page.locator('.ly-bars-links a').last().click();
  await page.waitForURL((url) => url.pathname === '/alarm-search' && url.searchParams.get('priority') === null);
  await page.goto('/overview');
  await figure('Critical').click();
  await page.waitForURL((url) => url.pathname === '/alarms' && url.searchParams.get('priority') === 'CRITICAL');
});

check('a closed alarm leaves the overview by itself', () => page, async () => {
  await page.goto('/overview');
  const row = page.locator('.ly-overview-alarms li', { hasText: CAMERA }).first();
  await row.waitFor();
  const open = (await call(page, 'GET', `/api/v1/alarms?schemeId=${scheme.id}`)).body.items.map((one) => one.id);
  await call(page, 'POST', '/api/v1/alarms/bulk', { ids: open, act: 'FALSE_ALARM', comment: 'A test.' });
  await row.waitFor({ state: 'detached' });
});

check('the figures count what was handled', () => page, async () => {
  await page.goto('/alarms');
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
  await page.getByRole('row', { name: new RegExp(`${SCHEME}.*100 %`) }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  await page.waitForURL((url) => url.searchParams.get('days') === '7');
  await page.getByRole('row', { name: new RegExp(SCHEME) }).waitFor();
});

check('the figures say what each operator did, and lead to the alarms they count', () => page, async () => {
  await page.goto('/alarm-report');
  const table = page.getByRole('region', { name: 'Operators' });
  const row = table.getByRole('row', { name: /^admin / });
  await row.waitFor();
  await row.getByRole('link').nth(1).click();
  await page.waitForURL((url) => url.pathname === '/alarm-search' && url.searchParams.get('handler') === 'admin');
  await page.locator('.ly-alarms-table tbody tr').first().waitFor();
  await page.goBack();
  await row.waitFor();
  await page.getByRole('link', { name: SCHEME }).click();
  await page.waitForURL((url) => url.searchParams.get('scheme') === scheme.id);
  await page.locator('.ly-alarms-table tbody tr').first().waitFor();
  const other = await openPage({ language: 'zh', viewport: { width: 390, height: 844 } });
  await signIn(other, ADMIN, '/alarm-report');
  await other.getByRole('region', { name: '操作员' }).getByRole('link', { name: 'admin' }).waitFor();
  assert.deepEqual(await violations(other), []);
  await other.context().close();
});

check('a scheme is tried on recorded events and says what it would have raised', () => page, async () => {
  const before = (await call(page, 'GET', `/api/v1/alarms?schemeId=${scheme.id}`)).body.items.length;
  await page.goto('/alarm-schemes');
  await page.getByRole('row', { name: new RegExp(SCHEME) }).getByRole('button', { name: 'Try' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await dialog.getByText(/Alarms: \d+\. Events: \d+/).waitFor();
  await dialog.getByRole('cell', { name: CAMERA }).first().waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await call(page, 'GET', `/api/v1/alarms?schemeId=${scheme.id}`)).body.items.length, before);
});

check('overview and figures speak Chinese, in both themes and on a phone', () => page, async () => {
  for (const options of [{ language: 'zh' }, { theme: 'light' }, { language: 'zh', viewport: { width: 390, height: 844 } }]) {
    const other = await openPage(options);
    await signIn(other, ADMIN, '/overview');
    await other.getByText(options.language === 'zh' ? '最近 24 小时每小时报警数' : 'Alarms per hour, last 24 h').first().waitFor();
    assert.deepEqual(await violations(other), []);
    await other.goto('/alarm-report');
    await other.getByText(options.language === 'zh' ? '认领用时中位数' : 'Median time to acknowledge').first().waitFor();
    assert.deepEqual(await violations(other), []);
    assert.deepEqual(other.complaints, []);
    await other.context().close();
  }
});
