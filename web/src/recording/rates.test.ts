import { expect, test } from 'vitest';
import { isTrick, nextRate, RATES, rateText, reversed } from './rates';

test('speeds are words', () => expect(RATES.map(rateText).join(' ')).toBe('−16× −8× −4× −2× −1× 1/8× 1/4× 1/2× 1× 2× 4× 8× 16×'));

test('speeds go up and down and stay at the ends', () => {
  expect([nextRate(1, 1), nextRate(1, -1), nextRate(0.125, -1), nextRate(16, 1), nextRate(-16, -1)]).toEqual([2, 0.5, -1, 16, -16]);
});

test('backwards is at least at normal speed', () => expect([reversed(0.5), reversed(4), reversed(-8)]).toEqual([-1, -4, 8]));

test('key frames alone are shown above double speed and backwards', () =>
  expect(RATES.filter((r) => !isTrick(r))).toEqual([0.125, 0.25, 0.5, 1, 2]));
