import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { ADMIN, browser, call, CAMERA, check, ensureRecordedCamera, eventually, openPage, removeDevices, signIn, videoState } from './support.mjs';

let page;
let channel;
let span;
const video = () => page.locator('.ly-playback-picture video');
const ready = () => page.locator('.ly-playback-picture[data-phase=ready]').waitFor({ timeout: 30_000 });
const timeline = () => page.getByRole('slider', { name: 'Timeline of recordings' });
const shownTime = async () => (await page.locator('.ly-playback-osd').textContent()).trim();

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  channel = await ensureRecordedCamera(page);
  span = await eventually('20 s are recorded', async () => {
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const to = new Date(Date.now() + 60_000).toISOString();
    const { body } = await call(page, 'GET', `/api/v1/channels/${channel}/timeline?from=${from}&to=${to}`);
    const last = body.spans?.at(-1);
    return last !== undefined && Date.parse(last.to) - Date.parse(last.from) > 20_000 ? last : undefined;
  }, 90_000);
});
after(() => browser.close());

const at = (seconds) => new Date(Date.parse(span.from) + seconds * 1000).toISOString();
const open = async (seconds) => {
  await page.goto(`/playback?channel=${channel}&t=${at(seconds)}`);
  await ready();
};

check('what is recorded plays at its time', () => page, async () => {
  await open(3);
  await page.waitForFunction((v) => v.currentTime > 0 && v.getVideoPlaybackQuality().totalVideoFrames > 10, await video().elementHandle());
  const first = await videoState(video());
  await page.waitForFunction(([v, time]) => v.currentTime > time + 1, [await video().elementHandle(), first.time]);
  const local = new Date(at(3)).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  const shown = Date.parse(`${(await shownTime()).replace(' ', 'T')}Z`) - Date.parse(`${local.replace(' ', 'T')}Z`);
  assert.ok(shown >= 0 && shown < 15_000, `shows ${await shownTime()}, asked for ${local}`);
});

check('Space pauses, frames step, L is faster', () => page, async () => {
  await open(2);
  await page.waitForFunction((v) => !v.paused && v.currentTime > 0.2, await video().elementHandle());
  await page.keyboard.press('Space');
  await page.waitForFunction((v) => v.paused, await video().elementHandle());
  const before = (await videoState(video())).time;
  await page.keyboard.press('.');
  await page.waitForFunction(([v, time]) => v.currentTime > time && v.currentTime < time + 0.3, [await video().elementHandle(), before]);
  await page.keyboard.press(',');
  await page.waitForFunction(([v, time]) => Math.abs(v.currentTime - time) < 0.02, [await video().elementHandle(), before]);
  await page.keyboard.press('l');
  await page.waitForFunction((v) => v.playbackRate === 2, await video().elementHandle());
});

check('a click into the timeline goes there', () => page, async () => {
  await open(1);
  for (let i = 0; i < 9; i++) await page.keyboard.press('+');
  const box = await timeline().boundingBox();
  const [from, to] = await timeline().evaluate((e) => [Number(e.ariaValueMin), Number(e.ariaValueMax)]);
  const target = Date.parse(at(12));
  assert.ok(target > from && target < to, 'the zoomed view holds the target');
  await timeline().click({ position: { x: ((target - from) / (to - from)) * box.width, y: 35 } });
  await page.waitForFunction(([e, t]) => Math.abs(Number(e.ariaValueNow) - t) < 4000, [await timeline().elementHandle(), target]);
  await ready();
});

check('a typed time goes there, nonsense is refused', () => page, async () => {
  const clock = new Date(at(8)).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Berlin' });
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.keyboard.type('quarter past');
  await page.keyboard.press('Enter');
  await page.getByText('Not a time.').waitFor();
  await page.getByLabel('Go to time').fill(clock);
  await page.keyboard.press('Enter');
  await page.waitForFunction(([e, t]) => Math.abs(Number(e.ariaValueNow) - t) < 4000, [await timeline().elementHandle(), Date.parse(at(8))]);
  await ready();
});

check('a time before the recordings is skipped with words', () => page, async () => {
  await page.goto(`/playback?channel=${channel}&t=${at(-3600)}`);
  await ready();
  await page.getByText(/^No recording .* Went on at/).waitFor();
});

check('key frames play fast and backwards', () => page, async () => {
  await open(14);
  await page.waitForFunction((v) => v.currentTime > 0, await video().elementHandle());
  const now = () => timeline().getAttribute('aria-valuenow').then(Number);
  await page.getByLabel('Speed').selectOption({ label: '−4×' });
  const before = await now();
  await page.waitForFunction(([e, t]) => Number(e.ariaValueNow) < t - 2_000, [await timeline().elementHandle(), before], { timeout: 30_000 });
  await page.keyboard.press('J');
  const turned = await now();
  await page.waitForFunction(([e, t]) => Number(e.ariaValueNow) > t + 2_000, [await timeline().elementHandle(), turned], { timeout: 30_000 });
  await page.keyboard.press('1');
  await ready();
  await page.waitForFunction((v) => v.playbackRate === 1 && v.currentTime > 0, await video().elementHandle());
});

