// What a scheme does when it raises an alarm: edited, done, shown with its reasons, and live pictures that take no focus.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, addCamera, browser, call, check, eventually, openPage, removeDevices, signIn, violations } from './support.mjs';

const SCHEME = 'Linkage of the browser test';
const CAMERA = 'Linked camera';
const SHOTS = process.env.LYNCEUS_ARTIFACTS;
const CHANGE = /^(Change scheme|修改方案)$/;
let page;
let number = 0;
const schemes = async () => (await call(page, 'GET', '/api/v1/alarm-schemes')).body.items.filter((one) => one.name.startsWith(SCHEME));
const alarms = async () => (await call(page, 'GET', `/api/v1/alarms?q=${encodeURIComponent(SCHEME)}`)).body.items;
const shot = async (from, name) => SHOTS && (await from.screenshot({ path: `${SHOTS}/linkage-${name}.png` }));

async function tidy() {
  for (const scheme of await schemes()) {
    await call(page, 'DELETE', `/api/v1/alarm-schemes/${scheme.id}`, undefined, { 'If-Match': `"${scheme.version}"` });
  }
  for (const device of (await call(page, 'GET', '/api/v1/devices?limit=1000')).body.items) {
    if (device.name.startsWith(CAMERA)) await removeDevices(page, device.name);
  }
}

/** A camera that comes online raises one. */
async function raise() {
  const known = (await alarms()).length;
  number += 1;
  await addCamera(page, `${CAMERA} ${number}`, 4);
  await eventually('the alarm', async () => ((await alarms()).length > known ? true : undefined), 60_000);
}

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/alarms');
  await tidy();
  const { status, body } = await call(page, 'POST', '/api/v1/alarm-schemes', {
    name: SCHEME, enabled: true, priority: 'HIGH', templateId: '00000000-0000-7000-8000-000000000001',
    sources: [{ kind: 'SITE', objectId: '00000000-0000-7000-8000-000000000001' }], types: ['DEVICE_ONLINE'],
    mergeSeconds: 0, capSeconds: 600, delayOnSeconds: 0, delayOffSeconds: 0, toRoles: [], toUsers: [],
  });
  assert.equal(status, 201, JSON.stringify(body));
});
after(async () => {
  await tidy();
  await browser.close();
});

check('actions and steps of escalation are put into a scheme', () => page, async () => {
  await page.goto('/alarm-schemes');
  await page.getByRole('row', { name: SCHEME }).getByRole('button', { name: CHANGE }).click();
  const dialog = page.getByRole('dialog');
  const add = dialog.getByLabel('Add an action…');
  for (const kind of ['SNAPSHOT', 'POPUP', 'OUTPUT', 'NOTIFY']) await add.selectOption(kind);
  await dialog.getByLabel('Output (token)').fill('none-such');
  await dialog.locator('.ly-actions-edited').getByLabel('Users, separated by commas').fill(ADMIN.name);
  await dialog.getByLabel('Add a step…').selectOption('SOUND');
  await dialog.getByLabel('After minutes').fill('7');
  assert.deepEqual(await violations(page), []);
  await dialog.getByLabel('Output (token)').scrollIntoViewIfNeeded();
  await shot(page, 'scheme-en');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const [scheme] = await schemes();
  assert.deepEqual(scheme.actions.map((one) => one.kind), ['SNAPSHOT', 'POPUP', 'OUTPUT', 'NOTIFY', 'SOUND']);
  assert.equal(scheme.actions[4].afterMinutes, 7);
});

check('an alarm opens live pictures and says a notice on another page, and takes no focus', () => page, async () => {
  await page.goto('/devices');
  const search = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
  await search.focus();
  await raise();
  const popup = page.locator('.ly-popup');
  await popup.waitFor();
  assert.ok(await search.evaluate((element) => element === document.activeElement));
  await page.locator('.ly-notices').waitFor();
  assert.deepEqual(await violations(page), []);
  await shot(page, 'popup-en');
  await popup.getByRole('button', { name: 'Close' }).click();
  await popup.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Read all' }).click();
  await page.locator('.ly-notices').waitFor({ state: 'detached' });
});

check('what was done is shown with its state and reason, and what failed is tried again', () => page, async () => {
  await page.goto(`/alarms?queue=ALL&q=${encodeURIComponent(SCHEME)}`);
  await page.locator('.ly-alarms-table tbody tr').first().click();
  const failed = page.locator('.ly-linkage li[data-state=FAILED]');
  await failed.waitFor({ timeout: 60_000 });
  await page.locator('.ly-linkage-pictures img').first().waitFor();
  assert.equal(await page.locator('.ly-linkage li[data-state=DONE]').count(), 3);
  assert.equal(await page.locator('.ly-linkage li[data-state=PENDING]').count(), 1);
  assert.deepEqual(await violations(page), []);
  await shot(page, 'detail-en');
  await failed.getByRole('button', { name: 'Try again' }).click();
  const [alarm] = await alarms();
  await eventually('the try to be noted', async () => {
    const { body } = await call(page, 'GET', '/api/v1/audit-entries?action=alarm.action.again&limit=5');
    return body.items.some((entry) => JSON.stringify(entry).includes(alarm.id)) ? true : undefined;
  });
});

check('the actions speak Chinese, and fit on a phone', () => page, async () => {
  for (const [name, options] of [['zh', { language: 'zh' }], ['phone', { viewport: { width: 390, height: 844 } }]]) {
    const other = await openPage(options);
    await signIn(other, ADMIN, `/alarms?queue=ALL&q=${encodeURIComponent(SCHEME)}`);
    await other.locator('.ly-alarms-table tbody tr').first().click();
    await other.locator('.ly-linkage li').nth(4).waitFor();
    if (name === 'zh') await other.locator('.ly-linkage').getByText('抓图').waitFor();
    await other.locator('.ly-linkage').scrollIntoViewIfNeeded();
    assert.deepEqual(await violations(other), []);
    await shot(other, `detail-${name}`);
    await other.goto('/alarm-schemes');
    await other.getByRole('row', { name: SCHEME }).getByRole('button', { name: CHANGE }).click();
    await other.getByRole('dialog').locator('.ly-actions-edited > li').first().scrollIntoViewIfNeeded();
    await shot(other, `scheme-${name}`);
    assert.deepEqual(await violations(other), []);
    assert.deepEqual(other.complaints, []);
    await other.context().close();
  }
});
