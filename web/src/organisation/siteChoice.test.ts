import { expect, test } from 'vitest';
import type { Site } from '../api/types';
import { SiteChoice } from './siteChoice';

const site = (id: string, name: string, level: number): Site => ({ id, name, level, position: 0, children: 0, functions: [], version: 1 });
const sites = [
  site('all', 'All sites', 1),
  site('n', 'North', 2),
  site('nh', 'Hall', 3),
  site('s', 'South', 2),
  site('sh', 'Hall', 3),
  site('sn', 'North gate', 3),
];
const choice = new SiteChoice(sites);
const ids = (query: string, without: string[] = []) => choice.find(query, new Set(without)).map((one) => one.id);

test('without words all are offered, each with what is above it', () => {
  expect(ids('')).toEqual(['all', 'n', 'nh', 's', 'sh', 'sn']);
  expect(choice.find('')[4]).toEqual({ id: 'sh', name: 'Hall', where: 'South' });
});

test('words may be in the names above; those in the own name come first', () => {
  expect(ids('hall')).toEqual(['nh', 'sh']);
  expect(ids('south hall')).toEqual(['sh']);
  expect(ids('north')).toEqual(['n', 'sn', 'nh']);
  expect(ids('nowhere')).toEqual([]);
});

test('some are not offered', () => expect(ids('hall', ['nh'])).toEqual(['sh']));

test('ten thousand are found in at most a few milliseconds', () => {
  const many = [site('all', 'All sites', 1), ...Array.from({ length: 10_000 }, (_, i) => site(`${i}`, `Building ${i}`, 2))];
  const large = new SiteChoice(many);
  const began = performance.now();
  expect(large.find('building 9999').length).toBe(1);
  expect(performance.now() - began).toBeLessThan(100);
});
