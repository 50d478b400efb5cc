// The pictures of docs/guide/images, taken from a server with the simulated site (./lynceus start --demo).
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ADMIN, browser, call, CAMERA, openPage, removeDevices, signIn } from './support.mjs';

const OUT = fileURLToPath(new URL('../../docs/guide/images/', import.meta.url));
mkdirSync(OUT, { recursive: true });

const page = await openPage();
await signIn(page, ADMIN, '/devices');
await removeDevices(page, CAMERA.name);
const { body } = await call(page, 'GET', '/api/v1/devices?limit=1000');
const channels = body.items.flatMap((device) => device.channels);
const recorded = channels.find((c) => c.recording.state === 'RECORDING') ?? channels[0];
const playing = (count) => page.waitForFunction((n) => document.querySelectorAll('video[data-status=playing]').length >= n, count);

async function shoot(name, path, ready, { theme = 'dark', language = 'en', size = { width: 1600, height: 900 } } = {}) {
  await page.setViewportSize(size);
  await page.evaluate(([t, l]) => {
    localStorage.setItem('lynceus.theme', t);
    localStorage.setItem('lynceus.language', l);
  }, [theme, language]);
  await page.goto(path);
  await ready();
  await page.locator('.ly-link .ly-tone-ok').first().waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${OUT}${name}.png` });
  console.log(`${OUT}${name}.png`);
}

const online = channels.filter((c) => c.state === 'ONLINE');
const wall = `/live?n=9&c=${channels.slice(0, 9).map((c) => c.id).join(',')}`;
const shown = Math.min(9, online.length);
const playback = `/playback?channel=${recorded.id}&t=${new Date(Date.now() - 60_000).toISOString()}`;
const playbackReady = async () => {
  await page.locator('.ly-playback-picture[data-phase=ready]').waitFor();
  await page.waitForFunction(() => document.querySelector('.ly-playback-picture video').currentTime > 0.5);
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
};

await shoot('live', wall, () => playing(shown));
await shoot('live-chinese', wall, () => playing(shown), { language: 'zh' });
await shoot('live-phone', `/live?n=4&c=${channels.slice(0, 4).map((c) => c.id).join(',')}`, () => playing(Math.min(4, shown)), { size: { width: 390, height: 844 } });
await shoot('playback', playback, playbackReady);
await shoot('devices', '/devices', () => page.getByRole('row').nth(1).waitFor());
await shoot('devices-light', '/devices', () => page.getByRole('row').nth(1).waitFor(), { theme: 'light' });
await shoot('add-device', '/devices?add=1', () => page.getByRole('dialog').waitFor());
await browser.close();
