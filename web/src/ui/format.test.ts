import { describe, expect, test } from 'vitest';
import { bytesText, lengthText, shortTimeText, timeText, zoneOffsetText } from './format';

describe('texts', () => {
  test('of times are local and two-digit', () => {
    expect(timeText('2026-11-02T03:04:05Z')).toBe('2026-11-02 04:04:05');
    expect(timeText(undefined)).toBe('');
  });
  test('of times leave today out', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(shortTimeText('2026-11-22T08:00:00Z', now)).toBe('09:00:00');
    expect(shortTimeText('2026-11-20T08:00:00Z', now)).toBe('11-20 09:00:00');
  });
  test('of the zone follow the clock change', () => {
    expect(zoneOffsetText(Date.parse('2026-01-01T00:00:00Z'))).toBe('UTC+1');
    expect(zoneOffsetText(Date.parse('2026-07-01T00:00:00Z'))).toBe('UTC+2');
  });
  test('of lengths', () => {
    expect([3_540, 61_000, 3_600_000, 36_005_000].map(lengthText)).toEqual(['3.5 s', '1:01', '1:00:00', '10:00:05']);
  });
  test('of sizes', () => {
    expect([0, 999, 1_500, 123_456_789, 4e12].map(bytesText)).toEqual(['0 B', '999 B', '1.5 kB', '123 MB', '4.0 TB']);
  });
});