check('a picture shows what is under the pointer', () => page, async () => {
  await open(3);
  for (let i = 0; i < 9; i++) await page.keyboard.press('+');
  const box = await timeline().boundingBox();
  const [from, to] = await timeline().evaluate((e) => [Number(e.ariaValueMin), Number(e.ariaValueMax)]);
  await page.mouse.move(box.x + ((Date.parse(at(8)) - from) / (to - from)) * box.width, box.y + 35);
  await page.waitForFunction(() => document.querySelector('.ly-timeline-hover img')?.naturalWidth > 0);
});

check('two cameras play the same time, one is taken away', () => page, async () => {
  const name = 'Second browser test camera';
  await removeDevices(page, name);
  const added = await call(page, 'POST', '/api/v1/devices', { ...CAMERA, name });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  const other = added.body.channels[0];
  await open(3);
  await page.getByRole('treeitem', { name: other.name }).first().click({ modifiers: ['Control'] });
  await page.waitForURL((url) => url.searchParams.get('channel') === `${channel},${other.id}`);
  await page.locator(`.ly-playback-pane[data-channel="${other.id}"]`).getByText('No more recordings').waitFor();
  await page.locator(`.ly-playback-pane[data-channel="${channel}"] [data-phase=ready]`).waitFor({ timeout: 30_000 });
  await page.locator(`.ly-playback-pane[data-channel="${other.id}"]`).hover();
  await page.getByRole('button', { name: `Remove ${other.name}` }).click();
  await page.waitForURL((url) => url.searchParams.get('channel') === channel);
  await ready();
  await removeDevices(page, name);
});

check('the address keeps the time', () => page, async () => {
  await open(5);
  await page.keyboard.press('k');
  await page.waitForFunction((v) => v.paused, await video().elementHandle());
  await page.reload();
  await ready();
  const now = Number(await timeline().getAttribute('aria-valuenow'));
  assert.ok(Math.abs(now - Date.parse(at(5))) < 15_000);
});

check('the calendar marks today', () => page, async () => {
  await page.locator('.ly-calendar button[aria-current=date].ly-has-recordings').waitFor();
});

check('a clip is exported with a reason: at once, and by the download center', () => page, async () => {
  await page.goto(`/playback?channel=${channel}&t=${at(4)}&from=${at(4)}&to=${at(12)}`);
  await ready();
  await page.getByText('Length 8 s').waitFor();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog');
  const order = dialog.getByRole('button', { name: 'Put into downloads' });
  assert.equal(await order.isEnabled(), false, 'no export without a reason');
  await dialog.getByText('complete').waitFor();
  const reason = 'browser test';
  await dialog.getByLabel('Reason (mandatory)').fill(reason);
  const now = dialog.getByRole('link', { name: 'Download now' });
  const [direct] = await Promise.all([page.waitForEvent('download'), now.click()]);
  const bytes = await readFile(await direct.path());
  assert.ok(bytes.length > 50_000, `${bytes.length} bytes`);
  assert.equal(bytes.toString('latin1', 4, 8), 'ftyp');
  assert.match(direct.suggestedFilename(), /\.mp4$/);
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('x');
  await dialog.getByLabel('Reason (mandatory)').fill(reason);
  await order.click();
  await dialog.getByRole('link', { name: 'Go to Downloads' }).click();
  const row = page.getByRole('row').nth(1);
  await row.getByText('Finished').waitFor({ timeout: 60_000 });
  const [zip] = await Promise.all([page.waitForEvent('download'), row.getByRole('link', { name: 'All as ZIP with manifest' }).click()]);
  const archive = await readFile(await zip.path());
  assert.equal(archive.toString('latin1', 0, 2), 'PK');
  assert.ok(archive.includes('manifest.sig'));
  await row.getByRole('button', { name: 'Delete' }).click();
  await row.getByRole('link', { name: 'All as ZIP with manifest' }).waitFor({ state: 'detached' });
});

check('a clip without recordings is refused with words', () => page, async () => {
  const year = 365 * 86_400;
  await page.goto(`/playback?channel=${channel}&t=${at(4)}&from=${at(-year)}&to=${at(60 - year)}`);
  await page.getByText('Nothing is recorded in this range').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Export…' }).count(), 0);
});

check('a clip is judged by what is recorded then, whatever day the timeline shows', () => page, async () => {
  await page.goto(`/playback?channel=${channel}&t=${at(-10 * 86_400)}&from=${at(4)}&to=${at(12)}`);
  await page.getByRole('button', { name: 'Export…' }).waitFor();
});

check('[ and ] set the clip', () => page, async () => {
  await open(4);
  await page.keyboard.press('k');
  await page.keyboard.press('[');
  await page.getByText(/^Length/).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(']');
  await page.waitForURL((url) => {
    const length = Date.parse(url.searchParams.get('to')) - Date.parse(url.searchParams.get('from'));
    return length > 5_000 && length < 15_000;
  });
});
