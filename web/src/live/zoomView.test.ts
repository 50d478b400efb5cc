import { describe, expect, test } from 'vitest';
import { shift, transformOf, WHOLE, zoomAt } from './zoomView';

describe('digital zoom', () => {
  test('keeps the point under the pointer', () => {
    const once = zoomAt(WHOLE, 2, 0.75, 0.25);
    expect(once).toEqual({ scale: 2, x: -0.75, y: -0.25 });
    const twice = zoomAt(once, 2, 0.5, 0.5);
    const before = (0.5 - once.x) / once.scale;
    expect((0.5 - twice.x) / twice.scale).toBeCloseTo(before);
  });
  test('never shows beside the picture', () => {
    const zoomed = zoomAt(WHOLE, 4, 0.5, 0.5);
    expect(shift(zoomed, 9, -9)).toEqual({ scale: 4, x: 0, y: -3 });
    expect(shift(WHOLE, 0.5, 0.5)).toEqual({ scale: 1, x: 0, y: 0 });
  });
  test('ends at the whole picture and at tenfold', () => {
    expect(zoomAt(zoomAt(WHOLE, 2, 0.2, 0.2), 0.1, 0.9, 0.9)).toBe(WHOLE);
    expect(zoomAt(WHOLE, 1000, 0, 0).scale).toBe(10);
  });
  test('is no transform when whole', () => {
    expect(transformOf(WHOLE)).toBe('');
    expect(transformOf({ scale: 2, x: -0.5, y: 0 })).toBe('translate(-50.000%, 0.000%) scale(2.0000)');
  });
});
