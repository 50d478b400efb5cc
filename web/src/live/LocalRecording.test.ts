import { describe, expect, test } from 'vitest';
import { boxes, find, startsWithKeyFrame, tracksOf, videoTime } from './fmp4';
import { LocalRecording } from './LocalRecording';
import { box, chars, trak, u32, zeros } from './testBoxes';

const INIT = new Uint8Array([
  ...box('ftyp', chars('iso6'), u32(0)),
  ...box('moov', trak(1, 'vide', 90_000), trak(2, 'soun', 8_000), box('mvex', box('trex', u32(0), u32(1), u32(1), u32(0), u32(0), u32(0x10000)))),
]).buffer;

const KEY = 0x02000000;
const OTHER = 0x01010000;
/** One video sample (flags in the run or by default) and one sound sample. */
const fragment = (seconds: number, flags: number | undefined) =>
  new Uint8Array([
    ...box('moof', box('mfhd', u32(0), u32(1)),
      box('traf', box('tfhd', u32(0x020000), u32(1)), box('tfdt', u32(0x01000000), u32(0), u32(seconds * 90_000)),
        flags === undefined ? box('trun', u32(0x200), u32(1), u32(9)) : box('trun', u32(0x405), u32(1), u32(0), u32(flags), u32(flags))),
      box('traf', box('tfhd', u32(0x020000), u32(2)), box('tfdt', u32(0), u32(seconds * 8_000)), box('trun', u32(0x200), u32(1), u32(3)))),
    ...box('mdat', zeros(12)),
  ]).buffer;

describe('a fragment', () => {
  const tracks = tracksOf(INIT);
  test('belongs to the tracks of its init', () =>
    expect(tracks).toEqual([
      { id: 1, video: true, timescale: 90_000, defaultFlags: 0x10000 },
      { id: 2, video: false, timescale: 8_000, defaultFlags: 0 },
    ]));
  test('tells whether it starts with a key frame', () => {
    expect(startsWithKeyFrame(fragment(1, KEY), tracks)).toBe(true);
    expect(startsWithKeyFrame(fragment(1, OTHER), tracks)).toBe(false);
    expect(startsWithKeyFrame(fragment(1, undefined), tracks)).toBe(false);
  });
  test('cut short is no box', () => expect(boxes(new DataView(fragment(1, KEY)), 0, 20)).toEqual([]));
});

describe('a local recording', () => {
  test('starts at a key frame and at time zero', async () => {
    const recording = new LocalRecording(INIT);
    for (const [at, flags] of [[5, OTHER], [6, KEY], [8, OTHER]] as const) expect(recording.push(fragment(at, flags))).toBe(true);
    expect(recording.seconds).toBe(2);
    const bytes = await recording.file()!.arrayBuffer();
    const view = new DataView(bytes);
    expect(boxes(view).map((b) => b.type)).toEqual(['ftyp', 'moov', 'moof', 'mdat', 'moof', 'mdat']);
    const times = find(view, ['moof', 'traf', 'tfdt']).map((b) => (view.getUint8(b.body) === 1 ? Number(view.getBigUint64(b.body + 4)) / 90_000 : view.getUint32(b.body + 4) / 8_000));
    expect(times).toEqual([0, 0, 2, 2]);
  });

  test('leaves the pane’s own fragment alone', () => {
    const recording = new LocalRecording(INIT);
    const key = fragment(7, KEY);
    recording.push(key);
    expect(videoTime(key, tracksOf(INIT))).toBe(7);
  });

  test('without a key frame is no file', () => {
    const recording = new LocalRecording(INIT);
    recording.push(fragment(1, OTHER));
    expect(recording.file()).toBeUndefined();
  });
});
