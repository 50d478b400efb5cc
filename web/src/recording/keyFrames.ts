import { find, tracksOf } from '../live/fmp4';

/** A clip of key frames as the center makes it: when each frame was taken, and where it lies in the clip (seconds). */
export interface KeyFrameClip {
  bytes: ArrayBuffer;
  mime: string;
  frames: readonly { wall: number; at: number }[];
  seconds: number;
  /** Where the clip after this one begins; undefined at the end of the recordings. */
  next: number | undefined;
}

export function readClip(bytes: ArrayBuffer, times: string | null, next: string | null): KeyFrameClip {
  const walls = (times ?? '').split(',').filter((t) => t !== '').map(Number);
  const { starts, seconds } = samplesOf(bytes);
  return {
    bytes,
    mime: `video/mp4; codecs="${codecOf(bytes)}"`,
    frames: walls.map((wall, i) => ({ wall, at: starts[i] ?? 0 })),
    seconds,
    next: next === null ? undefined : Date.parse(next),
  };
}

/** Where each sample of the video starts, and how long all take. */
function samplesOf(bytes: ArrayBuffer): { starts: number[]; seconds: number } {
  const view = new DataView(bytes);
  const timescale = tracksOf(bytes).find((t) => t.video)?.timescale ?? 1000;
  const starts: number[] = [];
  let at = 0;
  for (const traf of find(view, ['moof', 'traf'])) {
    const header = find(view, ['tfhd'], traf.body, traf.end)[0];
    const fixed = header === undefined ? 0 : defaultDuration(view, header.body);
    for (const run of find(view, ['trun'], traf.body, traf.end)) {
      const has = view.getUint32(run.body) & 0xffffff;
      const count = view.getUint32(run.body + 4);
      const step = [0x100, 0x200, 0x400, 0x800].filter((flag) => has & flag).length * 4;
      let entry = run.body + 8 + (has & 1 ? 4 : 0) + (has & 4 ? 4 : 0);
      for (let i = 0; i < count; i++, entry += step) {
        starts.push(at / timescale);
        at += has & 0x100 ? view.getUint32(entry) : fixed;
      }
    }
  }
  return { starts, seconds: at / timescale };
}

function defaultDuration(view: DataView, tfhd: number): number {
  const has = view.getUint32(tfhd) & 0xffffff;
  return has & 8 ? view.getUint32(tfhd + 8 + (has & 1 ? 8 : 0) + (has & 2 ? 4 : 0)) : 0;
}

const hex = (n: number) => n.toString(16).padStart(2, '0').toUpperCase();

/** The codec's name for Media Source Extensions (RFC 6381) out of the sample entry. */
function codecOf(bytes: ArrayBuffer): string {
  const view = new DataView(bytes);
  for (const table of find(view, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'])) {
    for (const type of ['avc1', 'avc3']) {
      for (const entry of find(view, [type], table.body + 8, table.end)) {
        const config = find(view, ['avcC'], entry.body + 78, entry.end)[0];
        if (config !== undefined) return `${type}.${[1, 2, 3].map((i) => hex(view.getUint8(config.body + i))).join('')}`;
      }
    }
    for (const type of ['hvc1', 'hev1']) {
      for (const entry of find(view, [type], table.body + 8, table.end)) {
        const config = find(view, ['hvcC'], entry.body + 78, entry.end)[0];
        if (config !== undefined) return `${type}.${hevc(view, config.body)}`;
      }
    }
  }
  return 'avc1.42E01E';
}

/** ISO/IEC 14496-15 annex E: profile, compatibility flags in reverse order, tier and level, constraints. */
function hevc(view: DataView, at: number): string {
  const profile = view.getUint8(at + 1);
  const space = ['', 'A', 'B', 'C'][profile >> 6] ?? '';
  let flags = view.getUint32(at + 2);
  let turned = 0;
  for (let i = 0; i < 32; i++, flags >>>= 1) turned = (turned << 1) | (flags & 1);
  const constraints = [6, 7, 8, 9, 10, 11].map((i) => view.getUint8(at + i));
  while (constraints.length > 0 && constraints.at(-1) === 0) constraints.pop();
  const tail = constraints.map((c) => `.${c.toString(16).toUpperCase()}`).join('');
  return `${space}${profile & 31}.${(turned >>> 0).toString(16).toUpperCase()}.${profile & 32 ? 'H' : 'L'}${view.getUint8(at + 12)}${tail}`;
}
