import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import type { Node } from '../api/types';
import { drivenWords, isAbroad } from './nodes';

const t = ((key: string, values: object = {}) => [key, ...Object.values(values)].join(' ')) as unknown as TFunction;
const node = (name: string, alive: boolean): Node => ({ name, alive, left: false, here: false, startedAt: '', seenAt: '', devices: 0 });

test('a device away from its home says why', () => {
  const device = { node: 'b', homeNode: 'a' };
  expect(isAbroad(device)).toBe(true);
  expect(drivenWords(t, device, [node('a', false)])).toBe('cluster.runsAway b a');
  expect(drivenWords(t, device, [node('a', true)])).toBe('cluster.runsSoon b a');
  expect(drivenWords(t, device, undefined)).toBe('cluster.runsAway b a');
});

test('a device at home, without a home, or without a node says that', () => {
  expect(drivenWords(t, { node: 'a', homeNode: 'a' }, [])).toBe('cluster.runsHome a');
  expect(drivenWords(t, { node: 'a' }, [])).toBe('cluster.runs a');
  expect(drivenWords(t, {}, [])).toBe('cluster.nobody');
  expect(drivenWords(t, { homeNode: 'a' }, [])).toBe('cluster.waits a');
  expect(isAbroad({ homeNode: 'a' })).toBe(false);
  expect(isAbroad({ node: 'a', homeNode: 'a' })).toBe(false);
});
