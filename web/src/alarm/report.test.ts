import { describe, expect, test } from 'vitest';
import { barsOf, roundTop, share, sum } from './report';

const priorities = (high: number) => ({ critical: 0, high, medium: 1, low: 0 });

describe('the chart of alarms', () => {
  test('has a bar for each hour, also without alarms, and loses none', () => {
    const from = Date.parse('2026-11-22T10:00:00Z');
    const bars = barsOf([{ at: '2026-11-22T12:00:00Z', priorities: priorities(3) }], from, from + 24 * 3_600_000);
    expect(bars).toHaveLength(24);
    expect(bars[2]!.priorities.high).toBe(3);
    expect(bars.reduce((all, bar) => all + sum(bar.priorities), 0)).toBe(4);
  });
  test('has a bar for each day of the viewer when there are many hours', () => {
    const from = new Date(2026, 9, 20).getTime();
    const to = new Date(2026, 10, 3).getTime();
    const bars = barsOf([{ at: new Date(2026, 9, 25, 23).toISOString(), priorities: priorities(2) }], from, to);
    expect(bars).toHaveLength(14);
    expect(sum(bars[5]!.priorities)).toBe(3);
  });
  test('has bars that together are the whole time, also when it begins within a day', () => {
    const from = new Date(2026, 9, 20, 15).getTime();
    const to = new Date(2026, 10, 3, 15).getTime();
    const bars = barsOf([], from, to);
    expect(bars).toHaveLength(15);
    expect([bars[0]!.from, bars.at(-1)!.to]).toEqual([from, to]);
    bars.slice(1).forEach((bar, index) => expect(bar.from).toBe(bars[index]!.to));
  });
  test('has a round top and says of nothing that it is unknown', () => {
    expect([0, 1, 3, 7, 11, 60, 200].map(roundTop)).toEqual([1, 1, 5, 10, 20, 100, 200]);
    expect(share(1, 3)).toBe('33.3 %');
    expect(share(0, 0)).toBeUndefined();
  });
});
