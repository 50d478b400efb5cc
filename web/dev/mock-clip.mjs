// The clip behind the mock server: an fMP4 with one fragment per frame, sent as live frames and listed as HLS.
import { readFileSync } from 'node:fs';

export class Clip {
  constructor(path) {
    this.bytes = readFileSync(path);
    this.fragments = [];
    let at = 0;
    let start = 0;
    while (at + 8 <= this.bytes.length) {
      const size = this.bytes.readUInt32BE(at);
      const type = this.bytes.toString('latin1', at + 4, at + 8);
      if (type === 'moov') this.init = this.bytes.subarray(0, at + size);
      if (type === 'moof') start = at;
      if (type === 'mdat') this.fragments.push({ start, end: at + size, bytes: this.bytes.subarray(start, at + size) });
      at += size;
    }
    this.timescale = this.init.readUInt32BE(this.init.indexOf('mdhd') + 4 + 12);
    const avcC = this.init.indexOf('avcC') + 5;
    this.codec = `avc1.${this.init.toString('hex', avcC, avcC + 3)}`;
    this.fps = 25;
    for (const f of this.fragments) f.tfdt = f.bytes.indexOf('tfdt') + 8;
    this.millis = (this.fragments.length * 1000) / this.fps;
  }

  /** Frames in real time for ever, each with its decode time moved on by the loops so far. */
  live(socket, status) {
    const send = (data, text = false) => {
      const body = Buffer.isBuffer(data) ? data : Buffer.from(JSON.stringify(data));
      const head = body.length < 126 ? Buffer.from([text ? 0x81 : 0x82, body.length]) : body.length < 65536 ? Buffer.alloc(4) : Buffer.alloc(10);
      if (body.length >= 126) { head[0] = text ? 0x81 : 0x82; head[1] = body.length < 65536 ? 126 : 127; }
      if (head.length === 4) head.writeUInt16BE(body.length, 2);
      if (head.length === 10) head.writeBigUInt64BE(BigInt(body.length), 2);
      socket.write(Buffer.concat([head, body]));
    };
    let started = false;
    let told = '';
    let n = Math.floor(Math.random() * 100);
    n -= n % 50;
    const timer = setInterval(() => {
      const now = status();
      if (JSON.stringify(now) !== told) { told = JSON.stringify(now); send({ type: 'state', ...now }, true); }
      if (now.state !== 'ONLINE') { started = false; return; }
      if (!started) {
        send({ type: 'init', mime: `video/mp4; codecs="${this.codec}"`, width: 1280, height: 720 }, true);
        send(this.init);
        n -= n % 50;
        started = true;
        for (let i = 0; i < 30; i++) send(this.frame(n++));
      }
      send(this.frame(n++));
    }, 1000 / this.fps);
    socket.on('close', () => clearInterval(timer));
    socket.on('data', (d) => (d[0] & 15) === 8 && socket.end());
  }

  frame(n) {
    const f = this.fragments[n % this.fragments.length];
    const bytes = Buffer.from(f.bytes);
    bytes.writeBigUInt64BE(BigInt(Math.round((n * this.timescale) / this.fps)), f.tfdt);
    return bytes;
  }

  playlist(spans) {
    const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-TARGETDURATION:2', '#EXT-X-PLAYLIST-TYPE:VOD', '#EXT-X-INDEPENDENT-SEGMENTS'];
    for (const span of spans) {
      let t = Date.parse(span.from);
      let n = 0;
      for (; t < Date.parse(span.to); t += 2000, n += 50) {
        n %= this.fragments.length;
        if (n === 0) lines.push(...(lines.length > 5 ? ['#EXT-X-DISCONTINUITY'] : []), `#EXT-X-MAP:URI="clip.mp4",BYTERANGE="${this.init.length}@0"`, `#EXT-X-PROGRAM-DATE-TIME:${new Date(t).toISOString()}`);
        const first = this.fragments[n];
        const last = this.fragments[n + 49];
        lines.push('#EXTINF:2.0,', `#EXT-X-BYTERANGE:${last.end - first.start}@${first.start}`, 'clip.mp4');
      }
    }
    return `${lines.join('\n')}\n#EXT-X-ENDLIST\n`;
  }

  serve(req, res) {
    const match = /bytes=(\d+)-(\d*)/.exec(req.headers.range ?? '');
    if (match === null) { res.writeHead(200, { 'Content-Type': 'video/mp4' }); res.end(this.bytes); return; }
    const from = Number(match[1]);
    const to = match[2] === '' ? this.bytes.length - 1 : Number(match[2]);
    res.writeHead(206, { 'Content-Type': 'video/mp4', 'Content-Range': `bytes ${from}-${to}/${this.bytes.length}` });
    res.end(this.bytes.subarray(from, to + 1));
  }
}
