import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, check, ensureRecordedCamera, openPage, signIn, videoState } from './support.mjs';

let page;
let channel;
const pane = () => page.locator(`.ly-pane[data-channel="${channel}"]`);
const video = () => pane().locator('video');
const playing = () => pane().locator('video[data-status=playing]').waitFor({ timeout: 30_000 });

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  channel = await ensureRecordedCamera(page);
});
after(() => browser.close());

check('live pictures move', () => page, async () => {
  await page.goto(`/live?n=4&c=${channel}`);
  await playing();
  const first = await videoState(video());
  assert.ok(first.width > 0);
  await page.waitForFunction(
    ([element, frames]) => element.getVideoPlaybackQuality().totalVideoFrames > frames + 50,
    [await video().elementHandle(), first.frames],
  );
  const later = await videoState(video());
  assert.ok(later.time > first.time + 1, `currentTime ${first.time} -> ${later.time}`);
  assert.ok(later.frames > 2 * later.dropped, `${later.dropped} of ${later.frames} frames dropped`);
  assert.ok(later.behind < 800, `${later.behind} ms behind the newest frame`);
  await pane().getByText('REC').waitFor();
});

check('a refresh and a new tab keep the wall', () => page, async () => {
  await page.goto(`/live?n=9&c=,,${channel}&p=3`);
  await playing();
  await page.reload();
  await playing();
  assert.equal(await page.locator('.ly-pane').count(), 9);
  const other = await page.context().newPage();
  await other.goto('/live');
  await other.locator(`.ly-pane[data-channel="${channel}"] video[data-status=playing]`).waitFor({ timeout: 30_000 });
  assert.equal(await other.locator('.ly-pane').count(), 9);
  assert.match(other.url(), /p=3/);
  await other.close();
});

check('the keyboard chooses layouts, moves, maximises and removes', () => page, async () => {
  await page.goto(`/live?n=4&c=${channel}`);
  await playing();
  await page.keyboard.press('3');
  await page.locator('.ly-wall-9').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/p=5/);
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Pane 5: empty');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('m');
  await page.locator('.ly-wall-1').waitFor();
  assert.equal(await page.locator('.ly-pane').count(), 1);
  await page.keyboard.press('Enter');
  await page.locator('.ly-wall-9').waitFor();
  await page.keyboard.press('Delete');
  await pane().waitFor({ state: 'detached' });
});

check('keys pressed faster than the page paints act on the pane they lead to', () => page, async () => {
  await page.goto(`/live?n=9&c=${channel}&p=5`);
  await page.locator('.ly-wall-9').waitFor();
  await page.evaluate(() => {
    for (const key of ['ArrowLeft', 'ArrowUp', 'Delete']) window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await pane().waitFor({ state: 'detached' });
});

check('a camera is found and placed without the mouse', () => page, async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('browser test');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await playing();
});

check('a camera is placed by double click and by dragging', () => page, async () => {
  await page.goto('/live?n=4');
  const entry = page.getByRole('treeitem', { name: /Browser test camera/ });
  await entry.dblclick();
  await playing();
  await entry.dragTo(page.locator('.ly-pane').nth(3));
  await page.waitForURL((url) => url.searchParams.get('c') === `,,,${channel}`);
});

check('help lists the keys of the page', () => page, async () => {
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByText('Move between panes').waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
});

check('a snapshot is a picture', () => page, async () => {
  await page.goto(`/live?n=1&c=${channel}`);
  await playing();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('c')]);
  const stream = await download.createReadStream();
  const [head] = await stream.take(1).toArray();
  assert.deepEqual([...head.subarray(0, 3)], [0xff, 0xd8, 0xff]);
});

check('one key leads from a pane to its playback', () => page, async () => {
  await page.keyboard.press('p');
  await page.waitForURL((url) => url.pathname === '/playback' && url.searchParams.get('channel') === channel);
});

check('a camera that does not exist says so', () => page, async () => {
  await page.goto('/live?n=1&c=00000000-0000-7000-8000-00000000dead');
  await page.getByText('This camera does not exist any more').waitFor();
});
