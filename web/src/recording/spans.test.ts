import { describe, expect, test } from 'vitest';
import type { Timeline } from '../api/types';
import { judge, withEnd, withStart } from './clip';
import { FragmentClock } from './fragmentClock';
import { coveredMillis, eventBeside, gapAround, gapBeside, missingIn, nextRecorded, previousRecorded, reasonBetween, recordedOf, spanAt } from './spans';

const iso = (minute: number) => new Date(minute * 60_000).toISOString();
const minutes = (n: number) => n * 60_000;
const reason = { code: 'no-data', text: 'x' };

function timeline(spans: [number, number][], gaps: [number, number][] = []): Timeline {
  return {
    from: iso(0),
    to: iso(100),
    spans: spans.map(([from, to]) => ({ from: iso(from), to: iso(to), kind: 'CONTINUOUS' })),
    tags: [],
  locks: [],
  gaps: gaps.map(([from, to]) => ({ from: iso(from), to: iso(to), reason })),
  };
}
const recorded = recordedOf([timeline([[20, 30]]), timeline([[0, 10], [10, 15]], [[15, 20]])]);

describe('what is recorded', () => {
  test('is joined over two days and sorted', () => {
    expect(recorded.spans).toEqual([{ from: 0, to: minutes(15) }, { from: minutes(20), to: minutes(30) }]);
  });

  test('is half-open', () => {
    expect(spanAt(recorded, 0)).toBeDefined();
    expect(spanAt(recorded, minutes(15))).toBeUndefined();
  });

  test('continues at the next span', () => {
    expect(nextRecorded(recorded, minutes(3))).toBe(minutes(3));
    expect(nextRecorded(recorded, minutes(16))).toBe(minutes(20));
    expect(nextRecorded(recorded, minutes(30))).toBeUndefined();
  });

  test('tells the gap around a time and its reason', () => {
    const bounds = { from: 0, to: minutes(60) };
    expect(gapAround(recorded, minutes(17), bounds)).toEqual({ from: minutes(15), to: minutes(20) });
    expect(gapAround(recorded, minutes(40), bounds)).toEqual({ from: minutes(30), to: minutes(60) });
    expect(gapAround(recorded, minutes(5), bounds)).toBeUndefined();
    expect(gapAround(recorded, minutes(61), bounds)).toBeUndefined();
    expect(reasonBetween(recorded, minutes(15), minutes(20))).toEqual(reason);
    expect(reasonBetween(recorded, minutes(30), minutes(40))).toBeUndefined();
  });

  test('is measured within a range', () => {
    expect(coveredMillis(recorded, { from: minutes(10), to: minutes(25) })).toBe(minutes(10));
  });
});

describe('a clip', () => {
  test('needs recordings', () => expect(judge({ from: minutes(16), to: minutes(19) }, recorded)).toEqual({ kind: 'none' }));
  test('says how much is missing', () => {
    expect(judge({ from: minutes(10), to: minutes(25) }, recorded)).toEqual({ kind: 'ok', missing: minutes(5) });
    expect(judge({ from: minutes(1), to: minutes(2) }, recorded)).toEqual({ kind: 'ok', missing: 0 });
  });
  test('lasts a day at most', () => expect(judge({ from: 0, to: minutes(60 * 24) + 1 }, recorded)).toEqual({ kind: 'too-long' }));
  test('keeps its other end when that still makes a range', () => {
    expect(withStart({ from: 1, to: 100_000 }, 50_000)).toEqual({ from: 50_000, to: 100_000 });
    expect(withStart({ from: 1, to: 100_000 }, 200_000)).toEqual({ from: 200_000, to: 260_000 });
    expect(withEnd(undefined, 200_000)).toEqual({ from: 140_000, to: 200_000 });
  });
});

describe('the clock of a playlist', () => {
  const clock = new FragmentClock([
    { start: 0, duration: 2, wall: 10_000 },
    { start: 2, duration: 2, wall: 12_000 },
    { start: 4, duration: 2, wall: 60_000 },
  ]);
  test('tells the wall time of a position', () => {
    expect(clock.timeAt(0)).toBe(10_000);
    expect(clock.timeAt(3.5)).toBe(13_500);
    expect(clock.timeAt(4.5)).toBe(60_500);
    expect(clock.timeAt(99)).toBe(62_000);
  });
  test('finds the position of a wall time, or of the next picture', () => {
    expect(clock.positionOf(11_000)).toBe(1);
    expect(clock.positionOf(30_000)).toBe(4);
    expect(clock.positionOf(61_000)).toBe(5);
    expect(clock.positionOf(62_000)).toBeUndefined();
    expect(clock.positionOf(1_000)).toBeUndefined();
  });
  test('counts the rounded end of a stretch as the gap after it, but not where the next fragment goes on', () => {
    expect(clock.positionOf(13_999.5)).toBe(4);
    expect(clock.positionOf(13_850)).toBe(3.85);
    expect(clock.positionOf(11_999)).toBe(1.999);
  });
  test('knows its beginning and end', () => {
    expect(clock.start).toBe(10_000);
    expect(clock.end).toBe(62_000);
    expect(new FragmentClock([]).timeAt(1)).toBeUndefined();
  });
});

describe('marks', () => {
  const marked = {
    ...recorded,
    kinds: [{ from: minutes(2), to: minutes(3), kind: 'MOTION' as const }, { from: 0, to: minutes(15), kind: 'CONTINUOUS' as const }],
    tags: [{ id: 't', at: minutes(25), name: 'x', note: undefined }],
  };
  test('lead from gap to gap', () => {
    expect(gapBeside(marked, minutes(3), 1)).toBe(minutes(15));
    expect(gapBeside(marked, minutes(15), 1)).toBeUndefined();
    expect(gapBeside(marked, minutes(25), -1)).toBe(minutes(15));
  });
  test('lead to tags and to what was recorded for a reason', () => {
    expect(eventBeside(marked, 0, 1)).toBe(minutes(2));
    expect(eventBeside(marked, minutes(2), 1)).toBe(minutes(25));
    expect(eventBeside(marked, minutes(25), -1)).toBe(minutes(2));
    expect(eventBeside(marked, minutes(25), 1)).toBeUndefined();
  });
});

describe('a range', () => {
  test('names what is missing in it', () => {
    expect(missingIn(recorded, { from: minutes(5), to: minutes(35) })).toEqual([
      { from: minutes(15), to: minutes(20) },
      { from: minutes(30), to: minutes(35) },
    ]);
    expect(missingIn(recorded, { from: minutes(1), to: minutes(2) })).toEqual([]);
    expect(missingIn({ spans: [], gaps: [] }, { from: 1, to: 2 })).toEqual([{ from: 1, to: 2 }]);
  });
  test('backwards goes to the end of what was before', () => {
    expect(previousRecorded(recorded, minutes(17))).toBe(minutes(15) - 1);
    expect(previousRecorded(recorded, minutes(3))).toBe(minutes(3));
    expect(previousRecorded(recorded, -1)).toBeUndefined();
  });
});

test('spans keep why they were recorded', () => {
  const day = timeline([[0, 10]]);
  day.spans.push({ from: iso(4), to: iso(5), kind: 'ALARM' });
  expect(recordedOf([day]).kinds).toEqual([
    { from: 0, to: minutes(10), kind: 'CONTINUOUS' },
    { from: minutes(4), to: minutes(5), kind: 'ALARM' },
  ]);
});
