import { expect, test } from 'vitest';
import type { DeviceImport, FoundDevice } from '../api/types';
import { hostOf, isUnderWay, nameOf } from './bringIn';

const found = (name: string, hardware: string, host: string): FoundDevice => ({
  key: host, url: `http://${host}/onvif/device_service`, protocol: 'ONVIF', name, hardware, location: '',
});

test('a device is offered under its own name, with its host when others have the same', () => {
  const gate = found('Gate', 'X1', '10.0.0.2');
  const [one, two] = [found('IPC', 'X1', '10.0.0.3'), found('IPC', 'X1', '10.0.0.4')];
  expect(nameOf(gate, [gate, one, two])).toBe('Gate');
  expect(nameOf(one, [gate, one, two])).toBe('IPC 10.0.0.3');
  expect(nameOf(found('', 'X1', '10.0.0.5'), [])).toBe('X1 10.0.0.5');
  expect(nameOf(found('', '', '10.0.0.6:8080'), [])).toBe('10.0.0.6:8080');
});

test('usual ports are left out of a host', () => expect(hostOf('rtsp://10.0.0.7:554')).toBe('10.0.0.7'));

test('an import is under way while rows of its job wait', () => {
  const base: DeviceImport = { id: 'i', createdAt: '', rows: 2, ready: 1, invalid: 0, trying: 0, added: 1, failed: 0 };
  expect(isUnderWay(base)).toBe(false);
  expect(isUnderWay({ ...base, jobId: 'j' })).toBe(true);
  expect(isUnderWay({ ...base, jobId: 'j', ready: 0 })).toBe(false);
});
