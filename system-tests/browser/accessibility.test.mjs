import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, check, ensureRecordedCamera, openPage, signIn, violations } from './support.mjs';

let page;
let channel;
before(async () => {
  page = await openPage({ bypassCSP: true });
  await signIn(page, ADMIN, '/devices');
  channel = await ensureRecordedCamera(page);
});
after(() => browser.close());

const PAGES = {
  Live: () => `/live?n=4&c=${channel}&p=2`,
  Playback: () => `/playback?channel=${channel}&t=${new Date(Date.now() - 20_000).toISOString()}`,
  Devices: () => '/devices',
  'Add device': () => '/devices?add=1',
  System: () => '/system',
  Schedules: () => '/schedules',
  'Add template': () => '/schedules?add=1',
  Recording: () => '/recording',
  'Add plan': () => '/recording?plan=new',
  Storage: () => '/storage',
  Downloads: () => '/downloads',
  'There is no such page': () => '/nowhere',
};

const HEADINGS = { 'Add template': 'Schedules' };

for (const theme of ['dark', 'light']) {
  for (const [name, path] of Object.entries(PAGES)) {
    check(`axe finds nothing: ${name}, ${theme}`, () => page, async () => {
      await page.evaluate((t) => localStorage.setItem('lynceus.theme', t), theme);
      await page.goto(path());
      await page.getByRole('heading', { name: HEADINGS[name] ?? name }).first().waitFor();
      await page.locator('.ly-link').getByText('Connected').waitFor();
      assert.deepEqual(await violations(page), []);
    });
  }
}

const CHINESE = { '/live': '实时预览', '/playback': '录像回放', '/devices': '设备', '/system': '系统', '/schedules': '时间模板', '/storage': '存储', '/downloads': '下载中心', '/recording': '录像' };

check('Chinese is one click away and complete', () => page, async () => {
  await page.goto('/devices');
  await page.getByRole('button', { name: '中文' }).click();
  for (const [path, title] of Object.entries(CHINESE)) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
    assert.deepEqual(await violations(page), []);
  }
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Recording' }).waitFor();
});

check('a phone shows every page without scrolling sideways', () => page, async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [PAGES.Live(), PAGES.Playback(), '/devices', '/system', '/schedules', '/schedules?add=1', '/recording', '/recording?tab=channels', '/recording?tab=gaps', '/storage', '/downloads']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main .ly-empty[role="status"]').waitFor({ state: 'detached' }); // what was loading is there
    const [wide, room] = await page.evaluate(() => {
      const main = document.querySelector('main');
      return [Math.max(document.documentElement.scrollWidth, main.scrollWidth), window.innerWidth];
    });
    assert.ok(wide <= room, `${path}: ${wide} px in ${room} px`);
    assert.deepEqual(await violations(page), []);
  }
});
