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

const ids = channels.map((c) => c.id);
const mosaic = `/live?n=6&c=${ids.slice(0, 6).join(',')}`;
const several = `/playback?channel=${ids.slice(0, 4).join(',')}&t=${new Date(Date.now() - 60_000).toISOString()}`;
const clip = [120, 20].map((seconds) => new Date(Date.now() - seconds * 1000).toISOString());

/** A template worth looking at, removed again afterwards. */
async function exampleTemplate() {
  const name = 'Shop hours';
  const { body: list } = await call(page, 'GET', '/api/v1/time-templates');
  for (const old of list.items.filter((t) => t.name === name)) {
    await call(page, 'DELETE', `/api/v1/time-templates/${old.id}`, undefined, { 'If-Match': `"${old.version}"` });
  }
  const open = [{ from: '08:00', to: '12:30' }, { from: '13:15', to: '19:00' }];
  const week = Object.fromEntries(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => [day, open]));
  const holidays = [{ name: 'Christmas', days: [{ from: '2026-12-24', to: '2026-12-26', yearly: true }], periods: [] }];
  const added = await call(page, 'POST', '/api/v1/time-templates', { name, week: { ...week, SATURDAY: [{ from: '09:00', to: '14:00' }] }, holidays });
  return added.body;
}

await shoot('live', mosaic, () => playing(Math.min(6, online.length)));
await shoot('live-chinese', wall, () => playing(shown), { language: 'zh' });
await shoot('live-phone', `/live?n=4&c=${ids.slice(0, 4).join(',')}`, () => playing(Math.min(4, shown)), { size: { width: 390, height: 844 } });
await shoot('playback', several, async () => {
  await page.locator('.ly-playback-picture[data-phase=ready]').first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.ly-playback-picture video')].some((v) => v.currentTime > 0.5));
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
});
await shoot('export', `${playback}&from=${clip[0]}&to=${clip[1]}`, async () => {
  await playbackReady();
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByLabel('Reason (mandatory)').fill('Police request 4711');
});
await shoot('devices', '/devices', () => page.getByRole('row').nth(1).waitFor());
const template = await exampleTemplate();
await shoot('schedule', `/schedules?id=${template.id}`, () => page.locator('.ly-week-bar i').first().waitFor());
await call(page, 'DELETE', `/api/v1/time-templates/${template.id}`, undefined, { 'If-Match': `"${template.version}"` });
await shoot('recording-light', '/recording?tab=channels', () => page.getByRole('row').nth(1).waitFor(), { theme: 'light' });
await browser.close();
