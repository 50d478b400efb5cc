import type { LatLng, LatLngTuple } from 'leaflet';
import type { EMap } from '../api/types';

/**
 * How places of a map (0 to 1 from its left and its top) and those of the drawing belong together. A geographic map is
 * the square of the whole world in Web Mercator.
 */
export interface Plane {
  at: (x: number, y: number) => LatLngTuple;
  place: (point: LatLng) => [number, number];
  /** Width by height. */
  aspect: number;
  /** How much of the map is seen at first, relative to its width. */
  span: number;
  /** The middle of what is seen at first. */
  middle: [number, number];
}

/** About how many tiles a screen is wide. */
const TILES_WIDE = 4;
/** Metres around the equator. */
const AROUND = 40_075_016.686;

/** Nothing while the map has no picture yet. */
export function planeOf({ picture, start }: EMap): Plane | undefined {
  if (start !== undefined) return worldPlane(placeOf(start.latitude, start.longitude), TILES_WIDE / 2 ** start.zoom);
  if (picture === undefined) return undefined;
  const { width, height } = picture;
  return {
    at: (x, y) => [-y * height, x * width],
    place: (point) => [point.lng / width, -point.lat / height],
    aspect: width / height,
    span: 1,
    middle: [0.5, 0.5],
  };
}

function worldPlane(middle: [number, number], span: number): Plane {
  return {
    at: (x, y) => {
      const { latitude, longitude } = degreesOf(x, y);
      return [latitude, longitude];
    },
    place: (point) => placeOf(point.lat, point.lng),
    aspect: 1,
    span: Math.min(1, span),
    middle,
  };
}

/** The place in the square of the world; what is nearer to a pole than the square is on its edge. */
export function placeOf(latitude: number, longitude: number): [number, number] {
  return [within((longitude + 180) / 360), within((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2)];
}

/** Degrees, north and east positive. */
export function degreesOf(x: number, y: number): { latitude: number; longitude: number } {
  return { latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, longitude: x * 360 - 180 };
}

/** How much of the world's width so many metres are there. */
export function reachOf(metres: number, y: number): number {
  return metres / (AROUND * Math.cos((degreesOf(0, y).latitude * Math.PI) / 180));
}

export function metresOf(reach: number, y: number): number {
  return reach * AROUND * Math.cos((degreesOf(0, y).latitude * Math.PI) / 180);
}

const within = (value: number) => Math.min(1, Math.max(0, value));
