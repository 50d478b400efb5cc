// The bell: how many notices one has not read, all of them on demand, one or all read; with the keyboard, in Chinese and on a phone.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, addCamera, browser, call, check, openPage, removeDevices, signIn, violations } from './support.mjs';

const SCHEME = 'Notices of the browser test';
const CAMERA = 'Camera of notices';
const SHOTS = process.env.LYNCEUS_ARTIFACTS;
const RUN = `${Date.now()}`;
let page;
const shot = async (name) => SHOTS && (await page.screenshot({ path: `${SHOTS}/notices-${name}.png` }));

async function tidy() {
  const { body } = await call(page, 'GET', '/api/v1/alarm-schemes');
  for (const scheme of body.items.filter((one) => one.name === SCHEME)) {
    await call(page, 'DELETE', `/api/v1/alarm-schemes/${scheme.id}`, undefined, { 'If-Match': `"${scheme.version}"` });
  }
  await removeDevices(page, CAMERA);
}

/** Each part of the camera raises an alarm of its own, and each alarm sends a notice. */
async function raise(channelId, ...sources) {
  const events = sources.map((source) => ({ id: `${RUN}-${source}`, type: 'DOOR_FORCED', channelId, source }));
  const { status, body } = await call(page, 'POST', '/api/v1/events', { events });
  assert.equal(status, 200, JSON.stringify(body));
}

const bell = () => page.locator('.ly-bell');
const list = () => page.locator('#notices');
const unread = () => list().locator('li[data-read=false]');

before(async () => {
  page = await openPage({ bypassCSP: true });
  await signIn(page, ADMIN, '/system');
  await tidy();
  const { status, body } = await call(page, 'POST', '/api/v1/alarm-schemes', {
    name: SCHEME, enabled: true, priority: 'LOW', templateId: '00000000-0000-7000-8000-000000000001',
    sources: [{ kind: 'SITE', objectId: '00000000-0000-7000-8000-000000000001' }], types: ['DOOR_FORCED'],
    mergeSeconds: 0, capSeconds: 600, delayOnSeconds: 0, delayOffSeconds: 0, toRoles: [], toUsers: [],
    actions: [{ kind: 'NOTIFY', toUsers: [ADMIN.name], toRoles: [], text: 'Look: {source}' }],
  });
  assert.equal(status, 201, JSON.stringify(body));
  await call(page, 'POST', '/api/v1/alarm-notices/reading');
  await page.reload();
  await page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
});
after(async () => {
  await call(page, 'POST', '/api/v1/alarm-notices/reading');
  await tidy();
  await browser.close();
});

check('the bell counts notices as they come', () => page, async () => {
  const channel = await addCamera(page, CAMERA, 5);
  await raise(channel, 'north', 'south', 'west');
  await page.getByRole('button', { name: '3 new notices' }).waitFor({ timeout: 60_000 });
  assert.equal(await bell().innerText(), '3');
});

check('the keyboard opens it, reads one, follows one, and closes it', () => page, async () => {
  await page.locator('main').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await unread().nth(2).waitFor();
  assert.deepEqual(await violations(page), []);
  await shot('en');
  await unread().first().getByRole('button').press('Enter');
  await page.getByRole('button', { name: '2 new notices' }).waitFor();
  await page.keyboard.press('Escape');
  await list().waitFor({ state: 'hidden' });
  await bell().press('Enter');
  await unread().first().getByRole('link').press('Enter');
  await page.waitForURL(/\/alarms\?alarm=/);
  await list().waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '1 new notice', exact: true }).waitFor();
});

check('in Chinese and on a phone; all are read at once', () => page, async () => {
  await page.getByRole('button', { name: '中文' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/live');
  await page.getByRole('button', { name: '1 条新通知' }).click();
  await unread().waitFor();
  assert.deepEqual(await violations(page), []);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(wide <= room, `${wide} px in ${room} px`);
  await shot('zh-390');
  await list().getByRole('button', { name: '全部已读', exact: true }).click();
  await unread().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '通知', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'English' }).click();
});
