import { expect, test } from 'vitest';
import type { LiveTour } from '../../api/types';
import { startTour, tick, turn, viewIdOf } from './tour';

const tour: LiveTour = {
  id: 't', name: 'Round', shared: false, mine: true, ownerName: 'a', version: 1,
  steps: [{ viewId: 'a', dwellSeconds: 3 }, { viewId: 'b', dwellSeconds: 5 }],
};

test('a tour shows each wall for its time and begins anew', () => {
  let run = startTour(tour)!;
  const shown = [];
  for (let second = 0; second < 9; second++) {
    shown.push(viewIdOf(run));
    run = tick(run);
  }
  expect(shown.join('')).toBe('aaabbbbba');
});

test('a tour that stands does not go on, but can be turned', () => {
  const run = { ...startTour(tour)!, paused: true };
  expect(tick(run)).toBe(run);
  expect(turn(run, -1)).toMatchObject({ step: 1, left: 5, paused: true });
});

test('a tour without steps does not start', () => expect(startTour({ ...tour, steps: [] })).toBeUndefined());
