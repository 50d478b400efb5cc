import { describe, expect, test } from 'vitest';
import type { Site } from '../api/types';
import { atSite, dropPlace, siteRows, withBelow } from './siteRows';

const site = (id: string, level: number, parentId?: string, position = 0, children = 0): Site =>
  ({ id, name: `Site ${id}`, level, position, children, functions: [], version: 1, ...(parentId === undefined ? {} : { parentId }) });

/** root > a (a1, a2), b */
const SITES = [site('root', 1, undefined, 0, 2), site('a', 2, 'root', 0, 2), site('a1', 3, 'a', 0), site('a2', 3, 'a', 1), site('b', 2, 'root', 1)];
const ids = (rows: ReturnType<typeof siteRows>) => rows.map((row) => row.site.id);

describe('the rows of the tree of sites', () => {
  test('leave out what is below a folded site', () => {
    expect(ids(siteRows(SITES, new Set(['a']), ''))).toEqual(['root', 'a', 'b']);
    expect(ids(siteRows(SITES, new Set(), ''))).toEqual(['root', 'a', 'a1', 'a2', 'b']);
  });

  test('show a found site in its place, whatever is folded', () => {
    expect(ids(siteRows(SITES, new Set(['a', 'root']), 'site A2'))).toEqual(['root', 'a', 'a2']);
    expect(siteRows(SITES, new Set(), 'nothing')).toEqual([]);
  });

  test('are found among 10,000 in an instant', () => {
    const many = [SITES[0]!, ...Array.from({ length: 10_000 }, (_, i) => site(`s${i}`, 2, 'root', i))];
    const before = performance.now();
    expect(ids(siteRows(many, new Set(), 's9999'))).toEqual(['root', 's9999']);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('a dropped site', () => {
  test('takes the place of the one it is dropped on', () => expect(dropPlace(SITES, 'b', SITES[2]!, false)).toEqual({ parentId: 'a', position: 0 }));
  test('goes below it as the last', () => expect(dropPlace(SITES, 'b', SITES[1]!, true)).toEqual({ parentId: 'a', position: 2 }));
  test('cannot go below itself', () => expect(dropPlace(SITES, 'a', SITES[3]!, true)).toBeUndefined());
  test('cannot stand beside the root', () => expect(dropPlace(SITES, 'a', SITES[0]!, false)).toBeUndefined());
  test('takes all below it along', () => expect([...withBelow(SITES, 'a')]).toEqual(['a', 'a1', 'a2']));
});

describe('what is at a site', () => {
  const devices = [{ siteId: 'root' }, { siteId: 'a' }, { siteId: 'a2' }, { siteId: 'b' }];
  test('is there or below it', () => {
    expect(atSite(devices, SITES, 'a').map((one) => one.siteId)).toEqual(['a', 'a2']);
    expect(atSite(devices, SITES, 'b')).toEqual([{ siteId: 'b' }]);
  });

  test('is everything when no site is chosen, or it is gone', () => {
    expect(atSite(devices, SITES, '')).toEqual(devices);
    expect(atSite(devices, SITES, 'gone')).toEqual(devices);
  });
});
