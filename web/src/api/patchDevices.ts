import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Channel, ChannelPage, Device, DevicePage } from './types';

/** Puts what the server answered to a command into all that is shown of a device or channel. */

export function putDevice(client: QueryClient, changed: Device): void {
  client.setQueryData(['devices', 'one', changed.id], changed);
  changeDevices(client, (devices) => devices.map((device) => (device.id === changed.id ? changed : device)));
}

export function dropDevice(client: QueryClient, id: string): void {
  client.removeQueries({ queryKey: ['devices', 'one', id] });
  changeDevices(client, (devices) => devices.filter((device) => device.id !== id));
}

export function changeChannel(client: QueryClient, id: string, change: (channel: Channel) => Channel): void {
  const one = (channel: Channel) => (channel.id === id ? change(channel) : channel);
  const within = (device: Device) => ({ ...device, channels: device.channels.map(one) });
  client.setQueryData<Channel | null>(['channels', 'one', id], (old) => (old ? change(old) : old));
  client.setQueriesData<Device>({ queryKey: ['devices', 'one'] }, (old) => old && within(old));
  changeDevices(client, (devices) => devices.map(within));
  client.setQueriesData<InfiniteData<ChannelPage>>({ queryKey: ['channels', 'pages'] }, (old) =>
    old && { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.map(one) })) },
  );
}

function changeDevices(client: QueryClient, change: (devices: Device[]) => Device[]): void {
  client.setQueriesData<InfiniteData<DevicePage>>({ queryKey: ['devices', 'pages'] }, (old) =>
    old && { ...old, pages: old.pages.map((page) => ({ ...page, items: change(page.items) })) },
  );
}
