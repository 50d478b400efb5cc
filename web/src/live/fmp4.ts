/** The few boxes of fragmented MP4 (ISO/IEC 14496-12) the browser itself reads and writes. */
export interface Box {
  type: string;
  /** First byte of the box, of its content, and after it. */
  start: number;
  body: number;
  end: number;
}

export interface Track {
  id: number;
  video: boolean;
  /** Ticks per second. */
  timescale: number;
  /** Sample flags where a fragment names none. */
  defaultFlags: number;
}

const NON_SYNC = 0x10000;

export function boxes(view: DataView, from = 0, to = view.byteLength): Box[] {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const length = view.getUint32(at);
    const size = length === 1 ? Number(view.getBigUint64(at + 8)) : length === 0 ? to - at : length;
    if (size < 8 || at + size > to) break;
    found.push({ type: text(view, at + 4), start: at, body: at + (length === 1 ? 16 : 8), end: at + size });
    at += size;
  }
  return found;
}

function text(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** All boxes at a path of types, for example moof, traf, tfdt. */
export function find(view: DataView, path: readonly string[], from = 0, to = view.byteLength): Box[] {
  const [type, ...rest] = path;
  const here = boxes(view, from, to).filter((box) => box.type === type);
  return rest.length === 0 ? here : here.flatMap((box) => find(view, rest, box.body, box.end));
}

/** The tracks an initialisation segment declares. */
export function tracksOf(init: ArrayBuffer): Track[] {
  const view = new DataView(init);
  const defaults = new Map(find(view, ['moov', 'mvex', 'trex']).map((b) => [view.getUint32(b.body + 4), view.getUint32(b.body + 20)]));
  return find(view, ['moov', 'trak']).flatMap((trak) => {
    const header = find(view, ['tkhd'], trak.body, trak.end)[0];
    const media = find(view, ['mdia', 'mdhd'], trak.body, trak.end)[0];
    const handler = find(view, ['mdia', 'hdlr'], trak.body, trak.end)[0];
    if (header === undefined || media === undefined || handler === undefined) return [];
    const id = view.getUint32(header.body + (view.getUint8(header.body) === 1 ? 20 : 12));
    const timescale = view.getUint32(media.body + (view.getUint8(media.body) === 1 ? 20 : 12));
    return [{ id, timescale, video: text(view, handler.body + 8) === 'vide', defaultFlags: defaults.get(id) ?? 0 }];
  });
}

interface Piece {
  track: Track;
  traf: Box;
}

function piecesOf(view: DataView, tracks: readonly Track[]): Piece[] {
  return find(view, ['moof', 'traf']).flatMap((traf) => {
    const header = find(view, ['tfhd'], traf.body, traf.end)[0];
    const track = header && tracks.find((t) => t.id === view.getUint32(header.body + 4));
    return track === undefined ? [] : [{ track, traf }];
  });
}

/** Whether the first video sample of a fragment is a key frame. */
export function startsWithKeyFrame(fragment: ArrayBuffer, tracks: readonly Track[]): boolean {
  const view = new DataView(fragment);
  const piece = piecesOf(view, tracks).find((p) => p.track.video);
  if (piece === undefined) return false;
  const run = find(view, ['trun'], piece.traf.body, piece.traf.end)[0];
  return run !== undefined && (firstFlags(view, piece, run) & NON_SYNC) === 0;
}

function firstFlags(view: DataView, { track, traf }: Piece, run: Box): number {
  const has = view.getUint32(run.body) & 0xffffff;
  let at = run.body + 8 + (has & 1 ? 4 : 0);
  if (has & 4) return view.getUint32(at);
  if (has & 0x400) {
    at += (has & 0x100 ? 4 : 0) + (has & 0x200 ? 4 : 0);
    return view.getUint32(at);
  }
  const header = find(view, ['tfhd'], traf.body, traf.end)[0];
  if (header === undefined) return track.defaultFlags;
  const named = view.getUint32(header.body) & 0xffffff;
  if ((named & 0x20) === 0) return track.defaultFlags;
  const skip = (named & 1 ? 8 : 0) + (named & 2 ? 4 : 0) + (named & 8 ? 4 : 0) + (named & 16 ? 4 : 0);
  return view.getUint32(header.body + 8 + skip);
}

/** Decode time in seconds of a fragment's video. */
export function videoTime(fragment: ArrayBuffer, tracks: readonly Track[]): number | undefined {
  const view = new DataView(fragment);
  const piece = piecesOf(view, tracks).find((p) => p.track.video);
  const time = piece && find(view, ['tfdt'], piece.traf.body, piece.traf.end)[0];
  if (piece === undefined || time === undefined) return undefined;
  const ticks = view.getUint8(time.body) === 1 ? Number(view.getBigUint64(time.body + 4)) : view.getUint32(time.body + 4);
  return ticks / piece.track.timescale;
}

/** A copy of the fragment whose decode times are so many seconds earlier (never under zero). */
export function earlier(fragment: ArrayBuffer, tracks: readonly Track[], seconds: number): ArrayBuffer {
  const copy = fragment.slice(0);
  const view = new DataView(copy);
  for (const { track, traf } of piecesOf(view, tracks)) {
    const ticks = BigInt(Math.round(seconds * track.timescale));
    for (const time of find(view, ['tfdt'], traf.body, traf.end)) {
      const long = view.getUint8(time.body) === 1;
      const before = long ? view.getBigUint64(time.body + 4) : BigInt(view.getUint32(time.body + 4));
      const after = before > ticks ? before - ticks : 0n;
      if (long) view.setBigUint64(time.body + 4, after);
      else view.setUint32(time.body + 4, Number(after));
    }
  }
  return copy;
}
