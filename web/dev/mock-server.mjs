// A stand-in for the center, for work on the user interface only: devices in memory, a clip in a loop as live
// pictures and as recordings, a session that can be taken away. Usage:
//   node dev/mock-server.mjs <clip.mp4 with one fragment per frame> <port>
// Control: POST /mock/offline/<n>, /mock/online/<n>, /mock/expire, /mock/empty
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { Clip } from './mock-clip.mjs';

const clip = new Clip(process.argv[2]);
const port = Number(process.argv[3] ?? 5180);
const dist = new URL('../dist/', import.meta.url).pathname;
const uuid = (n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const names = ['Main gate', 'Reception', 'Car park north', 'Loading bay', 'Corridor 1', 'Warehouse', 'Server room', 'Roof west'];
const boot = Date.now();
let signedIn = true;
let eventId = 100;
const streams = new Set();

const devices = names.map((name, i) => device(name, `rtsp://192.0.2.${10 + i}:554/stream1`, i));
function device(name, url, i) {
  const id = uuid(i + 1);
  const offline = i === 5;
  const reason = offline ? { reason: { code: 'unreachable', text: 'No route to host 192.0.2.15' } } : {};
  return {
    id, name, url, username: 'viewer', state: offline ? 'OFFLINE' : 'ONLINE', ...reason, since: new Date(boot - 3600e3 * (i + 1)).toISOString(), version: 1,
    channels: [{
      id: uuid(100 + i + 1), deviceId: id, name, state: offline ? 'OFFLINE' : 'ONLINE', ...reason,
      streams: [{ kind: 'MAIN', videoCodec: 'H264', width: 1280, height: 720, ...(i < 4 ? { audioCodec: 'AAC' } : {}) }],
      recording: { enabled: i < 6, state: i < 5 ? 'RECORDING' : i === 5 ? 'INTERRUPTED' : 'NOT_PLANNED', ...(i === 5 ? reason : {}), version: 1 },
    }],
  };
}
const events = [{ id: '99', deviceId: uuid(6), deviceName: names[5], type: 'DEVICE_OFFLINE', reason: { code: 'unreachable', text: 'No route' }, occurredAt: new Date(boot - 6e5).toISOString(), receivedAt: new Date(boot - 6e5).toISOString() }];

const DAY = 86400e3;
/** Recorded: from two days ago until now, with gaps 02:10-02:40 UTC and of 100 s every three hours. */
function spansIn(from, to) {
  const spans = [];
  const gaps = [];
  const end = Math.min(to, Date.now() - 4000);
  let at = Math.max(from, Math.floor(boot / DAY) * DAY - 2 * DAY);
  while (at < end) {
    const cycle = Math.floor(at / (3 * 3600e3)) * 3 * 3600e3;
    const gapFrom = cycle + 50 * 60e3;
    const gapTo = gapFrom + (new Date(cycle).getUTCHours() === 0 ? 1800e3 : 100e3);
    if (at >= gapFrom && at < gapTo) {
      gaps.push({ from: iso(at), to: iso(Math.min(gapTo, end)), reason: { code: 'no-data', text: 'x' } });
      at = gapTo;
    } else {
      const stop = Math.min(end, at < gapFrom ? gapFrom : cycle + 3 * 3600e3);
      if (spans.length && spans.at(-1).to === iso(at)) spans.at(-1).to = iso(stop);
      else spans.push({ from: iso(at), to: iso(stop), kind: 'CONTINUOUS' });
      at = stop;
    }
  }
  return { from: iso(from), to: iso(to), spans, gaps };
}
const iso = (t) => new Date(t).toISOString();

const server = createServer(async (req, res) => {
  const url = new URL(req.url, 'http://x');
  res.setHeader('Content-Security-Policy', "default-src 'self'; media-src 'self' blob:; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'");
  const body = await new Promise((done) => { let s = ''; req.on('data', (c) => (s += c)).on('end', () => done(s)); });
  const json = (status, value, headers = {}) => { res.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers }); res.end(JSON.stringify(value)); };
  const problem = (status, code, detail, reason) => json(status, { type: `urn:lynceus:problem:${code}`, title: code, status, detail, ...(reason ? { reason: { code: reason, text: detail } } : {}) });
  const path = url.pathname;
  if (path.startsWith('/mock/')) return control(path, json);
  if (path === '/api/v1/session/login') { signedIn = true; res.writeHead(302, { Location: '/signed-in' }); return res.end(); }
  if (!path.startsWith('/api/')) return file(path, res);
  if (!signedIn) return problem(401, 'unauthenticated', 'No session');
  if (req.method !== 'GET' && req.headers['x-requested-with'] !== 'lynceus') return problem(403, 'forbidden', 'X-Requested-With missing');
  const [, , , what, id, sub] = path.split('/');
  const channel = devices.flatMap((d) => d.channels).find((c) => c.id === id);
  const found = devices.find((d) => d.id === id);
  if (what === 'session' && id === 'logout') { signedIn = false; return json(200, { location: '/signed-in' }); }
  if (what === 'session') return json(200, { username: 'admin', name: 'Ada Admin', roles: ['lynceus-admin'], administrator: url.host !== 'operator' });
  if (what === 'stream') return sse(req, res);
  if (what === 'system') return json(200, { version: '0.1.0-SNAPSHOT', time: iso(Date.now()), nodes: [{ name: 'node-1', state: 'UP', startedAt: iso(boot), services: [{ name: 'database', state: 'UP', detail: 'PostgreSQL 18.6' }, { name: 'messaging', state: 'UP' }, { name: 'media', state: 'UP', detail: '8 streams, 4 viewers' }, { name: 'recording', state: 'DEGRADED', detail: '1 of 6 channels interrupted' }, { name: 'sign-in', state: 'UP' }] }], volumes: [{ id: uuid(900), path: '/srv/lynceus/recordings', state: 'READY', totalBytes: 4e12, freeBytes: 1.3e12 }] });
  if (what === 'events') return json(200, { items: events.filter((e) => e.deviceId === url.searchParams.get('deviceId')) });
  if (what === 'devices' && id === 'probe') return probe(JSON.parse(body), problem, () => json(200, { server: 'GStreamer RTSP server', streams: [{ kind: 'MAIN', videoCodec: 'H264', width: 1920, height: 1080, audioCodec: 'AAC' }] }));
  if (what === 'devices' && req.method === 'GET' && !id) return json(200, { items: devices });
  if (what === 'devices' && req.method === 'POST') { const b = JSON.parse(body); return probe(b, problem, () => { const d = device(b.name, b.url, devices.length + 10); devices.push(d); json(201, d); }); }
  if (what === 'devices' && !found) return problem(404, 'not-found', 'No such device');
  if (what === 'devices' && req.method === 'PATCH') { Object.assign(found, JSON.parse(body)); found.version += 1; return json(200, found); }
  if (what === 'devices' && req.method === 'DELETE') { devices.splice(devices.indexOf(found), 1); res.writeHead(204); return res.end(); }
  if (what !== 'channels' || !channel) return problem(404, 'not-found', 'No such channel');
  if (sub === 'recording' && req.method === 'PUT') { const on = JSON.parse(body).enabled; channel.recording = { enabled: on, state: on ? 'RECORDING' : 'NOT_PLANNED', version: channel.recording.version + 1 }; }
  if (sub === 'recording') return json(200, channel.recording, { ETag: `"${channel.recording.version}"` });
  const from = Date.parse(url.searchParams.get('from'));
  const to = Date.parse(url.searchParams.get('to'));
  if (sub === 'timeline') return json(200, spansIn(from, to));
  if (sub === 'recorded-days') return json(200, { days: [0, 1, 2].map((n) => iso(Date.now() - n * DAY).slice(0, 10)).filter((d) => d.startsWith(url.searchParams.get('month'))) });
  if (sub === 'playback.m3u8') { res.writeHead(200, { 'Content-Type': 'application/vnd.apple.mpegurl' }); return res.end(clip.playlist(spansIn(from, to).spans)); }
  if (sub === 'clip.mp4') return clip.serve(req, res);
  if (sub === 'export.mp4') { res.writeHead(200, { 'Content-Type': 'video/mp4', 'Content-Disposition': 'attachment; filename="clip.mp4"' }); return createReadStream(process.argv[2]).pipe(res); }
  return json(200, channel);
});

