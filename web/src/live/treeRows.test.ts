import { expect, test } from 'vitest';
import type { CameraTreeChannel, CameraTreeDevice, CameraTreeLevel } from '../api/types';
import { treeRows, wantedLevels } from './treeRows';

const channel = (id: string, name: string): CameraTreeChannel => ({ id, deviceId: 'd', name, state: 'ONLINE', recording: false });
const device = (id: string, name: string, total: number, channels?: CameraTreeChannel[]): CameraTreeDevice => ({
  id, name, state: 'ONLINE', count: { online: total, total }, ...(channels && { channels }),
});
const level = (sites: string[], devices: CameraTreeDevice[]): CameraTreeLevel => ({
  count: { online: 1, total: 1 }, more: false, devices, sites: sites.map((id) => ({ id, name: id, count: { online: 1, total: 1 } })),
});
const gate = device('d1', 'Gate', 1, [channel('c1', 'Gate')]);
const recorder = device('d2', 'Recorder', 2, [channel('c2', 'Hall north'), channel('c3', 'Hall south')]);
const large = device('d3', 'Large', 64);

function rows(levels: Record<string, CameraTreeLevel>, turned: Record<string, boolean> = {}): string[] {
  return treeRows(new Map(Object.entries(levels)), new Map(Object.entries(turned))).map((row) => {
    const name = { site: () => `site ${row.id}`, device: () => `[${row.id}]`, channel: () => row.id, loading: () => '…' }[row.kind]();
    return `${row.level} ${name}`;
  });
}

test('a device with one channel is that channel', () => {
  expect(rows({ '': level([], [gate, recorder]) })).toEqual(['1 c1', '1 [d2]', '2 c2', '2 c3']);
});

test('a device that came with its channels shows them until it is closed', () => {
  expect(rows({ '': level([], [recorder]) }, { d2: false })).toEqual(['1 [d2]']);
});

test('a device of a large level shows its channels once it is opened and they were read', () => {
  expect(rows({ '': level([], [large]) })).toEqual(['1 [d3]']);
  expect(rows({ '': level([], [large]) }, { d3: true })).toEqual(['1 [d3]', '2 …']);
  const read = level([], [device('d3', 'Large', 2, [channel('c4', 'One'), channel('c5', 'Two')])]);
  expect(rows({ '': level([], [large]), d3: read }, { d3: true })).toEqual(['1 [d3]', '2 c4', '2 c5']);
});

test('sites are closed, come before devices, and show what was read of them', () => {
  const top = level(['north', 'south'], [gate]);
  expect(rows({ '': top })).toEqual(['1 site north', '1 site south', '1 c1']);
  expect(rows({ '': top }, { south: true })).toEqual(['1 site north', '1 site south', '2 …', '1 c1']);
  expect(rows({ '': top, south: level([], [recorder]) }, { south: true })).toEqual(['1 site north', '1 site south', '2 [d2]', '3 c2', '3 c3', '1 c1']);
});

test('a way with no choice on it is open by itself', () => {
  expect(rows({ '': level(['only'], []), only: level(['inside'], []) })).toEqual(['1 site only', '2 site inside', '3 …']);
  expect(rows({ '': level(['only'], []) }, { only: false })).toEqual(['1 site only']);
});

test('what is open and not in its level is wanted', () => {
  const levels = new Map([['', level(['north', 'south'], [gate, recorder, large])]]);
  expect(wantedLevels(levels, new Map([['south', true], ['d3', true], ['gone', true]]))).toEqual([
    { id: 'south', kind: 'site' },
    { id: 'd3', kind: 'device' },
  ]);
});
