import { describe, expect, it } from 'vitest';
import type { EMap, EMapMarker } from '../api/types';
import { camerasIn, mapRows, mapsWithin, movedTo, sector, sizedTo, wallOf, withMarker } from './markers';

const camera = (channelId: string, x: number, y: number): EMapMarker => ({ kind: 'CHANNEL', channelId, x, y });
const zone: EMapMarker = { kind: 'MAP', targetId: 'm', x: 0.5, y: 0.5, zone: { width: 0.2, height: 0.1 } };
const map = (id: string, parentId?: string): EMap => ({ id, name: id, siteId: 's', version: 1, ...(parentId === undefined ? {} : { parentId }) });

describe('markers', () => {
  it('draws the sector a camera sees around where it looks', () => {
    const seen = sector({ ...camera('a', 0.5, 0.5), sight: { angle: 90, arc: 90, reach: 0.2 } }, 2);
    expect(seen[0]).toEqual([0.5, 0.5]);
    const far = seen[Math.round(seen.length / 2)] ?? [0, 0];
    expect(far[0]).toBeGreaterThan(0.68);
    expect(Math.abs(far[1] - 0.5)).toBeLessThan(0.05);
    expect(sector(camera('a', 0, 0), 1)).toEqual([]);
  });

  it('takes a wide picture for what it is: a sector is as high in pixels as it is wide', () => {
    const up = sector({ ...camera('a', 0.5, 0.5), sight: { angle: 0, arc: 2, reach: 0.1 } }, 2);
    expect(0.5 - (up[2]?.[1] ?? 0)).toBeCloseTo(0.2, 3);
  });

  it('chooses cameras of a box in the order of reading', () => {
    const all = [camera('right', 0.6, 0.2), camera('below', 0.2, 0.6), camera('left', 0.2, 0.2), camera('outside', 0.9, 0.9), zone];
    expect(camerasIn(all, { left: 0.1, top: 0.1, right: 0.7, bottom: 0.7 })).toEqual(['left', 'right', 'below']);
  });

  it('never chooses more cameras than a wall has panes', () => {
    const all = Array.from({ length: 100 }, (_, i) => camera(String(i), 0.5, 0.5));
    expect(camerasIn(all, { left: 0, top: 0, right: 1, bottom: 1 })).toHaveLength(64);
  });

  it('opens a wall with room for all', () => {
    expect(wallOf(['a', 'b', 'c', 'd', 'e'])).toBe('/live?n=9&c=a%2Cb%2Cc%2Cd%2Ce');
  });

  it('keeps the tree of maps, and shows one whose parent is not seen at the top', () => {
    const maps = [map('b', 'a'), map('a'), map('c', 'b'), map('lost', 'unseen')];
    expect(mapRows(maps).map((row) => `${row.map.id}${row.level}`)).toEqual(['a1', 'b2', 'c3', 'lost1']);
    expect([...mapsWithin(maps, 'b')]).toEqual(['b', 'c']);
  });

  it('has a thing only once on a map', () => {
    const moved = withMarker([camera('a', 0, 0), zone], camera('a', 1, 1));
    expect(moved).toEqual([camera('a', 1, 1), zone]);
    expect(withMarker(moved, camera('b', 0, 0))).toHaveLength(3);
  });

  it('keeps zones within the picture', () => {
    expect(movedTo(zone, 0.95, -1)).toMatchObject({ x: 0.8, y: 0 });
    expect(sizedTo(zone, 2, 0).zone).toEqual({ width: 0.5, height: 0.02 });
  });
});
