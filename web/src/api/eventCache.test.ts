import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { applyDeviceEvent, applyToLevel, EventCache } from './eventCache';
import { Problem } from './problem';
import { clockDifference, learnServerTime } from './serverClock';
import type { CameraTreeLevel, Device, DeviceEvent } from './types';

const device: Device = {
  id: 'd1', name: 'Gate', siteId: 's1', url: 'rtsp://host/', protocol: 'RTSP', identity: {}, functions: [], state: 'ONLINE', version: 1,
  channelCount: 1,
  channels: [{ id: 'c1', deviceId: 'd1', siteId: 's1', functions: [], name: 'Gate', state: 'ONLINE', streams: [], ptz: false, controls: false, recording: { enabled: true, state: 'RECORDING', version: 3, plans: [] } }],
};
const event = (type: DeviceEvent['type'], more: Partial<DeviceEvent> = {}): DeviceEvent => ({
  id: '1', deviceId: 'd1', deviceName: 'Gate', type, occurredAt: '2026-11-22T10:00:00Z', receivedAt: '2026-11-22T10:00:01Z', ...more,
});
const reason = { code: 'no-data', text: 'No data for 2 s' };

describe('a device event', () => {
  test('takes device and channel offline with the reason, and back without', () => {
    const [offline] = applyDeviceEvent([device], event('DEVICE_OFFLINE', { reason }));
    expect(offline).toMatchObject({ state: 'OFFLINE', reason, since: '2026-11-22T10:00:00Z' });
    expect(offline?.channels[0]).toMatchObject({ state: 'OFFLINE', reason });
    const [online] = applyDeviceEvent([offline!], event('DEVICE_ONLINE'));
    expect(online?.reason).toBeUndefined();
    expect(online?.channels[0]).toMatchObject({ state: 'ONLINE' });
    expect(online?.channels[0]?.reason).toBeUndefined();
  });

  test('about one channel leaves its device alone', () => {
    const [changed] = applyDeviceEvent([device], event('CHANNEL_OFFLINE', { channelId: 'c1', reason }));
    expect(changed?.state).toBe('ONLINE');
    expect(changed?.channels[0]).toMatchObject({ state: 'OFFLINE', reason });
    const [back] = applyDeviceEvent([changed!], event('CHANNEL_ONLINE', { channelId: 'c1' }));
    expect(back?.channels[0]).toMatchObject({ state: 'ONLINE' });
  });

  test('changes the recording of its channel, not its plan', () => {
    const [changed] = applyDeviceEvent([device], event('RECORDING_INTERRUPTED', { channelId: 'c1', reason }));
    expect(changed?.channels[0]?.recording).toMatchObject({ enabled: true, state: 'INTERRUPTED', reason, version: 3 });
    expect(changed?.state).toBe('ONLINE');
  });

  test('leaves other devices and channels alone', () => {
    expect(applyDeviceEvent([device], event('DEVICE_OFFLINE', { deviceId: 'd2' }))[0]).toBe(device);
    expect(applyDeviceEvent([device], event('RECORDING_INTERRUPTED', { channelId: 'c9' }))[0]?.channels[0]?.recording.state).toBe('RECORDING');
  });
});

describe('the tree of cameras', () => {
  const level: CameraTreeLevel = {
    count: { online: 1, total: 1 }, sites: [], more: false,
    devices: [{ id: 'd1', name: 'Gate', state: 'ONLINE', count: { online: 1, total: 1 }, channels: [{ id: 'c1', deviceId: 'd1', name: 'Gate', state: 'ONLINE', recording: false }] }],
  };

  test('follows a camera, its device and its recording', () => {
    const away = applyToLevel(level, event('CHANNEL_OFFLINE', { channelId: 'c1', reason }));
    expect(away.devices[0]).toMatchObject({ state: 'ONLINE', channels: [{ state: 'OFFLINE' }] });
    expect(applyToLevel(level, event('DEVICE_OFFLINE', { reason })).devices[0]).toMatchObject({ state: 'OFFLINE', reason });
    expect(applyToLevel(level, event('RECORDING_STARTED', { channelId: 'c1' })).devices[0]?.channels?.[0]?.recording).toBe(true);
  });

  test('stays as it is for a device elsewhere', () => expect(applyToLevel(level, event('DEVICE_OFFLINE', { deviceId: 'd2' }))).toBe(level));
});

describe('a problem', () => {
  test('knows its code, its reason and its fields', () => {
    const problem = new Problem(422, {
      type: 'urn:lynceus:problem:camera-unusable', title: 't', status: 422, detail: 'd', reason,
      errors: [{ pointer: '/url', detail: 'no' }],
    });
    expect([problem.code, problem.reason?.code, problem.fields.get('url')]).toEqual(['camera-unusable', 'no-data', 'no']);
  });

  test('has a code also when the answer was no problem document', () => {
    expect(new Problem(502, {}).code).toBe('http-502');
    expect(Problem.unreachable(new TypeError('x')).code).toBe('network');
  });
});

describe('the server’s clock', () => {
  test('is followed when it differs by more than the header can tell', () => {
    learnServerTime('Sun, 22 Nov 2026 10:00:00 GMT', Date.UTC(2026, 10, 22, 9, 59, 0));
    expect(clockDifference()).toBe(60_500);
    learnServerTime(null);
    learnServerTime('rubbish');
    expect(clockDifference()).toBe(60_500);
    learnServerTime('Sun, 22 Nov 2026 10:00:00 GMT', Date.UTC(2026, 10, 22, 10, 0, 1));
    expect(clockDifference()).toBe(0);
  });
});

describe('a burst of events', () => {
  afterEach(() => { vi.useRealTimers(); });

  function readAgainAfter(events: DeviceEvent[]): unknown[] {
    vi.useFakeTimers();
    const client = new QueryClient();
    const asked = vi.spyOn(client, 'invalidateQueries');
    new EventCache(client).deviceEvents(events);
    vi.runAllTimers();
    return asked.mock.calls.map(([filter]) => filter?.queryKey);
  }

  test('is followed by one reading, which heeds all of its kinds', () => {
    const read = readAgainAfter([event('DEVICE_ONLINE'), event('RELAY', { id: '2' }), event('RELAY', { id: '3' })]);
    expect(read.filter((key) => JSON.stringify(key) === '["devices","pages"]')).toHaveLength(1);
    expect(read).toContainEqual(['outputs']);
    expect(read).toContainEqual(['events', 'd1']);
  });

  test('of other systems changes no device, so nothing is read again', () => {
    const { deviceId: _, ...elsewhere } = event('COUNTED_OBJECT');
    expect(readAgainAfter([elsewhere])).toEqual([]);
  });
});
