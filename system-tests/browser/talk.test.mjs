// Talking to a camera from its pane, with Chromium's own microphone that beeps: what arrives is asked at the simulated camera.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { createRequire } from 'node:module';
import { ADMIN, browser, call, CAMERA, check, eventually, openPage, OPERATOR, removeDevices, signIn, violations } from './support.mjs';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const NAME = 'Listening camera';
const NUMBER = 4;
const SIMULATOR = process.env.LYNCEUS_SIMULATOR;
let page;
let channel;
let beeping;

const heard = async () => (await fetch(`${SIMULATOR}/cameras/${NUMBER}/heard`)).json();
const panel = (on) => on.getByRole('group', { name: 'Talk to the camera' });

async function open(on) {
  await on.goto(`/live?n=1&c=${channel}`);
  await on.locator('video[data-status="playing"]').waitFor();
  await on.locator('.ly-pane').hover({ position: { x: 20, y: 60 } });
  await on.getByRole('button', { name: 'Talk to the camera', exact: true }).click();
}

before(async () => {
  assert.ok(SIMULATOR, 'LYNCEUS_SIMULATOR is not set');
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  await removeDevices(page, NAME);
  const added = await call(page, 'POST', '/api/v1/devices', { ...CAMERA, name: NAME, url: process.env.LYNCEUS_ONVIF_URL.replace('/onvif/2/', `/onvif/${NUMBER}/`) });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  channel = added.body.channels[0].id;
  beeping = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
    ],
  });
});
after(async () => {
  await removeDevices(page, NAME);
  await beeping.close();
  await browser.close();
});

check('what the microphone hears arrives at the camera, and who else wants to talk is told', () => page, async () => {
  const talking = await openPage({}, beeping);
  await signIn(talking, OPERATOR, '/live');
  await open(talking);
  await panel(talking).getByText('The camera listens. Speak.').waitFor();
  const before = await heard();
  await eventually('two seconds of speech', async () => (await heard()).packets > before.packets + 100);
  const now = await heard();
  assert.equal(now.lost, 0);
  assert.equal(now.talkers, 1);
  await eventually('a beep', async () => (await heard()).level > 0.005);
  assert.deepEqual(await violations(talking), []);

  const other = await openPage({}, beeping);
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
