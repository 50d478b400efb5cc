import { expect, test } from 'vitest';
import type { LiveWall } from '../../api/types';
import { fill, readWall } from '../wallState';
import { byFolder, partOf, wallOf } from './savedWalls';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

test('a saved wall is the wall again', () => {
  const wall = fill(readWall(new URLSearchParams(`n=6&c=${id(1)},,${id(3)}`)), [id(9)]);
  expect(wallOf(partOf(wall))).toEqual(wall);
  expect(partOf(wall).channelIds).toHaveLength(6);
});

test('a size this version does not know becomes the next larger one', () => {
  expect(wallOf({ size: 20, channelIds: [] }).size).toBe(25);
  expect(wallOf({ size: 500, channelIds: [] }).size).toBe(64);
});

test('walls are sorted into folders', () => {
  const wall = (name: string, folder?: string) => ({ id: name, name, ...(folder === undefined ? {} : { folder }) }) as LiveWall;
  const folders = byFolder([wall('Z', 'Night'), wall('B'), wall('A', 'Night')]);
  expect(folders.map(([folder, walls]) => [folder, walls.map((w) => w.name).join()])).toEqual([['', 'B'], ['Night', 'A,Z']]);
});
