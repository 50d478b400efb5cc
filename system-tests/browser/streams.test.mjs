// What kind of stream a pane shows: sub or main, with sound of each kind, and codecs that this browser lacks.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';
import {
  ADMIN, addCamera, browser, call, cameraUrl, check, eventually, openPage, recordedSpans, removeDevices, removePlans, setRecording, signIn, videoState,
} from './support.mjs';

const NAMES = { both: 'Streams test: both', tone: 'Streams test: tone', aac: 'Streams test: AAC', h265: 'Streams test: H.265', mjpeg: 'Streams test: MJPEG' };
const PLAN = 'Streams test plan';
const ALL_DAY = '00000000-0000-7000-8000-000000000001';
const channels = {};
let page;
let site;

const video = () => page.locator('.ly-pane video').first();
const playing = (stream) => page.locator(`.ly-pane video[data-status=playing]${stream ? `[data-stream=${stream}]` : ''}`).first().waitFor({ timeout: 30_000 });

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  await removePlans(page, PLAN);
  for (const name of Object.values(NAMES)) await removeDevices(page, name);
  site = await ownSite();
  channels.both = await addCamera(page, NAMES.both, 7, { subUrl: cameraUrl(7, '/sub') });
  channels.tone = await addCamera(page, NAMES.tone, 5);
  channels.aac = await addCamera(page, NAMES.aac, 2);
  channels.h265 = await addCamera(page, NAMES.h265, `${site.url}/2`);
  channels.mjpeg = await addCamera(page, NAMES.mjpeg, `${site.url}/3`);
});
after(async () => {
  try {
    await removePlans(page, PLAN);
    for (const name of Object.values(NAMES)) await removeDevices(page, name);
  } finally {
    site.process.kill();
    await browser.close();
  }
});

/** A simulator of this test's own: a camera each of H.264, H.265 and Motion JPEG. */
async function ownSite() {
  const target = new URL('../../simulator/target/', import.meta.url);
  const jar = readdirSync(target).find((file) => /^lynceus-simulator-.*\.jar$/.test(file) && !/sources|original/.test(file));
  assert.ok(jar, 'the simulator is built: mvn -pl simulator -am package');
  const { LYNCEUS_SIM_PASSWORD: _, ...env } = process.env;
  const process_ = spawn('java', ['-jar', new URL(jar, target).pathname, '--port', '0', '--control-port', '0', '--cameras', '1', '--extra', 'h265,mjpeg'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: process_.stdout })) {
    const url = /(rtsp:\/\/127\.0\.0\.1:\d+\/camera)\/1\.\./.exec(line)?.[1];
    if (url !== undefined) return { process: process_, url };
  }
  throw new Error('the simulator ended');
}

check('a small pane shows the sub stream, maximised the main one', () => page, async () => {
  await page.goto(`/live?n=9&c=${channels.both}`);
  await playing('SUB');
  assert.equal((await videoState(video())).width, 320);
  await page.keyboard.press('m');
  await playing('MAIN');
  await page.waitForFunction(() => document.querySelector('.ly-pane video').videoWidth === 1280);
  await page.keyboard.press('m');
  await playing('SUB');
  await page.waitForFunction(() => document.querySelector('.ly-pane video').videoWidth === 320);
});

check('G.711 is heard while the pane has sound', () => page, async () => {
  await page.goto(`/live?n=1&c=${channels.tone}`);
  await playing();
  const level = () => video().evaluate((v) => Number(v.dataset.soundLevel ?? 0));
  assert.equal(await level(), 0, 'silent at first');
  await page.keyboard.press('s');
  // The camera's tone has a root mean square of 0.13; half of it is played even when half of the samples are missing.
  await eventually('the tone is heard', async () => (await level()) > 0.06);
  await page.keyboard.press('s');
  await eventually('it is silent again', async () => (await level()) === 0);
});

check('sound that browsers decode is fed only while it is heard, without asking the camera anew', () => page, async () => {
  const sockets = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(`/live?n=1&c=${channels.aac}`);
  await playing();
  const decoded = () => video().evaluate((v) => v.webkitAudioDecodedByteCount);
  const opened = sockets.length;
  const { frames } = await videoState(video());
  await page.waitForFunction(([v, n]) => v.getVideoPlaybackQuality().totalVideoFrames > n + 25, [await video().elementHandle(), frames]);
  assert.equal(await decoded(), 0, 'a silent pane decodes no sound');
  await page.keyboard.press('s');
  await eventually('sound is decoded', async () => (await decoded()) > 0);
  await playing();
  assert.equal(await video().evaluate((v) => v.muted), false);
  await page.keyboard.press('s');
  await eventually('no sound is decoded any more', async () => (await decoded()) === 0);
  await playing();
  assert.equal(sockets.length, opened, 'one connection served all of it');
});

check('where both streams are recorded, playback shows the one that is chosen', () => page, async () => {
  await setRecording(page, channels.both, true);
  const plan = await call(page, 'POST', '/api/v1/recording-plans', {
    name: PLAN, enabled: true, templateId: ALL_DAY, kind: 'CONTINUOUS', stream: 'SUB', preSeconds: 0, postSeconds: 0, channelIds: [channels.both],
  });
  assert.equal(plan.status, 201, JSON.stringify(plan.body));
  const long = (spans) => spans.some((span) => span.to - span.from > 8_000);
  for (const stream of ['MAIN', 'SUB']) {
    await eventually(`8 s of ${stream}`, async () => long(await recordedSpans(page, channels.both, 600, stream)), 90_000);
  }
  const [{ from }] = (await recordedSpans(page, channels.both, 600, 'SUB')).filter((span) => span.to - span.from > 8_000);
  await page.goto(`/playback?channel=${channels.both}&t=${new Date(from + 2_000).toISOString()}`);
  const shows = (width) => page.waitForFunction((w) => document.querySelector('.ly-playback-picture[data-phase=ready] video')?.videoWidth === w, width, { timeout: 30_000 });
  await shows(1280);
  await page.getByLabel('Stream', { exact: true }).selectOption({ label: 'Sub stream' });
  await shows(320);
  await page.waitForURL(/stream=sub/);
  await page.reload();
  await shows(320);
  await page.getByLabel('Stream', { exact: true }).selectOption({ label: 'Main stream' });
  await shows(1280);
});

for (const [kind, words] of [['h265', /H\.265/], ['mjpeg', /Motion JPEG/]]) {
  check(`a pane shows ${kind}, or says in words why it cannot`, () => page, async () => {
    await page.goto(`/live?n=1&c=${channels[kind]}`);
    const shown = page.locator('.ly-pane video[data-status=playing]');
    const why = page.locator('.ly-pane-why').getByText(words);
    await shown.or(why).waitFor({ timeout: 60_000 });
    if (await shown.isVisible()) assert.equal((await videoState(shown)).width, 640);
    else assert.match(await why.innerText(), /cannot show/);
  });
}
