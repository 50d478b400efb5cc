import { describe, expect, test } from 'vitest';
import { pace, TargetDelay } from './pacing';

const at = (behind: number, more: Partial<Parameters<typeof pace>[0]> = {}) =>
  pace({ start: 0, end: 100, position: 100 - behind, stalled: false, ...more }, 0.12);

describe('the pace', () => {
  test('is normal near the target', () => expect(at(0.13)).toEqual({ kind: 'rate', rate: 1 }));
  test('is a little faster when behind, never more than a tenth', () => {
    const slightly = at(0.2);
    expect(slightly.kind === 'rate' && slightly.rate).toBeCloseTo(1.048, 3);
    expect(at(1.4)).toEqual({ kind: 'rate', rate: 1.1 });
  });
  test('is slower when the newest frame is near', () => {
    const step = at(0.02);
    expect(step.kind === 'rate' && step.rate < 1 && step.rate >= 0.9).toBe(true);
  });
  test('jumps only when far behind', () => expect(at(1.6)).toEqual({ kind: 'jump', to: 99.88 }));
  test('jumps over a hole in front', () => {
    expect(pace({ start: 50, end: 50.3, position: 49, stalled: true }, 0.12)).toEqual({ kind: 'jump', to: 50.18 });
  });
  test('never jumps before what is buffered', () => {
    expect(pace({ start: 50, end: 50.05, position: 40, stalled: true }, 0.12)).toEqual({ kind: 'jump', to: 50 });
  });
});

test('the target widens by stalls within bounds and narrows in quiet time', () => {
  const target = new TargetDelay();
  for (let i = 0; i < 20; i++) target.stalled();
  expect(target.seconds).toBe(TargetDelay.LARGEST);
  target.quiet(60);
  expect(target.seconds).toBeLessThan(TargetDelay.LARGEST);
  target.quiet(10_000);
  expect(target.seconds).toBe(TargetDelay.SMALLEST);
});

test('the pace converges to the target', () => {
  let position = 99;
  let end = 100;
  for (let i = 0; i < 200; i++) {
    const step = pace({ start: 0, end, position, stalled: false }, 0.12);
    position = step.kind === 'jump' ? step.to : position + 0.2 * step.rate;
    end += 0.2;
  }
  expect(end - position).toBeGreaterThan(0.08);
  expect(end - position).toBeLessThan(0.16);
});
