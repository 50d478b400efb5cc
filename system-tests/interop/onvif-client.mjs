// Interoperability of the simulated cameras: the ONVIF client of npm (agsh/onvif) finds its way at one of them. Proves that what our own
// client is tested against is what a stranger takes for ONVIF. Prints "N passed, N failed"; exit code 1 when something failed.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { Cam } = require('onvif');
const control = `http://127.0.0.1:${process.env.LYNCEUS_SIM_CONTROL_PORT}/cameras/2`;
const camera = await new Promise((resolve, reject) => {
  const cam = new Cam({
    hostname: '127.0.0.1', port: Number(process.env.LYNCEUS_SIM_ONVIF_PORT), path: '/onvif/2/device_service', timeout: 30_000,
    username: process.env.LYNCEUS_SIM_USER ?? 'camera', password: process.env.LYNCEUS_SIM_PASSWORD,
  }, (error) => (error ? reject(error) : resolve(cam)));
});
const ask = (operation, ...args) => promisify(camera[operation]).apply(camera, args);
let passed = 0;
let failed = 0;

async function check(name, body) {
  try {
    await body();
    passed++;
    console.log(`ok    npm onvif: ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  npm onvif: ${name}\n      ${error.stack}`);
  }
}

/** Waits for a condition about the camera. */
async function until(what, condition) {
  const end = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within 30 s: ${what}`);
    await sleep(100);
  }
}

const says = async (path) => (await fetch(`${control}/${path}`)).json();
const fire = async (words) => assert.equal((await fetch(`${control}/event`, { method: 'POST', body: words })).status, 200);

await check('reads who the camera is', async () => {
  assert.equal((await ask('getDeviceInformation')).serialNumber, 'SIM000002');
});
await check('finds the profiles and the stream', async () => {
  assert.deepEqual(camera.profiles.map((profile) => profile.$.token), ['main', 'sub']);
  assert.match((await ask('getStreamUri', { protocol: 'RTSP' })).uri, /^rtsp:\/\/127\.0\.0\.1:\d+\/camera\/2/);
});
await check('keeps a position, moves away and comes back to it', async () => {
  await ask('setPreset', { presetName: 'Gate' });
  const token = (await ask('getPresets', {})).Gate.$.token;
  const before = await says('ptz');
  await ask('continuousMove', { x: 0.5, y: 0, zoom: 0, timeout: 2_000 });
  await until('the camera moved', async () => Math.abs((await says('ptz')).pan - before.pan) > 0.05);
  await ask('stop', { panTilt: true, zoom: true });
  await ask('gotoPreset', { preset: token });
  await until('the camera is back', async () => Math.abs((await says('ptz')).pan - before.pan) < 0.01);
});
await check('hears of motion through a pull point', async () => {
  const heard = [];
  camera.on('event', (message) => heard.push(JSON.stringify(message)));
  await until('the pull point', async () => (await says('pull-points')).open > 0);
  await fire('motion on');
  await until('the event', () => heard.some((text) => text.includes('VideoSource/MotionAlarm') && text.includes('true')));
  camera.removeAllListeners('event');
  await fire('motion off');
});

console.log(`${passed} passed, ${failed} failed`);
// The client goes on pulling by itself; there is no other end.
process.exit(failed > 0 ? 1 : 0);
