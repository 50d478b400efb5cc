import type { QueryClient } from '@tanstack/react-query';
import { devicesQuery } from './queries';
import type { Channel, Device, DeviceEvent } from './types';

/**
 * Brings a device event into what is shown: the fact itself at once, the rest by reading again shortly after
 * (once for a burst).
 */
export function applyDeviceEvent(devices: Device[], event: DeviceEvent): Device[] {
  return devices.map((device) => (device.id === event.deviceId ? applyToDevice(device, event) : device));
}

function applyToDevice(device: Device, event: DeviceEvent): Device {
  const ofItself = device.protocol === 'REGISTRATION' && event.channelId === undefined;
  const channels = ofItself ? device.channels : device.channels.map((channel) => applyToChannel(channel, event));
  if (event.type !== 'DEVICE_ONLINE' && event.type !== 'DEVICE_OFFLINE') return { ...device, channels };
  const { reason: _, ...rest } = device;
  return { ...rest, ...connection(event), since: event.occurredAt, channels };
}

function applyToChannel(channel: Channel, event: DeviceEvent): Channel {
  if (event.channelId !== undefined && event.channelId !== channel.id) return channel;
  if (/^(DEVICE|CHANNEL)_(ON|OFF)LINE$/.test(event.type)) {
    const { reason: _, ...rest } = channel;
    return { ...rest, ...connection(event) };
  }
  if (event.type !== 'RECORDING_STARTED' && event.type !== 'RECORDING_INTERRUPTED') return channel;
  const { reason: _, ...recording } = channel.recording;
  const state = event.type === 'RECORDING_STARTED' ? 'RECORDING' : 'INTERRUPTED';
  return { ...channel, recording: { ...recording, ...reasonOf(event), state, since: event.occurredAt } };
}

function connection(event: DeviceEvent) {
  return event.type.endsWith('_ONLINE')
    ? { state: 'ONLINE' as const }
    : { state: 'OFFLINE' as const, ...reasonOf(event) };
}

function reasonOf(event: DeviceEvent) {
  return event.reason === undefined ? {} : { reason: event.reason };
}

/** Wires the stream to the caches of one query client. */
export class EventCache {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #client: QueryClient;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  deviceEvent(event: DeviceEvent): void {
    this.#client.setQueryData(devicesQuery.queryKey, (old) => (old === undefined ? old : applyDeviceEvent(old, event)));
    this.#client.setQueryData<DeviceEvent[]>(['events', event.deviceId], (old) =>
      old === undefined || old.some((known) => known.id === event.id) ? old : [event, ...old],
    );
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#client.invalidateQueries({ queryKey: devicesQuery.queryKey });
      if (event.type === 'RELAY' || event.type === 'INPUT') void this.#client.invalidateQueries({ queryKey: ['outputs'] });
      if (event.type.startsWith('VOLUME')) void this.#client.invalidateQueries({ queryKey: ['volumes'] });
      void this.#client.invalidateQueries({ queryKey: ['timeline'] });
    }, 700);
  }

  resync(): void {
    void this.#client.invalidateQueries();
  }
}
