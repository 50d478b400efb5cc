import type { EMap, EMapMarker } from '../api/types';
import { LARGEST } from '../live/layouts';
import { sizeFor, writeWall } from '../live/wallState';
import { outlineMoved } from './outline';

/** What is drawn on a map and how it is chosen. Places are relative to the picture, 0 to 1 from its left and its top. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a marker marks; a map has each at most once. */
export function subjectOf(marker: EMapMarker): string {
  return [marker.kind, marker.channelId, marker.deviceId, marker.part, marker.targetId].map((part) => part ?? '').join(' ');
}

/** The corners of the sector that a camera sees, the camera first; none when nobody said how it looks. */
export function sector(marker: EMapMarker, aspect: number): [number, number][] {
  const sight = marker.sight;
  if (sight === undefined) return [];
  const steps = Math.max(2, Math.ceil(sight.arc / 10));
  const corners: [number, number][] = sight.arc >= 360 ? [] : [[marker.x, marker.y]];
  for (let i = 0; i <= steps; i++) {
    const angle = ((sight.angle - sight.arc / 2 + (sight.arc * i) / steps) * Math.PI) / 180;
    corners.push([marker.x + sight.reach * Math.sin(angle), marker.y - sight.reach * aspect * Math.cos(angle)]);
  }
  return corners;
}

/** The cameras within a box, in the order of reading, as many as a wall has panes. */
export function camerasIn(markers: readonly EMapMarker[], box: Box): string[] {
  return markers
    .filter(({ kind, x, y }) => kind === 'CHANNEL' && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .flatMap(({ channelId }) => channelId ?? [])
    .slice(0, LARGEST);
}

/** The address of a wall of these cameras. */
export function wallOf(channelIds: readonly string[]): string {
  return `/live?${writeWall({ size: sizeFor(channelIds.length), cells: channelIds, selected: 0, maximised: false }).toString()}`;
}

export interface MapRow {
  map: EMap;
  /** 1 at the top. */
  level: number;
}

/** The tree as rows, each below the one it belongs to; one whose parent is not seen stands at the top. */
export function mapRows(maps: readonly EMap[]): MapRow[] {
  const known = new Set(maps.map((map) => map.id));
  const below = (parent: string | undefined, level: number): MapRow[] =>
    maps
      .filter((map) => (map.parentId !== undefined && known.has(map.parentId) ? map.parentId : undefined) === parent)
      .flatMap((map) => [{ map, level }, ...below(map.id, level + 1)]);
  return below(undefined, 1);
}

/** The map and all below it: where it cannot be put. */
export function mapsWithin(maps: readonly EMap[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const { map } of mapRows(maps)) if (map.parentId !== undefined && found.has(map.parentId)) found.add(map.id);
  return found;
}

/** The markers with one put there instead of what marked the same before. */
export function withMarker(markers: readonly EMapMarker[], marker: EMapMarker): EMapMarker[] {
  const subject = subjectOf(marker);
  return markers.some((one) => subjectOf(one) === subject)
    ? markers.map((one) => (subjectOf(one) === subject ? marker : one))
    : [...markers, marker];
}

const within = (value: number, most = 1) => Math.min(most, Math.max(0, value));

/** The marker at another place, with a zone wholly within the picture. */
export function movedTo(marker: EMapMarker, x: number, y: number): EMapMarker {
  if (marker.outline !== undefined) return outlineMoved(marker, x, y);
  return { ...marker, x: within(x, 1 - (marker.zone?.width ?? 0)), y: within(y, 1 - (marker.zone?.height ?? 0)) };
}

/** The zone with its lower right corner there. */
export function sizedTo(marker: EMapMarker, x: number, y: number): EMapMarker {
  return { ...marker, zone: { width: within(Math.max(0.02, x - marker.x), 1 - marker.x), height: within(Math.max(0.02, y - marker.y), 1 - marker.y) } };
}
