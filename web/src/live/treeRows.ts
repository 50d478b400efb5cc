import type { CameraTreeChannel, CameraTreeDevice, CameraTreeLevel } from '../api/types';

type Site = CameraTreeLevel['sites'][number];

/** A row of the camera tree: sites, devices of several channels, and channels; a device of a single channel is that channel. */
export type TreeRow = { id: string; level: number } & (
  | { kind: 'site'; site: Site; open: boolean }
  | { kind: 'device'; device: CameraTreeDevice; open: boolean }
  | { kind: 'channel'; channel: CameraTreeChannel }
  | { kind: 'loading' }
);

/** What is known of the tree: the levels that were read, by the id of their site or device; the root is at the empty id. */
export type Levels = ReadonlyMap<string, CameraTreeLevel>;

/** What the user opened or closed; what he did not touch opens by itself where that shows little. */
export type Turned = ReadonlyMap<string, boolean>;

/** The rows to show. In the answer to a search everything is open. */
export function treeRows(levels: Levels, turned: Turned): TreeRow[] {
  return below('', 1, levels, turned);
}

function below(id: string, level: number, levels: Levels, turned: Turned): TreeRow[] {
  const known = levels.get(id);
  if (known === undefined) return [{ kind: 'loading', id: `loading ${id}`, level }];
  const sites = known.sites.flatMap((site): TreeRow[] => {
    const open = siteOpen(known, site.id, turned);
    return [{ kind: 'site', id: site.id, level, site, open }, ...(open ? below(site.id, level + 1, levels, turned) : [])];
  });
  return [...sites, ...known.devices.flatMap((device) => deviceRows(device, level, levels, turned))];
}

function deviceRows(device: CameraTreeDevice, level: number, levels: Levels, turned: Turned): TreeRow[] {
  const rows = (channels: readonly CameraTreeChannel[], at: number): TreeRow[] =>
    channels.map((channel) => ({ kind: 'channel', id: channel.id, level: at, channel }));
  if (device.count.total === 1 && device.channels !== undefined) return rows(device.channels, level);
  const open = deviceOpen(device, turned);
  const channels = device.channels ?? levels.get(device.id)?.devices[0]?.channels;
  const inside: TreeRow[] = channels === undefined ? [{ kind: 'loading', id: `loading ${device.id}`, level: level + 1 }] : rows(channels, level + 1);
  return [{ kind: 'device', id: device.id, level, device, open }, ...(open ? inside : [])];
}

/** A site that is alone at its level shows what is in it. */
function siteOpen(level: CameraTreeLevel, id: string, turned: Turned): boolean {
  return turned.get(id) ?? (level.sites.length === 1 && level.devices.length === 0);
}

/** A device whose channels came with it shows them. */
function deviceOpen(device: CameraTreeDevice, turned: Turned): boolean {
  return turned.get(device.id) ?? device.channels !== undefined;
}

export interface Wanted {
  id: string;
  kind: 'site' | 'device';
}

/** The levels that are to be read, next to those that are known: of the open sites, and of open devices that came without channels. */
export function wantedLevels(levels: Levels, turned: Turned): Wanted[] {
  return treeRows(levels, turned).flatMap((row): Wanted[] => {
    if (row.kind === 'site' && row.open) return [{ id: row.id, kind: 'site' }];
    if (row.kind === 'device' && row.open && row.device.channels === undefined) return [{ id: row.id, kind: 'device' }];
    return [];
  });
}
