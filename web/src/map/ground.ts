import L from 'leaflet';
import type { EMap, EMapTiles } from '../api/types';
import { pictureOf } from './mapQueries';

export interface DrawnGround {
  leaflet: L.Map;
  /** Shows what is to be seen at first, in whatever room there is. */
  first: () => void;
}

/** The whole picture of a map. */
export function pictureGround(room: HTMLElement, map: EMap): DrawnGround {
  const { width = 1, height = 1 } = map.picture ?? {};
  const bounds = L.latLngBounds([-height, 0], [0, width]);
  const leaflet = L.map(room, { crs: L.CRS.Simple, attributionControl: false, boxZoom: false, minZoom: -6, maxZoom: 3, zoomSnap: 0.25, maxBounds: bounds.pad(0.5) });
  L.imageOverlay(pictureOf(map) ?? '', bounds).addTo(leaflet);
  return { leaflet, first: () => leaflet.fitBounds(bounds, { animate: false }) };
}

/** Servers have tiles up to this zoom; beyond it theirs are shown larger. */
const FINEST_TILES = 19;

/** Tiles around where a geographic map begins. The attribution is text, whatever is in it. */
export function tileGround(room: HTMLElement, map: EMap, tiles: EMapTiles): DrawnGround {
  const { latitude = 0, longitude = 0, zoom = 0 } = map.start ?? {};
  const leaflet = L.map(room, { boxZoom: false, maxZoom: 22, worldCopyJump: true, maxBounds: [[-85.06, -180], [85.06, 180]] });
  leaflet.attributionControl.setPrefix(false);
  const words = document.createElement('span');
  words.textContent = tiles.attribution ?? '';
  L.tileLayer(tiles.template ?? '', { maxNativeZoom: FINEST_TILES, maxZoom: 22, noWrap: true, attribution: words.innerHTML }).addTo(leaflet);
  return { leaflet, first: () => leaflet.setView([latitude, longitude], zoom, { animate: false }) };
}
