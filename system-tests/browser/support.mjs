// What the browser tests share: one headless Chromium, sign-in through Keycloak, a camera to work with, axe.
// The server under test and its accounts come from the environment (see README.md).
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const BASE = setting('LYNCEUS_URL').replace(/\/$/, '');
export const ADMIN = { name: setting('LYNCEUS_ADMIN_USER'), password: setting('LYNCEUS_ADMIN_PASSWORD') };
export const OPERATOR = { name: setting('LYNCEUS_OPERATOR_USER'), password: setting('LYNCEUS_OPERATOR_PASSWORD') };
export const CAMERA = {
  name: 'Browser test camera',
  url: setting('LYNCEUS_CAMERA_URL'),
  username: process.env.LYNCEUS_CAMERA_USER ?? '',
  password: process.env.LYNCEUS_CAMERA_PASSWORD ?? '',
};
const ARTIFACTS = process.env.LYNCEUS_ARTIFACTS ?? 'target/browser';
mkdirSync(ARTIFACTS, { recursive: true });

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required',
  ],
});

/** A fresh browser profile. What the page complains about is collected in `page.complaints`. */
export async function openPage(options = {}, by = browser) {
  const { theme = 'dark', language = 'en', ...more } = options;
  const context = await by.newContext({
    baseURL: BASE, viewport: { width: 1600, height: 900 }, timezoneId: 'Europe/Berlin', locale: 'en-GB', acceptDownloads: true, ...more,
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(([t, l]) => {
    if (localStorage.getItem('lynceus.theme') === null) localStorage.setItem('lynceus.theme', t);
    if (localStorage.getItem('lynceus.language') === null) localStorage.setItem('lynceus.language', l);
  }, [theme, language]);
  const page = await context.newPage();
  watch(page);
  context.on('page', watch);
  return page;
}

function watch(page) {
  page.complaints ??= [];
  page.on('pageerror', (error) => page.complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) page.complaints.push(message.text());
  });
}

/** Opens a page of the application as that user, through Keycloak's form if it is shown. */
export async function signIn(page, user, path = '/live') {
  await page.goto(path);
  await fillKeycloak(page, user);
  await page.waitForURL((url) => url.origin === BASE && url.pathname === new URL(path, BASE).pathname);
  await page.locator('header .ly-brand').waitFor();
  await page.locator('main h1').first().waitFor();
}

export async function fillKeycloak(page, user) {
  await page.locator('#username').fill(user.name);
  await page.locator('#password').fill(user.password);
  await page.locator('#kc-login').click();
}

/** A call of the API with the page's session. */
export async function call(page, method, path, body, headers = {}) {
  return page.evaluate(async ([m, p, b, h]) => {
    const response = await fetch(p, {
      method: m,
      headers: { Accept: 'application/json', 'X-Requested-With': 'lynceus', ...(b ? { 'Content-Type': 'application/json' } : {}), ...h },
      ...(b ? { body: JSON.stringify(b) } : {}),
    });
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('ETag'), body: text === '' ? undefined : JSON.parse(text) };
  }, [method, path, body, headers]);
}

export async function devicesNamed(page, name) {
  const { status, body } = await call(page, 'GET', '/api/v1/devices?limit=1000');
  assert.equal(status, 200);
  return body.items.filter((device) => device.name === name);
}

export async function removeDevices(page, name) {
  for (const device of await devicesNamed(page, name)) {
    const { status } = await call(page, 'DELETE', `/api/v1/devices/${device.id}`, undefined, { 'If-Match': `"${device.version}"` });
    assert.equal(status, 204);
  }
}

/** The address of another camera of the site that the test camera belongs to. */
export function cameraUrl(number, more = '') {
  return CAMERA.url.replace(/\/camera\/\d+.*$/, `/camera/${number}${more}`);
}

/** Adds a camera by its number at the site, or by its address if it asks for no password. Answers its channel's id. */
export async function addCamera(page, name, camera, more = {}) {
  const of = typeof camera === 'number' ? { ...CAMERA, url: cameraUrl(camera) } : { url: camera };
  const added = await call(page, 'POST', '/api/v1/devices', { ...of, ...more, name });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  return added.body.channels[0].id;
}

export async function removePlans(page, name) {
  const { body } = await call(page, 'GET', '/api/v1/recording-plans');
  for (const plan of body.items.filter((item) => item.name === name)) {
    const { status } = await call(page, 'DELETE', `/api/v1/recording-plans/${plan.id}`, undefined, { 'If-Match': `"${plan.version}"` });
    assert.equal(status, 204);
  }
}

/** Switches recording all day on or off. */
export async function setRecording(page, channel, enabled) {
  const path = `/api/v1/channels/${channel}/recording`;
  const recording = await call(page, 'GET', path);
  if (recording.body.enabled === enabled) return;
  const { status } = await call(page, 'PUT', path, { enabled }, { 'If-Match': recording.etag });
  assert.equal(status, 200);
}

/** What is recorded of a channel's stream since so many seconds ago. */
export async function recordedSpans(page, channel, seconds = 3_600, stream = 'MAIN') {
  const from = new Date(Date.now() - seconds * 1000).toISOString();
  const to = new Date(Date.now() + 60_000).toISOString();
  const { status, body } = await call(page, 'GET', `/api/v1/channels/${channel}/timeline?from=${from}&to=${to}&stream=${stream}`);
  assert.equal(status, 200);
  return body.spans.map((span) => ({ from: Date.parse(span.from), to: Date.parse(span.to) }));
}

/** The test camera, added and being recorded. Answers its channel's id. */
export async function ensureRecordedCamera(page) {
  const [device] = await devicesNamed(page, CAMERA.name);
  const channel = device === undefined ? await addCamera(page, CAMERA.name, CAMERA.url, CAMERA) : device.channels[0].id;
  await setRecording(page, channel, true);
  return channel;
}

/** Waits until a condition about the API's answer holds. */
export async function eventually(what, condition, timeout = 30_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${timeout / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** axe's findings on the page, one line each, without transitions: a button that becomes usable while axe looks has its last colours at once. */
export async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets.push(still);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: found } = await window.axe.run(document, { runOnly: tags });
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(still), 1);
    return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
  });
}

/** Numbers of a video element. */
export function videoState(locator) {
  return locator.evaluate((video) => {
    const quality = video.getVideoPlaybackQuality();
    return {
      time: video.currentTime, frames: quality.totalVideoFrames, dropped: quality.droppedVideoFrames, width: video.videoWidth,
      paused: video.paused,
    };
  });
}

/** A test; when it fails every open page is photographed. Its page must not have complained. */
export function check(name, getPage, body) {
  test(name, { timeout: 120_000 }, async () => {
    const page = getPage();
    page.complaints.length = 0;
    try {
      await body(page);
      assert.deepEqual(page.complaints, []);
    } catch (error) {
      const pages = page.context().browser().contexts().flatMap((context) => context.pages());
      for (const [i, one] of pages.entries()) await one.screenshot({ path: join(ARTIFACTS, `${name.replace(/\W+/g, '-')}-${i}.png`) });
      throw error;
    }
  });
}
