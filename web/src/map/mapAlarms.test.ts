import { expect, test } from 'vitest';
import type { Alarm, EMapMarker } from '../api/types';
import { alarmAt } from './mapAlarms';

const alarm = (id: string, change: Partial<Alarm>) => ({ id, priority: 'LOW', ...change }) as Alarm;
const camera = { kind: 'CHANNEL', channelId: 'c', x: 0, y: 0 } as EMapMarker;
const input = { kind: 'INPUT', deviceId: 'd', part: 'in1', x: 0, y: 0 } as EMapMarker;

test('a marker shows the most important alarm of what it marks, and of these the newest', () => {
  const alarms = [alarm('1', { channelId: 'c' }), alarm('2', { channelId: 'c', priority: 'HIGH' }), alarm('3', { channelId: 'c', priority: 'HIGH' }), alarm('4', { channelId: 'x', priority: 'CRITICAL' })];
  expect(alarmAt(camera, alarms)?.id).toBe('2');
  expect(alarmAt(camera, [])).toBeUndefined();
});
test('an input has the alarms of itself, not of its device', () => {
  expect(alarmAt(input, [alarm('1', { deviceId: 'd' }), alarm('2', { deviceId: 'd', part: 'in2' })])).toBeUndefined();
  expect(alarmAt(input, [alarm('3', { deviceId: 'd', part: 'in1' })])?.id).toBe('3');
});
test('an output has those of its device that are about outputs', () => {
  const output = { kind: 'OUTPUT', channelId: 'c', part: 'in1', x: 0, y: 0 } as EMapMarker;
  const alarms = [alarm('1', { deviceId: 'd', part: 'in1', type: 'INPUT' }), alarm('2', { deviceId: 'd', part: 'in1', type: 'RELAY' })];
  expect(alarmAt(output, alarms, 'd')?.id).toBe('2');
  expect(alarmAt(input, alarms)?.id).toBe('1');
  expect(alarmAt(output, alarms)).toBeUndefined();
});
test('a way to another map has none', () => {
  expect(alarmAt({ kind: 'MAP', targetId: 'm', x: 0, y: 0 } as EMapMarker, [alarm('1', {})])).toBeUndefined();
});
