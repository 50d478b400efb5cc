// Long lists: pages of devices, filters in the address, a choice of all that match; the tree of cameras by sites; cameras of an input.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, addCamera, browser, call, check, eventually, openPage, removeDevices, signIn, violations } from './support.mjs';

const ROOT = '00000000-0000-7000-8000-000000000001';
const COUNT = 60;
const NAME = 'Waits in a list';
const CAMERA = 'Camera of a wing';
const SITE = 'Wing of lists';
const ONVIF = 'Camera with inputs';
const SIMULATED = 4;
const INPUTS = 6;
let page;
let site;
let channel;
const waiting = (number) => `${NAME} ${String(number).padStart(2, '0')}`;
const rows = () => page.getByRole('row').filter({ hasText: NAME });
const count = () => page.locator('.ly-device-count');
const treeitem = (name) => page.getByRole('treeitem', { name });

async function forget() {
  const { body } = await call(page, 'GET', `/api/v1/device-sets?q=${encodeURIComponent(NAME)}`);
  await call(page, 'POST', '/api/v1/device-sets/removals', { deviceIds: body.items.map((item) => item.id).concat('00000000-0000-7000-8000-00000000dead') });
  for (const name of [CAMERA, ONVIF]) await removeDevices(page, name);
  const sites = await call(page, 'GET', '/api/v1/sites');
  for (const old of sites.body.items.filter((one) => one.name === SITE)) await call(page, 'DELETE', `/api/v1/sites/${old.id}`, undefined, { 'If-Match': `"${old.version}"` });
}

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/system');
  await forget();
  const made = await call(page, 'POST', '/api/v1/sites', { parentId: ROOT, name: SITE });
  site = made.body.id;
  for (let i = 1; i <= COUNT; i++) {
    const added = await call(page, 'POST', '/api/v1/devices', {
      name: waiting(i), url: `autoreg:browser-list-${i}?streams=none`, username: 'admin', password: `long enough ${i}`, siteId: site,
    });
    assert.equal(added.status, 201, JSON.stringify(added.body));
  }
  channel = await addCamera(page, CAMERA, SIMULATED, { siteId: site });
});
after(async () => {
  await forget();
  await browser.close();
});

check('a list shows a page, counts all, and reads on when it is scrolled', () => page, async () => {
  await page.goto(`/devices?site=${site}&state=offline`);
  await count().getByText(`${COUNT} devices`).waitFor();
  assert.ok((await rows().count()) <= 50);
  await page.getByText(/50 of 60 shown/).scrollIntoViewIfNeeded();
  await rows().filter({ hasText: waiting(COUNT) }).waitFor();
  assert.equal(await rows().count(), COUNT);
});

check('what is listed is in the address, and a column sorts it', () => page, async () => {
  await page.goto(`/devices?site=${site}`);
  await page.getByRole('button', { name: /^Offline/ }).click();
  await page.waitForURL((url) => url.searchParams.get('state') === 'offline');
  await page.getByRole('button', { name: 'Name' }).click();
  await page.waitForURL((url) => url.searchParams.get('order') === 'down');
  await rows().first().filter({ hasText: waiting(COUNT) }).waitFor();
  await page.reload();
  await rows().first().filter({ hasText: waiting(COUNT) }).waitFor();
  await page.getByRole('searchbox', { name: 'Find a device' }).fill('browser-list-7');
  await count().getByText('1 device', { exact: true }).waitFor();
  await rows().filter({ hasText: waiting(7) }).waitFor();
});

check('the list passes the check for accessibility', () => page, async () => assert.deepEqual(await violations(page), []));

check('all that match are chosen, beyond those that are shown', () => page, async () => {
  await page.goto(`/devices?site=${site}&state=offline`);
  await rows().first().waitFor();
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
  const all = page.getByRole('button', { name: `Choose all ${COUNT} that match` });
  const bar = page.getByRole('group', { name: /devices chosen/ });
  if (await all.isVisible()) await all.click();
  await bar.getByText(`${COUNT} devices chosen`).waitFor();
  await page.getByRole('searchbox', { name: 'Find a device' }).fill(waiting(7));
  await count().getByText('1 device', { exact: true }).waitFor();
  await bar.getByText(`${COUNT} devices chosen`).waitFor();
});

check('a site is chosen by words', () => page, async () => {
  await page.goto('/devices');
  const filter = page.getByRole('combobox', { name: 'Only this site' });
  await filter.fill('wing of');
  await page.getByRole('option', { name: new RegExp(SITE) }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('site') === site);
  await count().getByText(`${COUNT + 1} devices`).waitFor();
});

check('the tree opens a site by keyboard and places its camera', () => page, async () => {
  await page.goto('/live?n=4');
  const wing = treeitem(new RegExp(SITE));
  await wing.waitFor();
  assert.equal(await treeitem(new RegExp(CAMERA)).count(), 0);
  await wing.click();
  await treeitem(new RegExp(CAMERA)).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => (url.searchParams.get('c') ?? '').startsWith(channel));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await treeitem(new RegExp(CAMERA)).waitFor({ state: 'detached' });
  assert.equal(await wing.getAttribute('aria-expanded'), 'false');
});

check('the tree is searched by the name of a site; Enter waits for the answer', () => page, async () => {
  await page.goto('/live?n=1');
  await treeitem(new RegExp(SITE)).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('wing of lists camera');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('c') === channel);
});

check('cameras are bound to an input, and its events lead to their recordings', () => page, async () => {
  const added = await call(page, 'POST', '/api/v1/devices', {
    name: ONVIF, url: process.env.LYNCEUS_ONVIF_URL.replace('/onvif/2/', `/onvif/${INPUTS}/`), username: process.env.LYNCEUS_CAMERA_USER, password: process.env.LYNCEUS_CAMERA_PASSWORD,
  });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  await page.goto(`/devices/${added.body.id}`);
  const input = page.getByRole('row').filter({ hasText: 'input-1' });
  await input.getByRole('button', { name: 'Cameras…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Add a camera' }).fill('camera of a wing');
  await page.getByRole('option', { name: new RegExp(CAMERA) }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await input.getByRole('link', { name: CAMERA }).waitFor();
  const event = page.getByRole('row').filter({ hasText: 'input-1' }).getByRole('link', { name: CAMERA });
  // What an input is when the center begins to listen is no event of it: it is switched until one is told.
  await eventually('an event of the input', async () => {
    for (const state of ['off', 'on']) assert.ok((await fetch(`${process.env.LYNCEUS_SIM_CONTROL}/cameras/${INPUTS}/event`, { method: 'POST', body: `input 1 ${state}` })).ok);
    return event.nth(1).waitFor({ timeout: 5_000 }).then(() => true, () => false);
  }, 60_000);
  await fetch(`${process.env.LYNCEUS_SIM_CONTROL}/cameras/${INPUTS}/event`, { method: 'POST', body: 'input 1 off' });
  await event.nth(1).click();
  await page.waitForURL((url) => url.pathname === '/playback' && url.searchParams.get('channel') === channel);
});
