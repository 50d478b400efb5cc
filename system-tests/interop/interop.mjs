// Adds GStreamer's RTSP servers through the REST interface of a running Lynceus, records them, plays them back and exports them, with
// ffprobe as the judge. Prints "N passed, N failed"; exit code 1 when something failed.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';

const {LYNCEUS_URL, LYNCEUS_TOKEN, FFMPEG_HOME, WORK, GSTREAMER_CAMERAS, VLC_URL, CAMERA_USER, CAMERA_PASSWORD} = process.env;
const gstreamer = Object.fromEntries(readFileSync(GSTREAMER_CAMERAS, 'utf8').trim().split('\n').map((line) => line.split(' ')));
const RECORDED_SECONDS = 15;

async function call(method, url, body, headers = {}) {
  return fetch(url.startsWith('http') ? url : `${LYNCEUS_URL}/api/v1${url}`, {
    method,
    headers: {
      accept: 'application/json',
      'x-requested-with': 'lynceus',
      authorization: `Bearer ${LYNCEUS_TOKEN}`,
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function json(expected, method, url, body, headers) {
  const answer = await call(method, url, body, headers);
  const text = await answer.text();
  assert.equal(answer.status, expected, `${method} ${url}: ${text.slice(0, 500)}`);
  return {value: text ? JSON.parse(text) : undefined, etag: answer.headers.get('etag')};
}

// Not the synchronous call: a blocked event loop does not see that the server has closed an idle connection, and the next request fails on it.
async function tool(name, ...args) {
  const options = {env: {...process.env, LD_LIBRARY_PATH: FFMPEG_HOME}, timeout: 120_000, maxBuffer: 64 << 20};
  try {
    return await promisify(execFile)(path.join(FFMPEG_HOME, name), args, options);
  } catch (error) {
    throw new Error(`${name} ended with ${error.code ?? error.signal}: ${String(error.stderr).slice(0, 1000)}`);
  }
}

async function judge(file, ...options) {
  const {stdout} = await tool('ffprobe', '-v', 'error', ...options, '-count_packets', '-show_entries',
    'stream=codec_type,codec_name,width,height,nb_read_packets:format=duration', '-of', 'json', file);
  const {streams, format} = JSON.parse(stdout);
  const kind = (type) => streams.find((stream) => stream.codec_type === type);
  return {video: kind('video'), audio: kind('audio'), seconds: Number(format.duration)};
}

// Polls until the question is answered with something; the deadline only bounds a failure.
async function until(seconds, what, question) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    assert.ok(Date.now() < deadline, `${what} did not happen in ${seconds} s`);
    await new Promise((resume) => setTimeout(resume, 500));
  }
}

const window = (from, to) => `from=${encodeURIComponent(from.toISOString())}&to=${encodeURIComponent(to.toISOString())}`;

async function recordedSpan(channel) {
  const now = Date.now();
  const {value} = await json(200, 'GET', `/channels/${channel}/timeline?${window(new Date(now - 3_600_000), new Date(now + 60_000))}`);
  const span = value.spans.find((one) => Date.parse(one.to) - Date.parse(one.from) >= RECORDED_SECONDS * 1000);
  return span && {from: new Date(span.from), to: new Date(span.to)};
}

let passed = 0;
let failed = 0;

async function check(name, test) {
  try {
    await test();
    passed++;
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}: ${error.message}${error.cause ? `: ${error.cause.message}` : ''}`);
  }
}

// What a camera sends, in the words of the API and of ffprobe; G.711 cannot be played by browsers, so HLS leaves it out.
const H264_AAC = {offers: ['H264', 'AAC', 640, 360], video: 'h264', audio: 'aac', heard: 'aac'};
const H265_AAC = {...H264_AAC, offers: ['H265', 'AAC', 640, 360], video: 'hevc'};
const H264_G711 = {offers: ['H264', 'PCMA', 640, 360], video: 'h264', audio: 'pcm_alaw', heard: undefined};
const VLC = {...H264_AAC, offers: ['H264', 'AAC', 1280, 720]};

async function camera(name, device, sends = H264_AAC) {
  let channel;
  let span;
  await check(`${name}: is added with its streams`, async () => {
    const {value} = await json(201, 'POST', '/devices', device);
    channel = value.channels[0].id;
    const [stream] = value.channels[0].streams;
    assert.deepEqual([stream.videoCodec, stream.audioCodec, stream.width, stream.height], sends.offers);
  });
  await check(`${name}: is recorded for ${RECORDED_SECONDS} s without a gap`, async () => {
    assert.ok(channel, 'it was not added');
    const {etag} = await json(200, 'GET', `/channels/${channel}/recording`);
    await json(200, 'PUT', `/channels/${channel}/recording`, {enabled: true}, {'if-match': etag});
    span = await until(90, 'an unbroken recording', () => recordedSpan(channel));
  });
  await check(`${name}: plays back as HLS with picture and sound`, async () => {
    assert.ok(span, 'nothing was recorded');
    const url = `${LYNCEUS_URL}/api/v1/channels/${channel}/playback.m3u8?${window(span.from, span.to)}`;
    const seen = await judge(url, '-headers', `Authorization: Bearer ${LYNCEUS_TOKEN}\r\nAccept: */*\r\n`,
      '-allowed_extensions', 'ALL', '-extension_picky', '0');
    assert.equal(seen.video?.codec_name, sends.video);
    assert.equal(seen.audio?.codec_name, sends.heard);
    assert.ok(Number(seen.video.nb_read_packets) >= (RECORDED_SECONDS - 3) * 25, `${seen.video.nb_read_packets} frames`);
  });
  await check(`${name}: is exported as an MP4 of the length asked for, and decodes without an error`, async () => {
    assert.ok(span, 'nothing was recorded');
    const from = new Date(span.from.getTime() + 2000);
    const to = new Date(from.getTime() + 10_000);
    const answer = await call('GET', `/channels/${channel}/export.mp4?${window(from, to)}&reason=interoperability`, undefined, {accept: 'video/mp4'});
    assert.equal(answer.status, 200);
    const file = path.join(WORK, `${name.replace(/\W+/g, '-')}.mp4`);
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    const seen = await judge(file);
    assert.deepEqual([seen.video?.codec_name, seen.video?.width, seen.audio?.codec_name], [sends.video, sends.offers[2], sends.audio]);
    assert.ok(Math.abs(seen.seconds - 10) < 1.1, `it lasts ${seen.seconds} s instead of 10`);
    // With the camera's own times: at a fixed rate, VLC's uneven frames (34 to 40 ms) fall on the same tick now and then.
    const decoded = await tool('ffmpeg', '-v', 'error', '-xerror', '-i', file, '-fps_mode', 'passthrough', '-enc_time_base', 'demux', '-f', 'null', '-');
    assert.equal(decoded.stderr, '');
  });
}

const secured = gstreamer.secured;
await check('GStreamer with digest: a wrong password is named and nothing is stored', async () => {
  const wrong = {name: 'GStreamer wrong', url: secured, username: CAMERA_USER, password: 'not the password'};
  const answer = await call('POST', '/devices', wrong);
  const text = await answer.text();
  assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${text.slice(0, 300)}`);
  assert.match(text, /unauthorized/);
  const {value} = await json(200, 'GET', '/devices?limit=1000');
  assert.ok(!value.items.some((device) => device.url === secured), 'the device is stored');
});
await camera('GStreamer H.264 + AAC', {name: 'GStreamer open', url: gstreamer.open});
await camera('GStreamer with digest', {name: 'GStreamer digest', url: secured, username: CAMERA_USER, password: CAMERA_PASSWORD});
await camera('GStreamer over UDP', {name: 'GStreamer UDP', url: gstreamer.udp});
await camera('GStreamer H.265 + AAC', {name: 'GStreamer H.265', url: gstreamer.h265}, H265_AAC);
await camera('GStreamer G.711', {name: 'GStreamer G.711', url: gstreamer.g711}, H264_G711);
await camera('VLC over UDP', {name: 'VLC', url: VLC_URL}, VLC);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
