// Sixteen cameras played at one time, and the way from gap to gap.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, addCamera, browser, cameraUrl, check, eventually, openPage, recordedSpans, removeDevices, setRecording, signIn } from './support.mjs';

const PANES = 16;
const NAMES = Array.from({ length: PANES }, (_, i) => `Together test ${i + 1}`);
const LONG = 20_000;
let page;
let channels;

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  for (const name of NAMES) await removeDevices(page, name);
  channels = [];
  // Small pictures: sixteen of them are what a browser without a graphics card decodes beside a server.
  for (const [i, name] of NAMES.entries()) channels.push(await addCamera(page, name, (i % 8) + 1, { url: cameraUrl((i % 8) + 1, '/sub') }));
  for (const channel of channels) await setRecording(page, channel, true);
});
after(async () => {
  try {
    for (const name of NAMES) await removeDevices(page, name);
  } finally {
    await browser.close();
  }
});

/** The newest stretch that is recorded of all, once it is long enough. */
function common() {
  return eventually(`${LONG / 1000} s are recorded of all`, async () => {
    const last = [];
    for (const channel of channels) last.push((await recordedSpans(page, channel)).at(-1) ?? { from: Date.now(), to: 0 });
    const both = { from: Math.max(...last.map((span) => span.from)), to: Math.min(...last.map((span) => span.to)) };
    return both.to - both.from > LONG ? both : undefined;
  }, 120_000);
}

const timeline = () => page.getByRole('slider', { name: 'Timeline of recordings' });

check('sixteen panes show the same time while they play', () => page, async () => {
  const { from } = await common();
  await page.goto(`/playback?channel=${channels.join()}&t=${new Date(from + 2_000).toISOString()}`);
  await page.waitForFunction((n) => document.querySelectorAll('.ly-playback-picture[data-phase=ready]').length === n, PANES, { timeout: 90_000 });
  const videos = page.locator('.ly-playback-picture video');
  const times = () => videos.evaluateAll((all) => all.map((video) => Number(video.dataset.at)));
  const drifts = [];
  let passed = Math.min(...(await times()));
  for (let i = 0; i < 6; i++) {
    const all = await eventually('all panes played on for a second', async () => {
      const now = await times();
      return Math.min(...now) > passed + 1_000 ? now : undefined;
    }, 60_000);
    drifts.push(Math.max(...all) - Math.min(...all));
    passed = Math.min(...all);
  }
  // Panes tell their time five times a second; a pane that is half a second off is sought anew.
  drifts.sort((a, b) => a - b);
  assert.ok(drifts[3] < 1_500, `the panes are apart by ${drifts} ms`);
  const frames = await videos.evaluateAll((all) => all.map((video) => video.getVideoPlaybackQuality().totalVideoFrames));
  assert.ok(frames.every((n) => n > 0), `pictures per pane: ${frames}`);
});

check('N leads to the next gap, Shift+N to the one before, and both say what is missing', () => page, async () => {
  const [channel] = channels;
  const switchedOff = Date.now();
  await setRecording(page, channel, false);
  // The index follows a running recording by up to ten seconds: only an end near the switch is the end.
  const before = await eventually('recording ended', async () => {
    const { to } = (await recordedSpans(page, channel)).at(-1);
    return to > switchedOff - 2_500 && Date.now() - to > 6_000 ? to : undefined;
  }, 60_000);
  await setRecording(page, channel, true);
  const after = await eventually('recording went on', async () => {
    const last = (await recordedSpans(page, channel)).at(-1);
    return last.from > before && last.to - last.from > 8_000 ? last : undefined;
  }, 90_000);
  const now = async () => Number(await timeline().getAttribute('aria-valuenow'));
  const note = page.getByText(/^No recording .* Went on at/);

  await page.goto(`/playback?channel=${channel}&t=${new Date(before - 10_000).toISOString()}`);
  await page.locator('.ly-playback-picture[data-phase=ready]').waitFor({ timeout: 30_000 });
  await page.keyboard.press('k');
  await page.keyboard.press('n');
  await note.waitFor({ timeout: 30_000 });
  await eventually('the picture after the gap', async () => (await now()) >= after.from - 1_000);

  await page.goto(`/playback?channel=${channel}&t=${new Date(after.from + 5_000).toISOString()}`);
  await page.locator('.ly-playback-picture[data-phase=ready]').waitFor({ timeout: 30_000 });
  await page.keyboard.press('k');
  assert.equal(await note.count(), 0);
  await page.keyboard.press('N');
  await note.waitFor({ timeout: 30_000 });
  await eventually('the picture after the gap', async () => Math.abs((await now()) - after.from) < 5_000);
});
