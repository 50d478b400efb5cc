import { describe, expect, test } from 'vitest';
import { LivePace, TargetDelay } from './pacing';

const FRAME = 0.04;

/** Pieces of a frame each, late by `late(n)`, and a playhead that obeys; answers the room before each piece in the end. */
function play(seconds: number, behind: number, late: (n: number) => number = () => 0, pace = new LivePace()) {
  let position = 100 - behind;
  let end = 100;
  let rate = 1;
  const rooms: number[] = [];
  const rates: number[] = [];
  let now = 0;
  for (let n = 1; n < seconds / FRAME; n++) {
    const at = n * FRAME + late(n);
    position += Math.max(0, Math.min((at - now) * rate, end - position));
    now = at;
    rooms.push(end - position);
    pace.arrived(now, end);
    end += FRAME;
    const step = pace.next({ now, position, start: 90, end });
    if (step.kind === 'jump') position = step.to;
    else rate = step.rate;
    rates.push(rate);
  }
  return { rooms: rooms.slice(-50), rates };
}

describe('the pace', () => {
  test('leaves just the target before each piece, and then plays at normal speed', () => {
    for (const behind of [0.05, 0.3, 1]) {
      const { rooms, rates } = play(12, behind);
      expect(Math.min(...rooms)).toBeGreaterThan(0);
      expect(Math.max(...rooms)).toBeLessThan(TargetDelay.SMALLEST + 0.03);
      expect(rates.at(-1)).toBe(1);
    }
  });
  test('catches up most of a second within two', () => expect(play(2, 1).rooms.at(-1)).toBeLessThan(0.25));
  test('keeps room for pieces that are regularly late', () => {
    const { rooms } = play(20, 0.3, (n) => (n % 8 === 0 ? 0.03 : 0));
    expect(Math.min(...rooms)).toBeGreaterThan(0);
  });
  test('is never faster than twofold, nor slower than nine tenths', () => {
    const pace = new LivePace();
    expect(pace.next({ now: 0, position: 98.6, start: 90, end: 100 })).toEqual({ kind: 'rate', rate: 2 });
    pace.arrived(0, 99.5);
    expect(pace.next({ now: 0, position: 99.9, start: 90, end: 100 })).toEqual({ kind: 'rate', rate: 0.9 });
  });
  test('jumps when far behind', () => {
    expect(new LivePace().next({ now: 0, position: 98.4, start: 0, end: 100 })).toEqual({ kind: 'jump', to: 100 - TargetDelay.SMALLEST });
  });
  test('jumps over a hole in front, never before what is buffered', () => {
    expect(new LivePace().next({ now: 0, position: 49, start: 50, end: 50.3 })).toEqual({ kind: 'jump', to: 50.3 - TargetDelay.SMALLEST });
    expect(new LivePace().next({ now: 0, position: 49.9, start: 50, end: 50.01 })).toEqual({ kind: 'jump', to: 50 });
  });
});

describe('the target', () => {
  test('widens by stalls within bounds and narrows in quiet time', () => {
    const target = new TargetDelay();
    for (let i = 0; i < 20; i++) target.stalled();
    expect(target.seconds).toBe(TargetDelay.LARGEST);
    target.quiet(TargetDelay.HALVED_IN);
    expect(target.seconds).toBeCloseTo((TargetDelay.LARGEST + TargetDelay.SMALLEST) / 2, 6);
    target.quiet(10_000);
    expect(target.seconds).toBeCloseTo(TargetDelay.SMALLEST, 6);
  });
  test('is larger while there is sound', () => {
    const target = new TargetDelay();
    target.withSound(true);
    target.quiet(1000);
    expect(target.seconds).toBe(TargetDelay.SMALLEST_WITH_SOUND);
    target.withSound(false);
    expect(target.seconds).toBe(TargetDelay.SMALLEST);
  });
});
