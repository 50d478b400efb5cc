import { expect, test } from 'vitest';
import { barOf } from './storage';

test('the bar shows recordings, what others use, and the reserve', () => {
  expect(barOf({ totalBytes: 100, freeBytes: 40, usedBytes: 50, reserveBytes: 5, quotaBytes: 80 })).toEqual({ recordings: 0.5, others: 0.1, reserve: 0.05, quota: 0.8 });
});

test('recordings are never more than what is taken', () => {
  expect(barOf({ totalBytes: 100, freeBytes: 90, usedBytes: 50 })).toEqual({ recordings: 0.1, others: 0, reserve: 0, quota: undefined });
});

test('there is no bar while the size is not known', () => expect(barOf({ freeBytes: 1 })).toBeUndefined());
