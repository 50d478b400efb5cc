// Talking to a camera from its pane: Chromium's microphone hears a tone of 440 Hz; what arrives is asked at the simulated camera.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, browser, call, CAMERA, check, eventually, openPage, OPERATOR, removeDevices, signIn, violations } from './support.mjs';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const NAME = 'Listening camera';
const NUMBER = 4;
const SIMULATOR = process.env.LYNCEUS_SIM_CONTROL;
let page;
let channel;
let speaking;

/** A WAV file of two seconds, 48000 samples a second of 16 bits. */
function toneFile(hertz) {
  const samples = Int16Array.from({ length: 96_000 }, (_, i) => 12_000 * Math.sin((2 * Math.PI * hertz * i) / 48_000));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(48_000, 24);
  head.writeUInt32LE(96_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

const heard = async () => (await fetch(`${SIMULATOR}/cameras/${NUMBER}/heard`)).json();
const panel = (on) => on.getByRole('group', { name: 'Talk to the camera' });

async function open(on) {
  await on.goto(`/live?n=1&c=${channel}`);
  await on.locator('video[data-status="playing"]').waitFor();
  await on.locator('.ly-pane').hover({ position: { x: 20, y: 60 } });
  await on.getByRole('button', { name: 'Talk to the camera', exact: true }).click();
}

before(async () => {
  assert.ok(SIMULATOR, 'LYNCEUS_SIM_CONTROL is not set');
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  await removeDevices(page, NAME);
  const added = await call(page, 'POST', '/api/v1/devices', { ...CAMERA, name: NAME, url: process.env.LYNCEUS_ONVIF_URL.replace('/onvif/2/', `/onvif/${NUMBER}/`) });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  channel = added.body.channels[0].id;
  const tone = join(mkdtempSync(join(tmpdir(), 'lynceus-talk-')), 'tone.wav');
  writeFileSync(tone, toneFile(440));
  speaking = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-audio-capture=${tone}`,
    ],
  });
});
after(async () => {
  await removeDevices(page, NAME);
  await speaking.close();
  await browser.close();
});

check('what the microphone hears arrives at the camera, and who else wants to talk is told', () => page, async () => {
  const talking = await openPage({}, speaking);
  await signIn(talking, OPERATOR, '/live');
  await open(talking);
  await panel(talking).getByText('The camera listens. Speak.').waitFor();
  const before = await heard();
  await eventually('two seconds of speech', async () => (await heard()).packets > before.packets + 100);
  const now = await heard();
  assert.equal(now.lost, 0);
  assert.equal(now.talkers, 1);
  await eventually('the tone', async () => {
    const { hertz, level } = await heard();
    return hertz > 420 && hertz < 460 && level > 0.01;
  });
  assert.deepEqual(await violations(talking), []);

  const other = await openPage({}, speaking);
  await signIn(other, ADMIN, '/live');
  await open(other);
  await panel(other).getByRole('alert').getByText('operator talks to this camera now.').waitFor();
  await panel(talking).getByRole('button', { name: 'Hang up' }).click();
  await eventually('the camera is let go', async () => (await heard()).talkers === 0);
  await panel(other).getByRole('button', { name: 'Try again' }).click();
  await panel(other).getByText('The camera listens. Speak.').waitFor();
  await other.close();
  await eventually('a closed page hangs up', async () => (await heard()).talkers === 0);
  await talking.context().close();
});

check('without a microphone, or without leave to use it, the page says so', () => page, async () => {
  await open(page);
  await panel(page).getByRole('alert').waitFor();
  const words = await panel(page).getByRole('alert').innerText();
  assert.match(words, /no microphone at this computer|does not allow the microphone/);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
});
