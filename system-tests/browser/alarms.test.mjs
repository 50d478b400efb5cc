// The alarm center in the browser: an alarm is found, handled by the keyboard, and nothing moves while it is read.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, addCamera, browser, call, check, eventually, openPage, removeDevices, signIn, violations } from './support.mjs';

const SCHEMES = 'Alarms of the browser test';
// Alarms outlive their scheme: those of an earlier run on the same server are not meant.
const SCHEME = `${SCHEMES} ${Date.now().toString(36)}`;
const CAMERA = 'Camera that goes away';
let page;
const schemes = async () => (await call(page, 'GET', '/api/v1/alarm-schemes')).body.items.filter((one) => one.name.startsWith(SCHEMES));
const removeSchemes = async () => {
  for (const scheme of await schemes()) {
    await call(page, 'DELETE', `/api/v1/alarm-schemes/${scheme.id}`, undefined, { 'If-Match': `"${scheme.version}"` });
  }
};
const alarms = async (more = '') => (await call(page, 'GET', `/api/v1/alarms?q=${encodeURIComponent(SCHEME)}${more}`)).body.items;

/** Each camera that comes online raises one. */
async function raise(count) {
  const known = (await alarms()).length;
  for (let made = 0; made < count; made += 1) {
    const channel = await addCamera(page, `${CAMERA} ${known + made}`, 4);
    assert.ok(channel);
  }
  return eventually('the alarms to be raised', async () => ((await alarms()).length >= known + count ? true : undefined), 60_000);
}

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/alarms');
  await removeSchemes();
  for (const device of (await call(page, 'GET', '/api/v1/devices?limit=1000')).body.items) {
    if (device.name.startsWith(CAMERA)) await removeDevices(page, device.name);
  }
  const { status, body } = await call(page, 'POST', '/api/v1/alarm-schemes', {
    name: SCHEME, enabled: true, priority: 'HIGH', templateId: '00000000-0000-7000-8000-000000000001',
    sources: [{ kind: 'SITE', objectId: '00000000-0000-7000-8000-000000000001' }], types: ['DEVICE_ONLINE'],
    mergeSeconds: 0, capSeconds: 600, delayOnSeconds: 0, delayOffSeconds: 0, procedure: '1. Look at the picture.\n2. Call the gate.', toRoles: [], toUsers: [],
  });
  assert.equal(status, 201, JSON.stringify(body));
});
after(async () => {
  await removeSchemes();
  for (const device of (await call(page, 'GET', '/api/v1/devices?limit=1000')).body.items) {
    if (device.name.startsWith(CAMERA)) await removeDevices(page, device.name);
  }
  await browser.close();
});

const rows = () => page.locator('.ly-alarms-table tbody tr');
const shownRow = () => page.locator('.ly-alarms-table tr[aria-selected=true]');

check('an alarm is acknowledged and resolved by the keyboard', () => page, async () => {
  await raise(2);
  await page.goto(`/alarms?q=${encodeURIComponent(SCHEME)}`);
  await rows().nth(1).waitFor();
  assert.ok((await rows().first().boundingBox()).height <= 30);
  await page.keyboard.press('ArrowDown');
  await shownRow().waitFor();
  await page.getByText('2. Call the gate.').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('a');
  await shownRow().getByText('Acknowledged').waitFor();
  await page.locator('.ly-alarm-history').getByText('acknowledged').waitFor();
  await page.keyboard.press('r');
  await shownRow().getByText('Resolved').waitFor();
});

check('a false alarm needs a note, and the note field is where the typing goes', () => page, async () => {
  await page.keyboard.press('ArrowDown');
  await page.locator('.ly-alarms-table tr[aria-selected=true][data-handling=PENDING]').waitFor();
  await page.keyboard.press('f');
  await page.getByText('Write a note first').waitFor();
  await page.keyboard.type('A cat, not a thief');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await shownRow().getByText('False alarm').waitFor();
  await page.locator('.ly-alarm-history').getByText('A cat, not a thief').waitFor();
});

check('what is raised meanwhile is counted and moves no row until it is asked for', () => page, async () => {
  const shown = await rows().count();
  const place = await rows().first().boundingBox();
  await raise(1);
  const fresh = page.getByRole('button', { name: '1 new' });
  await fresh.waitFor();
  assert.equal(await rows().count(), shown);
  assert.deepEqual(await rows().first().boundingBox(), place);
  await page.keyboard.press('.');
  await eventually('only the open one to be listed', async () => ((await rows().count()) === 1 ? true : undefined));
});

check('many are handled at once', () => page, async () => {
  await raise(1);
  await page.goto(`/alarms?q=${encodeURIComponent(SCHEME)}`);
  await rows().nth(1).waitFor();
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await eventually('both to be acknowledged', async () => ((await alarms('&queue=MINE')).length === 2 ? true : undefined));
});

