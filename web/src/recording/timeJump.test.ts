import { expect, test } from 'vitest';
import { parseTimeJump } from './timeJump';

const local = (text: string) => new Date(text).getTime();
const NOW = local('2026-11-22T15:30:00');
const SHOWN = local('2026-11-10T00:00:00');
const jump = (text: string) => parseTimeJump(text, SHOWN, NOW);

test.each([
  ['14:05', '2026-11-10T14:05:00'],
  [' 4:05 ', '2026-11-10T04:05:00'],
  ['14:05:30', '2026-11-10T14:05:30'],
  ['14：05', '2026-11-10T14:05:00'],
  ['today 08:00', '2026-11-22T08:00:00'],
  ['Yesterday 14:05', '2026-11-21T14:05:00'],
  ['昨天 14:05', '2026-11-21T14:05:00'],
  ['昨天14:05', '2026-11-21T14:05:00'],
  ['yesterday', '2026-11-21T00:00:00'],
  ['2026-11-22 14:05', '2026-11-22T14:05:00'],
  ['2026-11-22T14:05:09', '2026-11-22T14:05:09'],
  ['2026-2-3', '2026-02-03T00:00:00'],
  ['11-20 23:59', '2026-11-20T23:59:00'],
])('%s is %s', (text, expected) => {
  expect(jump(text)).toBe(local(expected));
});

test('now is now', () => expect(jump('now')).toBe(NOW));

test.each(['', 'x', '25:00', '14:60', '14', '14:5', 'yesterday14:05', '2026-02-30', '2026-13-01', '14:05 yesterday', '2026-11-22 '.repeat(2)])(
  '%j is no time',
  (text) => expect(jump(text)).toBeUndefined(),
);

test('the day of the clock change is met by its own time', () => {
  expect(parseTimeJump('2026-10-25 12:00', SHOWN, NOW)).toBe(Date.UTC(2026, 9, 25, 11));
});