function probe(b, problem, ok) {
  if (b.url.includes('wrong-host')) return problem(422, 'camera-unusable', 'No such host: wrong-host', 'unreachable');
  if (b.url.includes('http')) return problem(422, 'camera-unusable', 'It speaks HTTP', 'not-rtsp');
  if (b.password === 'wrong') return problem(422, 'camera-unusable', 'The camera refused user and password', 'unauthorized');
  return ok();
}

function control(path, json) {
  const [, , what, n] = path.split('/');
  if (what === 'expire') signedIn = false;
  if (what === 'empty') devices.length = 0;
  if (what === 'offline' || what === 'online') {
    const d = devices[Number(n) - 1];
    const on = what === 'online';
    const reason = on ? undefined : { code: 'no-data', text: 'No data for 2 s' };
    Object.assign(d, { state: on ? 'ONLINE' : 'OFFLINE', reason, since: iso(Date.now()) });
    Object.assign(d.channels[0], { state: d.state, reason });
    const event = { id: String(eventId++), deviceId: d.id, deviceName: d.name, type: on ? 'DEVICE_ONLINE' : 'DEVICE_OFFLINE', ...(reason ? { reason } : {}), occurredAt: iso(Date.now()), receivedAt: iso(Date.now()) };
    events.unshift(event);
    for (const s of streams) s.write(`id: ${event.id}\nevent: device-event\ndata: ${JSON.stringify(event)}\n\n`);
  }
  json(200, { signedIn, devices: devices.length });
}

function sse(req, res) {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  res.write(': hello\n\n');
  streams.add(res);
  const ping = setInterval(() => res.write('event: ping\ndata: {}\n\n'), 10_000);
  req.on('close', () => { clearInterval(ping); streams.delete(res); });
}

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
function file(path, res) {
  let name = join(dist, path);
  if (extname(path) === '') name = join(dist, 'index.html');
  if (!existsSync(name) || !statSync(name).isFile()) { res.writeHead(404); return res.end(); }
  res.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' });
  return res.end(readFileSync(name));
}

server.on('upgrade', (req, socket) => {
  const id = req.url.split('/')[4];
  const channel = devices.flatMap((d) => d.channels).find((c) => c.id === id);
  if (!signedIn || !channel) return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  const key = createHash('sha1').update(`${req.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  clip.live(socket, () => ({ state: channel.state, reason: channel.reason }));
  return undefined;
});
server.listen(port, '127.0.0.1', () => console.log(`mock on http://127.0.0.1:${port} ${randomUUID().slice(0, 4)}`));