check('a source is held back with a reason, listed, and let go', () => page, async () => {
  await page.goto(`/alarms?queue=MINE&q=${encodeURIComponent(SCHEME)}`);
  await rows().first().click();
  await page.getByRole('button', { name: 'Hold back…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Painters at work');
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'Hold back', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Held back', exact: true }).click();
  await page.getByText('Painters at work').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Let go' }).click();
  await page.getByText('Painters at work').waitFor({ state: 'detached' });
});

check('any alarm is found again by what was noted, and exported', () => page, async () => {
  await page.goto('/alarms');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByLabel('Words in notes').fill('cat thie');
  await page.getByRole('searchbox', { name: 'Source or scheme' }).fill(SCHEME);
  await eventually('the one alarm', async () => ((await rows().count()) === 1 ? true : undefined));
  await rows().first().click();
  await page.locator('.ly-alarm-history').getByText('A cat, not a thief').waitFor();
  assert.match(page.url(), /comment=cat/);
  assert.deepEqual(await violations(page), []);
  const address = await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href');
  const csv = await page.evaluate(async (url) => (await fetch(url, { headers: { Accept: 'text/csv' } })).text(), address);
  assert.equal(csv.trim().split('\r\n').length, 2, csv);
  await page.getByRole('combobox', { name: 'Handling', exact: true }).selectOption('Resolved');
  await page.getByText('No alarm was found').waitFor();
  await page.getByRole('textbox', { name: 'Number' }).fill('twelve');
  await page.getByText('A number has digits only.').waitFor();
});

check('a search that looks far back says how far, goes on by itself, and can be stopped', () => page, async () => {
  let asked = 0;
  let pages = 4;
  await page.route(/\/api\/v1\/alarm-search\?/, (route) => {
    asked += 1;
    return route.fulfill({ json: asked < pages ? { items: [], next: `page${asked}`, reached: '2026-11-20T10:00:00Z' } : { items: [] } });
  });
  await page.goto('/alarm-search?q=nowhere');
  await page.getByText('No alarm was found').waitFor();
  assert.equal(asked, 4);
  pages = Infinity;
  await page.goto('/alarm-search?q=elsewhere');
  await page.getByText(/^Looked back to /).waitFor();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Look further back' }).waitFor();
  assert.deepEqual(await violations(page), []);
  asked = 0;
  pages = 3;
  await page.getByRole('button', { name: 'Look further back' }).click();
  await page.getByText('No alarm was found').waitFor();
  assert.equal(asked, 3);
  await page.unroute(/\/api\/v1\/alarm-search\?/);
});

check('a search is narrowed to a device and to a camera by their names', () => page, async () => {
  await page.goto(`/alarm-search?q=${encodeURIComponent(SCHEME)}`);
  await rows().nth(1).waitFor();
  const all = await rows().count();
  const choose = async (field, name) => {
    await page.getByRole('combobox', { name: field, exact: true }).fill(name === 'Any' ? '' : name);
    await page.getByRole('listbox', { name: field, exact: true }).getByRole('option', { name, exact: true }).click();
  };
  await choose('Device', `${CAMERA} 0`);
  await eventually('the alarms of that device', async () => {
    const shown = await rows().allInnerTexts();
    return shown.length > 0 && shown.length < all && shown.every((text) => text.includes(`${CAMERA} 0`));
  });
  await page.reload();
  await eventually('its name is still there', async () => (await page.getByRole('combobox', { name: 'Device', exact: true }).inputValue()) === `${CAMERA} 0`);
  assert.deepEqual(await violations(page), []);
  await choose('Camera', `${CAMERA} 1`);
  // Places are alternatives: what was at the device, or at the camera.
  await page.getByText('alarms at any one of those chosen').waitFor();
  await eventually('the alarms of both', async () => (await rows().allInnerTexts()).some((text) => text.includes(`${CAMERA} 1`)));
  assert.match(page.url(), /device=.*channel=|channel=.*device=/);
  await choose('Device', 'Any');
  await choose('Camera', 'Any');
  await eventually('all are shown again', async () => (await rows().count()) === all);
  assert.doesNotMatch(page.url(), /device=|channel=/);
});

check('the alarm center speaks Chinese, in both themes and on a phone', () => page, async () => {
  for (const options of [{ language: 'zh' }, { theme: 'light' }, { language: 'zh', viewport: { width: 390, height: 844 } }]) {
    const other = await openPage(options);
    await signIn(other, ADMIN, '/alarms?queue=ALL');
    await other.locator('.ly-alarms-table tbody tr').first().click();
    await other.getByText('2. Call the gate.').waitFor();
    if (options.language === 'zh') await other.getByRole('button', { name: '待处理', exact: true }).waitFor();
    assert.deepEqual(await violations(other), []);
    await other.goto('/alarm-search');
    await other.locator('.ly-alarms-table tbody tr').first().waitFor();
    assert.deepEqual(await violations(other), []);
    assert.deepEqual(other.complaints, []);
    await other.context().close();
  }
});
