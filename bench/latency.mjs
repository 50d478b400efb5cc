// Measures how long a frame takes from the camera's socket to the picture in a browser.
// Run by `bench/run latency`; the camera's picture carries its frame number as 24 blocks at the bottom edge, and the simulator
// tells when each frame was sent. Both clocks are the machine's own. Prints p50, p95 and the count as JSON.
import { ADMIN, browser, openPage, signIn } from '../system-tests/browser/support.mjs';

const CONTROL = process.env.LYNCEUS_SIM_CONTROL;
const SECONDS = Number(process.env.SECONDS ?? 30);
const CAMERA_NUMBER = Number(process.env.CAMERA_NUMBER ?? 2);
const CAMERA_NAME = process.env.CAMERA_NAME ?? 'Gate';

const page = await openPage();
await signIn(page, ADMIN);
const channel = await page.evaluate(async (name) => {
  const answer = await fetch(`/api/v1/channels?q=${encodeURIComponent(name)}`, { headers: { accept: 'application/json' } });
  return (await answer.json()).items[0].id;
}, CAMERA_NAME);
await page.goto(`/live?n=1&c=${channel}`);
await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0);

const seen = await page.evaluate(
  (milliseconds) =>
    new Promise((resolve) => {
      const video = document.querySelector('video');
      const canvas = new OffscreenCanvas(1280, 16);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      const frames = [];
      const end = performance.now() + milliseconds;
      function onFrame(now) {
        context.drawImage(video, 0, 704, 1280, 16, 0, 0, 1280, 16);
        const pixels = context.getImageData(0, 8, 1280, 1).data;
        let number = 0;
        for (let bit = 0; bit < 24; bit++) {
          number = number * 2 + (pixels[(16 + bit * 52 + 26) * 4] > 127 ? 1 : 0);
        }
        frames.push({ number, at: performance.timeOrigin + now });
        if (now < end) video.requestVideoFrameCallback(onFrame);
        else resolve(frames);
      }
      video.requestVideoFrameCallback(onFrame);
    }),
  SECONDS * 1000,
);
await browser.close();

const answer = await fetch(`${CONTROL}/cameras/${CAMERA_NUMBER}/frames?since=0`);
const sent = (await answer.json()).items.map((frame) => ({ number: frame.frameInClip, at: Date.parse(frame.sentAt) }));
const latencies = seen
  .map((picture) => {
    const source = sent.filter((frame) => frame.number === picture.number && frame.at <= picture.at).at(-1);
    return source === undefined ? undefined : picture.at - source.at;
  })
  .filter((latency) => latency !== undefined && latency < 8000)
  .sort((a, b) => a - b);
const quantile = (q) => Math.round(latencies[Math.min(latencies.length - 1, Math.floor(q * latencies.length))]);
console.log(JSON.stringify({ pictures: seen.length, matched: latencies.length, p50: quantile(0.5), p95: quantile(0.95), max: quantile(1) }));
