import { expect, test } from 'vitest';
import { readPlayback, writePlayback } from './playbackState';

test('the address keeps camera, time and clip', () => {
  const state = { channelId: 'c-1', at: 1_790_000_000_123, clip: { from: 1_790_000_000_000, to: 1_790_000_060_000 } };
  expect(readPlayback(writePlayback(state))).toEqual(state);
});

test('nonsense in the address is ignored', () => {
  expect(readPlayback(new URLSearchParams('t=soon&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z'))).toEqual({
    channelId: undefined,
    at: undefined,
    clip: undefined,
  });
});
