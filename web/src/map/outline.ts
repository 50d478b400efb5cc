import type { EMapMarker } from '../api/types';

/** Zones of any outline: their corners, 0 to 1 from the left and the top of the picture. */

export type Corner = NonNullable<EMapMarker['outline']>[number];

export const FEWEST_CORNERS = 3;
export const MOST_CORNERS = 64;

const within = (value: number) => Math.min(1, Math.max(0, value));
const corner = (x: number, y: number): Corner => ({ x: within(x), y: within(y) });

/** The zone with this outline; its sign stands in the middle of the corners. */
export function outlined({ zone: _, ...marker }: EMapMarker, corners: readonly Corner[]): EMapMarker {
  const mean = (of: (one: Corner) => number) => corners.reduce((sum, one) => sum + of(one), 0) / corners.length;
  return { ...marker, x: within(mean(({ x }) => x)), y: within(mean(({ y }) => y)), outline: corners.map(({ x, y }) => corner(x, y)) };
}

/** The corners of a zone, also of a rectangular one; none of what is no zone. */
export function cornersOf({ x, y, zone, outline }: EMapMarker): Corner[] {
  if (outline !== undefined) return outline;
  if (zone === undefined) return [];
  return [corner(x, y), corner(x + zone.width, y), corner(x + zone.width, y + zone.height), corner(x, y + zone.height)];
}

/** The zone with one corner at another place. */
export function cornerMoved(marker: EMapMarker, at: number, x: number, y: number): EMapMarker {
  return outlined(marker, cornersOf(marker).map((one, i) => (i === at ? corner(x, y) : one)));
}

/** The zone with one more corner after that one, while it has room. */
export function cornerAdded(marker: EMapMarker, after: number, x: number, y: number): EMapMarker {
  const corners = cornersOf(marker);
  return corners.length >= MOST_CORNERS ? marker : outlined(marker, [...corners.slice(0, after + 1), corner(x, y), ...corners.slice(after + 1)]);
}

/** The zone without that corner, while it keeps enough. */
export function cornerRemoved(marker: EMapMarker, at: number): EMapMarker {
  const corners = cornersOf(marker);
  return corners.length <= FEWEST_CORNERS ? marker : outlined(marker, corners.filter((_, i) => i !== at));
}

/** Where a side after that corner has its middle. */
export function middleAfter(corners: readonly Corner[], at: number): Corner | undefined {
  const [one, other] = [corners[at], corners[(at + 1) % corners.length]];
  return one && other && corner((one.x + other.x) / 2, (one.y + other.y) / 2);
}

/** The zone moved as a whole so that its sign is there; it stops where a corner meets the edge. */
export function outlineMoved(marker: EMapMarker, x: number, y: number): EMapMarker {
  const corners = cornersOf(marker);
  const all = [...corners, marker];
  const by = (wanted: number, of: (one: Corner) => number) =>
    Math.min(1 - Math.max(...all.map(of)), Math.max(-Math.min(...all.map(of)), wanted));
  const dx = by(x - marker.x, (one) => one.x);
  const dy = by(y - marker.y, (one) => one.y);
  return { ...marker, ...corner(marker.x + dx, marker.y + dy), outline: corners.map((one) => corner(one.x + dx, one.y + dy)) };
}
