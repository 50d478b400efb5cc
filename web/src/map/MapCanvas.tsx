import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef, useState } from 'react';
import type { EMap, EMapMarker } from '../api/types';
import type { Tone } from '../ui/Mark';
import { pictureOf } from './mapQueries';
import { movedTo, sector, sizedTo, subjectOf, type Box } from './markers';

/** How a marker looks and what it is called. */
export interface Look {
  name: string;
  tone: Tone;
  /** What it is called while it has an alarm that nobody has. */
  alarmed?: string;
  /** Its scheme says that it flashes. */
  flashes?: boolean;
}

interface Props {
  map: EMap;
  markers: readonly EMapMarker[];
  look: (marker: EMapMarker) => Look;
  /** Subject of the chosen marker. */
  chosen: string | undefined;
  onChoose: (marker: EMapMarker) => void;
  /** Opens what a zone leads to. */
  onOpen: (marker: EMapMarker) => void;
  /** Given while the map is drawn: markers may be dragged. */
  onChange?: (marker: EMapMarker) => void;
  /** Given while a box is chosen: dragging draws it instead of moving the picture. */
  onBox?: (box: Box) => void;
}

/** The picture with its markers; Leaflet draws, this hands over what is to be drawn. */
export function MapCanvas({ map, markers, look, chosen, onChoose, onOpen, onChange, onBox }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<L.Map>();
  const width = map.picture?.width ?? 1;
  const height = map.picture?.height ?? 1;
  const picture = pictureOf(map);
  const drawing = onChange !== undefined;
  const acts = useRef({ onChoose, onOpen, onChange });
  const held = useRef(false);
  const missed = useRef(false);
  const [letGo, setLetGo] = useState(0);
  const drawn = useRef<L.LayerGroup>(undefined);

  useEffect(() => {
    if (room.current === null || picture === undefined) return undefined;
    const bounds = L.latLngBounds([-height, 0], [0, width]);
    const leaflet = L.map(room.current, { crs: L.CRS.Simple, attributionControl: false, boxZoom: false, minZoom: -6, maxZoom: 3, zoomSnap: 0.25, maxBounds: bounds.pad(0.5) });
    L.imageOverlay(picture, bounds).addTo(leaflet);
    // The whole picture, in whatever room there is, until somebody chose a part of it.
    let chosenView = false;
    const choosing = () => (chosenView = true);
    const touches = ['wheel', 'pointerdown', 'keydown'] as const;
    const container = room.current;
    touches.forEach((kind) => container.addEventListener(kind, choosing, { passive: true }));
    const watch = new ResizeObserver(() => {
      leaflet.invalidateSize({ animate: false });
      if (!chosenView) leaflet.fitBounds(bounds, { animate: false });
    });
    leaflet.fitBounds(bounds, { animate: false });
    watch.observe(container);
    drawn.current = undefined;
    setView(leaflet);
    return () => {
      watch.disconnect();
      touches.forEach((kind) => container.removeEventListener(kind, choosing));
      leaflet.remove();
      setView(undefined);
    };
  }, [picture, width, height]);

  useEffect(() => {
    acts.current = { onChoose, onOpen, onChange };
  });

  // On the window, so after Leaflet has told where a marker was dragged to; what was missed is drawn after the click that follows.
  useEffect(() => {
    const up = () => {
      held.current = false;
      if (missed.current) setTimeout(() => setLetGo((times) => times + 1));
    };
    RELEASES.forEach((kind) => window.addEventListener(kind, up));
    return () => RELEASES.forEach((kind) => window.removeEventListener(kind, up));
  }, []);

  // Drawn anew only when something looks otherwise, and never below a hand that holds a marker.
  const shown = JSON.stringify(markers.map((marker) => ({ marker, ...look(marker) })));
  useEffect(() => {
    missed.current = held.current;
    if (view === undefined || held.current) return;
    const layer = drawn.current ?? L.layerGroup();
    drawn.current = layer.addTo(view);
    layer.clearLayers();
    const at = (x: number, y: number): L.LatLngTuple => [-y * height, x * width];
    const place = (point: L.LatLng): [number, number] => [point.lng / width, -point.lat / height];
    const add = (pin: L.Marker, moved: () => EMapMarker) => {
      pin.on('dragend', () => acts.current.onChange?.(moved())).addTo(layer);
      HOLDS.forEach((kind) => pin.getElement()?.addEventListener(kind, () => (held.current = true), { passive: true }));
    };
    for (const { marker, name, tone, alarmed, flashes } of JSON.parse(shown) as (Look & { marker: EMapMarker })[]) {
      const isChosen = subjectOf(marker) === chosen;
      const act = () => (marker.kind === 'MAP' && !drawing ? acts.current.onOpen(marker) : acts.current.onChoose(marker));
      const seen = sector(marker, width / height);
      if (seen.length > 0) L.polygon(seen.map(([x, y]) => at(x, y)), { className: 'ly-map-sight', interactive: false }).addTo(layer);
      if (marker.zone !== undefined) {
        const { width: w, height: h } = marker.zone;
        L.rectangle(L.latLngBounds(at(marker.x, marker.y), at(marker.x + w, marker.y + h)), { className: isChosen ? 'ly-map-zone ly-map-chosen' : 'ly-map-zone' }).on('click', act).addTo(layer);
        if (drawing && isChosen) {
          const corner = L.marker(at(marker.x + w, marker.y + h), { draggable: true, keyboard: false, icon: L.divIcon({ className: 'ly-map-corner', iconSize: [14, 14] }) });
          add(corner, () => sizedTo(marker, ...place(corner.getLatLng())));
        }
      }
      const icon = L.divIcon({
        className: `ly-map-marker ly-map-${marker.kind} ly-tone-${tone}${isChosen ? ' ly-map-chosen' : ''}${alarmed === undefined ? '' : ' ly-map-alarmed'}${flashes ? ' ly-map-flashes' : ''}`,
        html: GLYPHS[marker.kind] + (tone === 'critical' ? CROSS : '') + (alarmed === undefined ? '' : BELL),
        iconSize: marker.kind === 'MAP' ? [26, 26] : [28, 28],
        iconAnchor: marker.kind === 'MAP' ? [0, 0] : [14, 14],
      });
      const pin = L.marker(at(marker.x, marker.y), { icon, title: alarmed ?? name, draggable: drawing, riseOnHover: true });
      add(pin.on('click', act), () => movedTo(marker, ...place(pin.getLatLng())));
      const element = pin.getElement();
      element?.setAttribute('aria-label', alarmed ?? name);
      element?.addEventListener('keydown', ({ key }) => key === 'Enter' && act());
    }
  }, [view, shown, chosen, drawing, width, height, letGo]);

  useEffect(() => {
    if (view === undefined || onBox === undefined) return undefined;
    return drawBox(view, (first, second) => {
      const [x, y] = [first.lng / width, -first.lat / height];
      const [u, v] = [second.lng / width, -second.lat / height];
      onBox({ left: Math.min(x, u), right: Math.max(x, u), top: Math.min(y, v), bottom: Math.max(y, v) });
    });
  }, [view, onBox, width, height]);

  // No class that changes: Leaflet keeps its own ones there.
  return <div ref={room} className="ly-map-room" data-boxing={onBox === undefined ? undefined : ''} role="region" aria-label={map.name} />;
}

