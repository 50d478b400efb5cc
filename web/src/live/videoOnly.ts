import { joined } from './bytes';
import { boxes, find, type Box, type Track } from './fmp4';

/**
 * Live pictures without their sound. Browsers keep a fifth of a second of sound in store before they play any, and every
 * decoder costs: a silent pane is fed the video alone. The stream has video and sound in pairs of boxes of their own.
 */
export function videoInit(init: ArrayBuffer, tracks: readonly Track[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(init);
  const sound = new Set(tracks.filter((track) => !track.video).map((track) => track.id));
  const dropped = (box: Box): boolean => {
    if (box.type === 'trex') return sound.has(view.getUint32(box.body + 4));
    const header = box.type === 'trak' ? find(view, ['tkhd'], box.body, box.end)[0] : undefined;
    return header !== undefined && sound.has(view.getUint32(header.body + (view.getUint8(header.body) === 1 ? 20 : 12)));
  };
  return joined(kept(view, 0, view.byteLength, dropped));
}

/** The video's boxes of a fragment. */
export function videoPart(fragment: ArrayBuffer, tracks: readonly Track[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(fragment);
  const video = new Set(tracks.filter((track) => track.video).map((track) => track.id));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let wanted = true;
  for (const box of boxes(view)) {
    if (box.type === 'moof') wanted = find(view, ['traf', 'tfhd'], box.body, box.end).some((b) => video.has(view.getUint32(b.body + 4)));
    if (wanted) parts.push(new Uint8Array(fragment, box.start, box.end - box.start));
  }
  return joined(parts);
}

/** The type without the codec of the sound, which the center names after that of the video. */
export function videoMime(mime: string): string {
  return mime.replace(/,[^"]*/, '');
}

const HOLDS_TRACKS = new Set(['moov', 'mvex']);

function kept(view: DataView, from: number, to: number, dropped: (box: Box) => boolean): Uint8Array<ArrayBuffer>[] {
  return boxes(view, from, to).flatMap((box) => {
    if (dropped(box)) return [];
    const whole = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + box.start, box.end - box.start);
    if (!HOLDS_TRACKS.has(box.type)) return [whole];
    const inner = joined(kept(view, box.body, box.end, dropped));
    const head = whole.slice(0, 8);
    new DataView(head.buffer).setUint32(0, 8 + inner.length);
    return [head, inner];
  });
}
