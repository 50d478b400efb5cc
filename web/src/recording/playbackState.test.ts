import { expect, test } from 'vitest';
import { readPlayback, toggleChannel, writePlayback } from './playbackState';

test.each(['MAIN', 'SUB'] as const)('the address keeps cameras, time, clip and stream %s', (stream) => {
  const state = { channelIds: ['a', 'b'], at: 1_700_000_000_000, stream, clip: { from: 1_700_000_000_000, to: 1_700_000_060_000 } };
  expect(readPlayback(writePlayback(state))).toEqual(state);
});

test('nonsense in the address is left out', () => {
  const state = readPlayback(new URLSearchParams('t=soon&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z&channel=a,,a'));
  expect(state).toEqual({ channelIds: ['a'], at: undefined, stream: 'MAIN', clip: undefined });
});

test('cameras are added and taken away, one stays, sixteen are the most', () => {
  expect(toggleChannel(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggleChannel(['a', 'b'], 'a')).toEqual(['b']);
  expect(toggleChannel(['a'], 'a')).toEqual(['a']);
  const sixteen = Array.from({ length: 16 }, (_, i) => `c${i}`);
  expect(toggleChannel(sixteen, 'more')).toBe(sixteen);
});
