import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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
  // How soon is bench/'s to say; that the picture catches up must hold on a busy machine as well.
  await page.waitForFunction((element) => Number(element.dataset.behindMillis) < 800, await video().elementHandle());
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
  await page.keyboard.press('5');
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

check('every layout shows its panes, arrows follow the large one', () => page, async () => {
  await page.goto(`/live?n=1&c=${channel}`);
  for (const size of [1, 4, 6, 8, 9, 13, 16, 25, 36, 64]) {
    await page.getByRole('button', { name: `${size} panes`, exact: true }).click();
    await page.locator(`.ly-wall-${size}`).waitFor();
    assert.equal(await page.locator('.ly-pane').count(), size);
  }
  await page.goto(`/live?n=6&c=${channel}`);
  await page.locator('.ly-pane').nth(5).waitFor();
  const [large, small] = await page.locator('.ly-pane').evaluateAll((panes) => panes.map((p) => p.clientWidth));
  assert.ok(large > 1.9 * small, `${large} px beside ${small} px`);
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/p=4/);
});

check('wheel and drag enlarge the picture, 0 shows it whole', () => page, async () => {
  await page.goto(`/live?n=1&c=${channel}`);
  await playing();
  const scale = () => video().evaluate((v) => new DOMMatrix(getComputedStyle(v).transform).a);
  const box = await pane().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -100);
  await page.getByText('2.4×').waitFor();
  assert.ok((await scale()) > 2);
  const left = () => video().evaluate((v) => v.getBoundingClientRect().left);
  const before = await left();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  assert.ok((await left()) > before + 60);
  await page.keyboard.press('0');
  await page.getByText('2.4×').waitFor({ state: 'detached' });
  assert.equal(await scale(), 1);
});

check('a pane is kept as a file, saved when the layout drops the pane', () => page, async () => {
  await page.goto(`/live?n=4&c=,,,${channel}&p=4`);
  await playing();
  await page.keyboard.press('r');
  await page.getByText('FILE', { exact: true }).waitFor();
  const { frames } = await videoState(video());
  await page.waitForFunction(([v, n]) => v.getVideoPlaybackQuality().totalVideoFrames > n + 100, [await video().elementHandle(), frames]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('1')]);
  assert.match(download.suggestedFilename(), /\.mp4$/);
  const bytes = await readFile(await download.path());
  assert.equal(bytes.toString('latin1', 4, 8), 'ftyp');
  assert.ok(bytes.includes('moof'), 'has fragments');
});

check('the last half minute is replayed in the pane, Escape goes back to live', () => page, async () => {
  await page.goto(`/live?n=1&c=${channel}`);
  await playing();
  await page.keyboard.press('i');
  await pane().locator('video[data-replay=ready]').waitFor({ timeout: 30_000 });
  await page.waitForFunction((v) => v.currentTime > 0 && v.getVideoPlaybackQuality().totalVideoFrames > 5, await video().elementHandle());
  await page.keyboard.press('Escape');
  await pane().locator('video[data-status=playing]:not([data-replay])').waitFor({ timeout: 30_000 });
});

check('keys pressed faster than the page paints act on the pane they lead to', () => page, async () => {
  await page.goto(`/live?n=9&c=${channel}&p=5`);
  await page.locator('.ly-wall-9').waitFor();
  await page.evaluate(() => {
    for (const key of ['ArrowLeft', 'ArrowUp', 'Delete']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await pane().waitFor({ state: 'detached' });
});

check('a pane that is painted late takes the focus from nobody who types by then', () => page, async () => {
  await page.goto('/live?n=9&p=5');
  await page.locator('.ly-wall-9').waitFor();
  await page.evaluate(() => {
    for (const key of ['ArrowLeft', '/']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await page.locator('.ly-pane.ly-selected[aria-label^="Pane 4"]').waitFor();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  assert.ok(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement));
});

check('a camera is found and placed without the mouse', () => page, async () => {
  await page.goto('/live?n=9');
  await page.locator('.ly-wall-9').waitFor();
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
