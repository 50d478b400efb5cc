// Screenshots for judging the interface: node dev/shoot.mjs <base url> <out dir> [name filter]
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [base, out, filter = ''] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const SHOTS = [
  { name: 'live', path: '/live', wait: 3000 },
  { name: 'live-light', path: '/live', theme: 'light', wait: 3000 },
  { name: 'live-zh', path: '/live', language: 'zh', wait: 3000 },
  { name: 'live-phone', path: '/live', size: [390, 844], wait: 3000 },
  { name: 'devices', path: '/devices' },
  { name: 'devices-light', path: '/devices', theme: 'light' },
  { name: 'devices-zh', path: '/devices', language: 'zh' },
  { name: 'devices-phone', path: '/devices', size: [390, 844] },
  { name: 'device-add', path: '/devices?add=1' },
  { name: 'system', path: '/system' },
  { name: 'system-light', path: '/system', theme: 'light' },
  { name: 'help', path: '/live', keys: ['?'], wait: 1500 },
  { name: 'playback', path: '/playback', playback: true, wait: 4000 },
  { name: 'playback-light', path: '/playback', playback: true, theme: 'light', wait: 4000 },
  { name: 'playback-zh', path: '/playback', playback: true, language: 'zh', wait: 4000 },
  { name: 'playback-phone', path: '/playback', playback: true, size: [390, 844], wait: 4000 },
];
for (const shot of SHOTS.filter((s) => s.name.includes(filter))) {
  const [width, height] = shot.size ?? [1600, 900];
  const context = await browser.newContext({ viewport: { width, height }, timezoneId: 'Europe/Berlin' });
  await context.addInitScript(([theme, language]) => {
    localStorage.setItem('lynceus.theme', theme);
    localStorage.setItem('lynceus.language', language);
  }, [shot.theme ?? 'dark', shot.language ?? 'en']);
  const page = await context.newPage();
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log(shot.name, m.type(), m.text().slice(0, 300)));
  page.on('pageerror', (e) => console.log(shot.name, 'pageerror', e.message));
  const path = shot.playback
    ? `/playback?channel=00000000-0000-7000-8000-000000000101&t=${new Date(Date.now() - 3600e3).toISOString()}`
    : shot.path;
  await page.goto(base + path);
  await page.waitForLoadState('load');
  await page.waitForTimeout(shot.wait ?? 1200);
  for (const key of shot.keys ?? []) await page.keyboard.press(key);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${out}/${shot.name}.png` });
  await context.close();
}
await browser.close();
