import { expect, test } from 'vitest';
import type { Channel, Device } from '../api/types';
import { treeRows } from './treeRows';

const channel = (id: string, name: string): Channel => ({
  id, deviceId: 'd', siteId: 's', functions: [], name, state: 'ONLINE', streams: [], ptz: false, controls: false, recording: { enabled: false, state: 'NOT_PLANNED', version: 1, plans: [] },
});
const device = (id: string, name: string, channels: Channel[]): Device => ({
  id, name, siteId: 's', url: 'rtsp://host/', protocol: 'RTSP', identity: {}, state: 'ONLINE', channels, version: 1,
});
const devices = [
  device('d1', 'Gate', [channel('c1', 'Gate')]),
  device('d2', 'Recorder', [channel('c2', 'Hall north'), channel('c3', 'Hall south')]),
];
const names = (query: string, folded: string[] = []) =>
  treeRows(devices, new Set(folded), query).map((r) => (r.kind === 'device' ? `[${r.device.name}]` : `${r.level} ${r.channel.name}`));

test('a device with one channel is that channel', () => {
  expect(names('')).toEqual(['1 Gate', '[Recorder]', '2 Hall north', '2 Hall south']);
});

test('a folded device hides its channels, a search opens it', () => {
  expect(names('', ['d2'])).toEqual(['1 Gate', '[Recorder]']);
  expect(names('south', ['d2'])).toEqual(['[Recorder]', '2 Hall south']);
});

test('all words must match, in device or channel', () => {
  expect(names('recorder north')).toEqual(['[Recorder]', '2 Hall north']);
  expect(names('gate north')).toEqual([]);
});
