import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { CameraTreeLevel, Channel, Device, DeviceEvent, DevicePage } from './types';

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

/** The same for a channel that is shown without its device; one that dials in does not take its channels with it. */
function applyToShown(channel: Channel, event: DeviceEvent): Channel {
  return channel.deviceId !== event.deviceId || (event.channelId === undefined && !channel.controls) ? channel : applyToChannel(channel, event);
}

/** The same for a level of the tree of cameras; its counts are read again. */
export function applyToLevel(level: CameraTreeLevel, event: DeviceEvent): CameraTreeLevel {
  if (!level.devices.some((device) => device.id === event.deviceId)) return level;
  const goes = /^(DEVICE|CHANNEL)_(ON|OFF)LINE$/.test(event.type);
  const devices = level.devices.map((device) => {
    if (device.id !== event.deviceId) return device;
    const channels = device.channels?.map((channel) => {
      if (channel.id !== event.channelId) return channel;
      if (event.type === 'RECORDING_STARTED' || event.type === 'RECORDING_INTERRUPTED') return { ...channel, recording: event.type === 'RECORDING_STARTED' };
      return goes ? { ...channel, state: connection(event).state } : channel;
    });
    const { reason: _, ...rest } = device;
    return { ...(goes && event.type.startsWith('DEVICE') ? { ...rest, ...connection(event) } : device), ...(channels && { channels }) };
  });
  return { ...level, devices };
}

const SETTLE_MS = 700;
/** Lists with more pages are not read again for an event: their rows follow it, the rest follows every half minute. */
const FEW_PAGES = 2;

/** Wires the stream to the caches of one query client. */
export class EventCache {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #heard: DeviceEvent[] = [];
  readonly #client: QueryClient;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  deviceEvents(events: readonly DeviceEvent[]): void {
    for (const event of events) {
      if (event.deviceId !== undefined) this.#patch(event);
    }
    this.#heard.push(...events);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#readAgain(this.#heard.splice(0));
    }, SETTLE_MS);
  }

  resync(): void {
    void this.#client.invalidateQueries();
  }

  #patch(event: DeviceEvent): void {
    this.#client.setQueryData<DeviceEvent[]>(['events', event.deviceId], (old) =>
      old === undefined || old.some((known) => known.id === event.id) ? old : [event, ...old],
    );
    this.#client.setQueriesData<InfiniteData<DevicePage>>({ queryKey: ['devices', 'pages'] }, (old) =>
      old && { ...old, pages: old.pages.map((page) => ({ ...page, items: applyDeviceEvent(page.items, event) })) },
    );
    this.#client.setQueriesData<Device>({ queryKey: ['devices', 'one'] }, (old) => old && applyDeviceEvent([old], event)[0]);
    this.#client.setQueriesData<Channel | null>({ queryKey: ['channels', 'one'] }, (old) => (old ? applyToShown(old, event) : old));
    this.#client.setQueriesData<CameraTreeLevel>({ queryKey: ['camera-tree'] }, (old) => old && applyToLevel(old, event));
  }

  /** Events of other systems and of the center itself change no device. */
  #readAgain(heard: readonly DeviceEvent[]): void {
    if (heard.some((event) => event.type.startsWith('VOLUME'))) void this.#client.invalidateQueries({ queryKey: ['volumes'] });
    if (heard.every((event) => event.deviceId === undefined)) return;
    const few = (data: unknown) => ((data as InfiniteData<unknown> | undefined)?.pages.length ?? 0) <= FEW_PAGES;
    void this.#client.invalidateQueries({ queryKey: ['devices', 'pages'], predicate: (query) => few(query.state.data) });
    void this.#client.invalidateQueries({ queryKey: ['channels', 'pages'], predicate: (query) => few(query.state.data) });
    for (const queryKey of [['devices', 'one'], ['devices', 'totals'], ['channels', 'one'], ['recording-totals'], ['camera-tree'], ['timeline']]) {
      void this.#client.invalidateQueries({ queryKey });
    }
    // Which cameras show an input is in the answer only, not in the stream.
    const contacts = heard.filter((event) => event.type === 'RELAY' || event.type === 'INPUT');
    if (contacts.length > 0) void this.#client.invalidateQueries({ queryKey: ['outputs'] });
    for (const deviceId of new Set(contacts.map((event) => event.deviceId))) {
      void this.#client.invalidateQueries({ queryKey: ['events', deviceId] });
    }
  }
}
