import type { Channel, Device } from '../api/types';

/** A row of the camera tree: a device with several channels folds them; one with a single channel is that channel. */
export type TreeRow =
  | { kind: 'device'; id: string; device: Device; open: boolean }
  | { kind: 'channel'; id: string; channel: Channel; level: 1 | 2 };

export function treeRows(devices: readonly Device[], folded: ReadonlySet<string>, query: string): TreeRow[] {
  const words = query.toLowerCase().split(/\s+/).filter((w) => w !== '');
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return devices.flatMap((device): TreeRow[] => {
    const channels = device.channels.filter((c) => has(`${device.name} ${c.name}`));
    if (channels.length === 0) return [];
    if (device.channels.length === 1) return channels.map((channel) => ({ kind: 'channel', id: channel.id, channel, level: 1 }));
    const open = words.length > 0 || !folded.has(device.id);
    const rows: TreeRow[] = open ? channels.map((channel) => ({ kind: 'channel', id: channel.id, channel, level: 2 })) : [];
    return [{ kind: 'device', id: device.id, device, open }, ...rows];
  });
}
