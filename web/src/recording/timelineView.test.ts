import { describe, expect, test } from 'vitest';
import { addDays, dayRange, daysCovering, monthGrid } from './days';
import { follow, MAX_SPAN, MIN_SPAN, pan, spanText, ticks, tickStep, timeToX, xToTime, zoom, zoomAtTime } from './timelineView';

const HOUR = 3_600_000;
const local = (text: string) => new Date(text).getTime();
const day = dayRange(local('2026-11-22T10:00:00'));

describe('geometry', () => {
  test('a time and its place are each other’s inverse', () => {
    for (const x of [0, 1, 333, 1199, 1200]) expect(timeToX(day, 1200, xToTime(day, 1200, x))).toBeCloseTo(x, 3);
  });

  test('zooming keeps the anchor where it is', () => {
    const anchor = day.from + 7 * HOUR;
    const before = timeToX(day, 1000, anchor);
    const zoomed = zoom(zoom(zoom(day, 0.5, anchor), 0.3, anchor), 1.7, anchor);
    expect(timeToX(zoomed, 1000, anchor)).toBeCloseTo(before, 1);
  });

  test('what plays late in the evening has as much behind it as before it when one zooms in', () => {
    const late = day.to - HOUR;
    let view = zoomAtTime(day, 0.5, late);
    expect(timeToX(view, 1000, late)).toBeCloseTo(500, 1);
    view = zoomAtTime(view, 0.5, late);
    expect(timeToX(view, 1000, late)).toBeCloseTo(500, 1);
    expect(zoomAtTime(day, 2, late)).toEqual(zoom(day, 2, late));
    const noon = day.from + 12 * HOUR;
    expect(zoomAtTime(day, 0.5, noon + HOUR)).toEqual(zoom(day, 0.5, noon + HOUR));
    expect(zoomAtTime(day, 0.5, day.to + HOUR)).toEqual(zoom(day, 0.5, noon));
    expect(zoomAtTime(day, 0.5, undefined)).toEqual(zoom(day, 0.5, noon));
  });

  test('zoom ends at a minute and at a day', () => {
    let view = day;
    for (let i = 0; i < 60; i++) view = zoom(view, 0.5, day.from + HOUR);
    expect(view.to - view.from).toBe(MIN_SPAN);
    for (let i = 0; i < 60; i++) view = zoom(view, 2, day.from + HOUR);
    expect(view.to - view.from).toBe(MAX_SPAN);
  });

  test('panning keeps the span', () => expect(pan(day, HOUR)).toEqual({ from: day.from + HOUR, to: day.to + HOUR }));

  test('the view turns its page only when the time is outside', () => {
    const view = { from: day.from, to: day.from + HOUR };
    expect(follow(view, day.from + HOUR / 2)).toBe(view);
    const next = follow(view, day.from + HOUR);
    expect(next.to - next.from).toBe(HOUR);
    expect(timeToX(next, 100, day.from + HOUR)).toBeCloseTo(10, 5);
  });
});

describe('labels', () => {
  test('keep their distance', () => {
    for (const span of [60_000, 10 * 60_000, HOUR, 5 * HOUR, 24 * HOUR]) {
      const view = { from: day.from, to: day.from + span };
      const step = tickStep(view, 1000, 64);
      expect((step / span) * 1000).toBeGreaterThanOrEqual(64);
    }
  });

  test('stand at whole local times', () => {
    expect(ticks(day, 6 * HOUR).map((at) => new Date(at).getHours())).toEqual([0, 6, 12, 18, 0]);
  });

  test('stay at whole hours on the long day', () => {
    const long = dayRange(local('2026-10-25T12:00:00'));
    expect(long.to - long.from).toBe(25 * HOUR);
    const hours = ticks(long, 2 * HOUR).map((at) => new Date(at));
    expect(hours.every((d) => d.getMinutes() === 0)).toBe(true);
    expect(hours.map((d) => d.getHours())).toEqual(expect.arrayContaining([0, 4, 12, 22]));
  });

  test('name the span', () => {
    expect(spanText(day)).toBe('24 h');
    expect(spanText({ from: 0, to: 45 * 60_000 })).toBe('45 min');
    expect(spanText({ from: 0, to: 90_000 })).toBe('90 s');
  });
});

describe('days', () => {
  test('cover a range that crosses midnight', () => {
    expect(daysCovering({ from: day.to - HOUR, to: day.to + HOUR })).toEqual([day, dayRange(day.to)]);
    expect(daysCovering(day)).toEqual([day]);
  });

  test('of a month begin on a Monday', () => {
    const cells = monthGrid(local('2026-11-22T10:00:00'));
    expect(cells).toHaveLength(42);
    expect(new Date(cells[0]!).getDay()).toBe(1);
    expect(cells).toContain(local('2026-11-01T00:00:00'));
    expect(cells).toContain(local('2026-11-30T00:00:00'));
  });

  test('are counted over the clock change', () => {
    expect(addDays(local('2026-10-24T15:00:00'), 2)).toBe(local('2026-10-26T00:00:00'));
  });
});
