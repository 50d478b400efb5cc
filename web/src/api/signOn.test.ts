import { expect, test } from 'vitest';
import { asleepFor } from './signOn';

test('only who heard nothing for five minutes was asleep', () => {
  expect(asleepFor(undefined, 1_000_000)).toBeUndefined();
  expect(asleepFor(0, 299_999)).toBeUndefined();
  expect(asleepFor(0, 300_000)).toBe(5);
  expect(asleepFor(60_000, 60_000 + 8 * 3_600_000)).toBe(480);
});
