import { expect, test } from 'vitest';
import type { Volume } from '../api/types';
import { daysLeft, leastLeft } from './storageDays';

const volume = (change: Partial<Volume>) => ({ id: 'v', name: 'V', node: 'n', directory: '/v', version: 1, freeBytes: 8_640_000, usedBytes: 0, reserveBytes: 0, bytesPerSecond: 10, ...change }) as Volume;

test('the days left follow from the room and the rate', () => {
  expect(daysLeft(volume({}))).toEqual({ kind: 'days', days: 10 });
  expect(daysLeft(volume({ reserveBytes: 4_320_000 }))).toEqual({ kind: 'days', days: 5 });
  expect(daysLeft(volume({ quotaBytes: 1_000_000, usedBytes: 136_000 }))).toEqual({ kind: 'days', days: 1 });
  expect(daysLeft(volume({ quotaBytes: 100, usedBytes: 100 }))).toEqual({ kind: 'full' });
});
test('what nobody knows is unknown', () => {
  expect(daysLeft(volume({ bytesPerSecond: 0 }))).toEqual({ kind: 'unknown' });
  const { freeBytes: _, ...away } = volume({});
  expect(daysLeft(away as Volume)).toEqual({ kind: 'unknown' });
  expect(leastLeft([])).toEqual({ kind: 'unknown' });
  expect(leastLeft([volume({}), volume({ reserveBytes: 4_320_000 }), away as Volume])).toEqual({ kind: 'days', days: 5 });
});