/** Dragging draws a rectangle; the end is told by its two corners. */
function drawBox(view: L.Map, onDrawn: (first: L.LatLng, second: L.LatLng) => void): () => void {
  let first: L.LatLng | undefined;
  let shape: L.Rectangle | undefined;
  const down = (event: L.LeafletMouseEvent) => {
    first = event.latlng;
    shape = L.rectangle(L.latLngBounds(first, first), { className: 'ly-map-box', interactive: false }).addTo(view);
  };
  const move = (event: L.LeafletMouseEvent) => first && shape?.setBounds(L.latLngBounds(first, event.latlng));
  const up = (event: L.LeafletMouseEvent) => {
    shape?.remove();
    if (first !== undefined) onDrawn(first, event.latlng);
    first = undefined;
  };
  view.dragging.disable();
  view.on('mousedown', down).on('mousemove', move).on('mouseup', up);
  return () => {
    shape?.remove();
    view.off('mousedown', down).off('mousemove', move).off('mouseup', up);
    view.dragging.enable();
  };
}

const HOLDS = ['mousedown', 'touchstart'] as const;
const RELEASES = ['mouseup', 'touchend', 'touchcancel'] as const;

const svg = (path: string) => `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor"><path d="${path}"/></svg>`;

/** So that what is wrong is not told by its colour alone. */
const CROSS = '<svg class="ly-map-cross" viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><circle cx="6" cy="6" r="6" fill="currentColor"/><path d="m4 4 4 4m0-4-4 4" stroke="#000" stroke-width="1.600"/></svg>';

/** An alarm is told by its shape too. */
const BELL = '<svg class="ly-map-bell" viewBox="0 0 12 12" width="13" height="13" aria-hidden="true"><path d="M6 .8 11.500 11H.5Z" fill="currentColor"/><path d="M6 4v3.500m0 1v1" stroke="#000" stroke-width="1.300"/></svg>';

const GLYPHS: Record<EMapMarker['kind'], string> = {
  CHANNEL: svg('M1.500 4h8a1 1 0 0 1 1 1v1.600l3.600-2.100v7l-3.600-2.100V11a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z'),
  INPUT: svg('M9.500 1 3 9h4l-.5 6L13 7H9z'),
  MAP: svg('M2 3h5v2H4.500l4 4L7 10.500l-4-4V9H1V3zm12 10H9v-2h2.500l-2-2L11 7.500l2 2V7h2v6z'),
};
