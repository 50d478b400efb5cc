// Measures how long playback in a browser takes from a seek to the first picture of the new time:
//     node bench/seek.mjs            on a site started by `./lynceus start --demo` that has recorded for a few minutes
// Near: within what the open playlist covers (from two minutes before the time it was opened for); far: before that, so that playlist
// and all else are fetched anew. The playback is paused, so that the next presented picture is the one that was asked for.
import { execFileSync } from 'node:child_process';

const SEEKS = Number(process.env.SEEKS ?? 60);
const CAMERA_NAME = process.env.CAMERA_NAME ?? 'Gate';

const credentials = execFileSync(new URL('../lynceus', import.meta.url).pathname, ['credentials'], { encoding: 'utf8' });
const line = (start) => credentials.split('\n').find((text) => text.startsWith(start))?.trim().split(/\s+/) ?? [];
const settings = {
  LYNCEUS_URL: line('Web address').at(-1), LYNCEUS_ADMIN_USER: 'admin', LYNCEUS_ADMIN_PASSWORD: line('Administrator').at(-1),
  LYNCEUS_OPERATOR_USER: 'operator', LYNCEUS_OPERATOR_PASSWORD: '-', LYNCEUS_CAMERA_URL: 'rtsp://127.0.0.1/', LYNCEUS_ARTIFACTS: 'bench/target/seek',
};
for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
const { ADMIN, browser, openPage, recordedSpans, signIn } = await import('../system-tests/browser/support.mjs');

const page = await openPage();
await signIn(page, ADMIN, '/playback');
const channel = await page.evaluate(async (name) => {
  const answer = await fetch(`/api/v1/channels?q=${encodeURIComponent(name)}`, { headers: { accept: 'application/json' } });
  return (await answer.json()).items[0].id;
}, CAMERA_NAME);
const spans = (await recordedSpans(page, channel)).filter((span) => span.to - span.from > 5_000);
const COVERED = 110_000;
const opened = spans.at(-1).to - 5_000;
const first = spans[0].from;
if (opened - COVERED - 60_000 < first) throw new Error('three minutes have to be recorded');

/** Opens the page paused at the newest recordings, the timeline zoomed to what is recorded. */
async function open() {
  await page.goto(`/playback?channel=${channel}&t=${new Date(opened).toISOString()}`);
  await page.locator('.ly-playback-picture[data-phase=ready]').waitFor();
  await page.waitForFunction(() => document.querySelector('.ly-playback-picture video').getVideoPlaybackQuality().totalVideoFrames > 0);
  await page.keyboard.press('k');
  await page.waitForFunction(() => document.querySelector('.ly-playback-picture video').paused);
  await page.getByRole('slider', { name: 'Timeline of recordings' }).waitFor();
  for (let { min, max } = await range(); (max - min) / 2 > opened - first; { min, max } = await range()) {
    await page.keyboard.press('+');
    await page.waitForFunction(([e, before]) => e.ariaValueMax - e.ariaValueMin < before, [await page.locator('.ly-timeline canvas').elementHandle(), max - min]);
  }
}

function range() {
  return page.locator('.ly-timeline canvas').evaluate((e) => ({ min: Number(e.ariaValueMin), max: Number(e.ariaValueMax), box: e.getBoundingClientRect().toJSON() }));
}

/** Clicks the time on the timeline; milliseconds from the click to its picture. */
async function seek(at) {
  const { min, max, box } = await range();
  await page.evaluate(() => {
    const video = document.querySelector('.ly-playback-picture video');
    window.pictureAfter = new Promise((resolve) => {
      document.querySelector('.ly-timeline canvas').addEventListener('pointerup', () => {
        const clicked = performance.now();
        video.requestVideoFrameCallback((now) => resolve(now - clicked));
      }, { once: true });
    });
  });
  await page.mouse.click(box.x + ((at - min) / (max - min)) * box.width, box.y + box.height / 2);
  return page.evaluate(() => window.pictureAfter);
}

const quantile = (times, q) => Math.round(times[Math.min(times.length - 1, Math.floor(q * times.length))]);
const told = (times) => {
  times.sort((a, b) => a - b);
  return { seeks: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: quantile(times, 1) };
};
/** A random recorded time between two. */
function somewhere(from, to) {
  for (;;) {
    const at = from + Math.random() * (to - from);
    if (spans.some((span) => span.from + 1_000 < at && at < span.to - 1_000)) return at;
  }
}

await open();
const near = [];
while (near.length < SEEKS) near.push(await seek(somewhere(opened - COVERED, opened)));
const far = [];
while (far.length < SEEKS / 3) {
  await open();
  far.push(await seek(somewhere(first, opened - COVERED - 30_000)));
}
await browser.close();
console.log(JSON.stringify({ near: told(near), far: told(far) }));
