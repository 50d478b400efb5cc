import { expect, test } from 'vitest';
import { boxes, find, tracksOf } from './fmp4';
import { box, chars, trak, u32, zeros } from './testBoxes';
import { videoInit, videoMime, videoPart } from './videoOnly';

const trex = (id: number) => box('trex', u32(0), u32(id), u32(1), u32(0), u32(0), u32(0));
const INIT = new Uint8Array([
  ...box('ftyp', chars('iso6'), u32(0)),
  ...box('moov', box('mvhd', zeros(20)), trak(1, 'vide', 90_000), trak(2, 'soun', 16_000), box('mvex', trex(1), trex(2))),
]).buffer;
const pair = (id: number, content: number) => [
  ...box('moof', box('mfhd', u32(0), u32(1)), box('traf', box('tfhd', u32(0x020000), u32(id)), box('trun', u32(0x200), u32(1), u32(4)))),
  ...box('mdat', [content, content, content, content]),
];
const TRACKS = tracksOf(INIT);
const whole = (...pairs: number[][]) => new Uint8Array(pairs.flat()).buffer;
const types = (bytes: Uint8Array) => boxes(new DataView(bytes.buffer, bytes.byteOffset, bytes.length)).map((b) => b.type);

test('an initialisation without its sound is whole and names the video alone', () => {
  const bytes = videoInit(INIT, TRACKS);
  expect(types(bytes)).toEqual(['ftyp', 'moov']);
  const view = new DataView(bytes.buffer);
  expect(boxes(view).at(-1)?.end).toBe(bytes.length);
  expect(tracksOf(bytes.buffer)).toEqual([TRACKS[0]]);
  expect(find(view, ['moov', 'mvex', 'trex']).map((b) => view.getUint32(b.body + 4))).toEqual([1]);
  expect(find(view, ['moov', 'mvhd'])).toHaveLength(1);
});

test('a fragment keeps its pictures, whatever sound stands around them', () => {
  const picture = pair(1, 7);
  for (const fragment of [whole(picture), whole(picture, pair(2, 9)), whole(picture, pair(2, 9), pair(2, 9)), whole(pair(2, 9), picture)]) {
    expect([...videoPart(fragment, TRACKS)]).toEqual(picture);
  }
  expect(videoPart(whole(pair(2, 9)), TRACKS)).toHaveLength(0);
});

test('the type names the codec of the pictures', () => {
  expect(videoMime('video/mp4; codecs="avc1.640028,mp4a.40.2"')).toBe('video/mp4; codecs="avc1.640028"');
  expect(videoMime('video/mp4; codecs="avc1.640028"')).toBe('video/mp4; codecs="avc1.640028"');
});
