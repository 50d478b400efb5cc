import L from 'leaflet';
import type { EMapMarker } from '../api/types';
import type { Tone } from '../ui/Mark';
import { BELL, CROSS, GLYPHS } from './glyphs';
import { movedTo, sector, sizedTo, subjectOf } from './markers';
import { cornerAdded, cornerMoved, cornerRemoved, cornersOf, middleAfter } from './outline';

/** How a marker looks and what it is called. */
export interface Look {
  name: string;
  /** The name and what is to be said of it. */
  title: string;
  tone: Tone;
  /** It has an alarm that nobody has. */
  alarmed?: boolean;
  /** Its scheme says that it flashes. */
  flashes?: boolean;
  /** An input or output that is active. */
  active?: boolean;
}

/** Where markers are on the drawn map, and what is done with them. */
export interface Ground {
  at: (x: number, y: number) => L.LatLngTuple;
  place: (point: L.LatLng) => [number, number];
  /** Width of the map by its height. */
  aspect: number;
  layer: L.LayerGroup;
  /** Markers may be changed. */
  drawing: boolean;
  /** Words for a corner of an outline and for a new one between two. */
  corner: (number: number) => string;
  middle: (number: number) => string;
  onAct: (marker: EMapMarker) => void;
  onChange: (marker: EMapMarker) => void;
  /** A hand holds one of the markers. */
  onHold: () => void;
}

/** How far a key moves something, relative to the picture; with Shift a fifth of it. */
const STEP = 0.01;
const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HOLDS = ['mousedown', 'touchstart'] as const;

/** Draws one marker with its sector or zone, and what it is changed by while it is chosen. */
export function drawMarker(ground: Ground, marker: EMapMarker, look: Look, chosen: boolean): void {
  const { at, layer, drawing } = ground;
  const seen = sector(marker, ground.aspect);
  if (seen.length > 0) L.polygon(seen.map(([x, y]) => at(x, y)), { className: 'ly-map-sight', interactive: false }).addTo(layer);
  const corners = cornersOf(marker);
  if (corners.length > 0) {
    L.polygon(corners.map(({ x, y }) => at(x, y)), { className: chosen ? 'ly-map-zone ly-map-chosen' : 'ly-map-zone' }).on('click', () => ground.onAct(marker)).addTo(layer);
    if (drawing && chosen) (marker.outline === undefined ? drawSize : drawCorners)(ground, marker);
  }
  const { x, y } = marker;
  const pin = handle(ground, `pin ${subjectOf(marker)}`, x, y, {
    icon: L.divIcon({
      className: `ly-map-marker ly-map-${marker.kind} ly-tone-${look.tone}${chosen ? ' ly-map-chosen' : ''}${look.alarmed ? ' ly-map-alarmed' : ''}${look.flashes ? ' ly-map-flashes' : ''}${look.active ? ' ly-map-active' : ''}`,
      html: sign(marker, look),
      iconSize: marker.kind === 'MAP' ? [26, 26] : [28, 28],
      iconAnchor: marker.zone !== undefined ? [0, 0] : marker.kind === 'MAP' ? [13, 13] : [14, 14],
    }),
    title: look.title,
    onMove: (u, v) => movedTo(marker, u, v),
  });
  pin.on('click', () => ground.onAct(marker));
  pin.getElement()?.addEventListener('keydown', ({ key }) => key === 'Enter' && ground.onAct(marker));
}

function sign(marker: EMapMarker, look: Look): HTMLElement {
  const all = document.createElement('span');
  all.innerHTML = GLYPHS[marker.kind] + (look.tone === 'critical' ? CROSS : '') + (look.alarmed ? BELL : '');
  if (marker.kind === 'MAP') {
    const name = document.createElement('span');
    name.className = 'ly-map-name';
    name.textContent = look.name;
    all.append(name);
  }
  return all;
}

/** The corner by which a rectangle gets its size. */
function drawSize(ground: Ground, marker: EMapMarker): void {
  const { width = 0, height = 0 } = marker.zone ?? {};
  handle(ground, 'size', marker.x + width, marker.y + height, { icon: cornerIcon('ly-map-corner ly-map-size'), title: '', onMove: (x, y) => sizedTo(marker, x, y) });
}

/** The corners of an outline, and between each two a place for one more. */
function drawCorners(ground: Ground, marker: EMapMarker): void {
  const corners = cornersOf(marker);
  corners.forEach(({ x, y }, i) => {
    const pin = handle(ground, `corner ${i}`, x, y, { icon: cornerIcon('ly-map-corner'), title: ground.corner(i + 1), onMove: (u, v) => cornerMoved(marker, i, u, v) });
    onKey(pin, ['Delete', 'Backspace'], () => ground.onChange(cornerRemoved(marker, i)));
    const middle = middleAfter(corners, i);
    if (middle === undefined) return;
    const add = (u: number, v: number) => cornerAdded(marker, i, u, v);
    const more = handle(ground, `middle ${i}`, middle.x, middle.y, { icon: cornerIcon('ly-map-corner ly-map-more'), title: ground.middle(i + 1), onMove: add });
    onKey(more, ['Enter', ' '], () => ground.onChange(add(middle.x, middle.y)));
  });
}

const cornerIcon = (className: string) => L.divIcon({ className, iconSize: [14, 14] });

interface Handle {
  icon: L.DivIcon;
  title: string;
  onMove: (x: number, y: number) => EMapMarker;
}

/** Something that can be taken by hand and moved by the arrow keys; its key finds it again when all is drawn anew. */
function handle(ground: Ground, key: string, x: number, y: number, { icon, title, onMove }: Handle): L.Marker {
  const pin = L.marker(ground.at(x, y), { icon, title, draggable: ground.drawing, keyboard: title !== '', riseOnHover: true });
  pin.on('dragend', () => ground.onChange(onMove(...ground.place(pin.getLatLng())))).addTo(ground.layer);
  const element = pin.getElement();
  if (element === undefined) return pin;
  element.dataset['key'] = key;
  if (title !== '') element.setAttribute('aria-label', title);
  HOLDS.forEach((kind) => element.addEventListener(kind, ground.onHold, { passive: true }));
  element.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined || !ground.drawing) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? STEP / 5 : STEP;
    ground.onChange(onMove(x + arrow[0] * step, y + arrow[1] * step * ground.aspect));
  });
  return pin;
}

function onKey(pin: L.Marker, keys: readonly string[], act: () => void): void {
  pin.getElement()?.addEventListener('keydown', (event) => {
    if (!keys.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}
