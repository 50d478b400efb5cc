import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EMap, EMapMarker, EMapTiles } from '../api/types';
import { drawMarker, type Look } from './drawMarkers';
import { drawBox, drawOutline } from './drawShapes';
import { pictureGround, tileGround } from './ground';
import { subjectOf, type Box } from './markers';
import type { Corner } from './outline';
import type { Plane } from './plane';

interface Props {
  map: EMap;
  plane: Plane;
  /** Of a geographic map. */
  tiles: EMapTiles | undefined;
  markers: readonly EMapMarker[];
  look: (marker: EMapMarker) => Look;
  /** Subject of the chosen marker. */
  chosen: string | undefined;
  onChoose: (marker: EMapMarker) => void;
  /** Opens what a zone leads to. */
  onOpen: (marker: EMapMarker) => void;
  /** Given while the map is drawn: markers may be moved. */
  onChange?: (marker: EMapMarker) => void;
  /** Given while a box is chosen: dragging draws it instead of moving the picture. */
  onBox?: (box: Box) => void;
  /** Given while an outline is drawn: its corners so far. */
  corners?: readonly Corner[];
  /** Told of each further corner of the outline. */
  onCorner?: (corner: Corner) => void;
}

/** The picture with its markers; Leaflet draws, this hands over what is to be drawn. */
export function MapCanvas({ map, plane, tiles, markers, look, chosen, onChoose, onOpen, onChange, onBox, corners, onCorner }: Props) {
  const { t } = useTranslation();
  const room = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<L.Map>();
  const drawing = onChange !== undefined;
  const ground = JSON.stringify([map.id, map.picture, map.start, tiles]);
  const acts = useRef({ onChoose, onOpen, onChange });
  const held = useRef(false);
  const missed = useRef(false);
  const [letGo, setLetGo] = useState(0);
  const drawn = useRef<L.LayerGroup>(undefined);

  useEffect(() => {
    if (room.current === null) return undefined;
    const { leaflet, first } = tiles?.template === undefined ? pictureGround(room.current, map) : tileGround(room.current, map, tiles);
    // The whole picture, in whatever room there is, until somebody chose a part of it.
    let chosenView = false;
    const choosing = () => (chosenView = true);
    const touches = ['wheel', 'pointerdown', 'keydown'] as const;
    const container = room.current;
    touches.forEach((kind) => container.addEventListener(kind, choosing, { passive: true }));
    const watch = new ResizeObserver(() => {
      leaflet.invalidateSize({ animate: false });
      if (!chosenView) first();
    });
    first();
    watch.observe(container);
    drawn.current = undefined;
    setView(leaflet);
    return () => {
      watch.disconnect();
      touches.forEach((kind) => container.removeEventListener(kind, choosing));
      leaflet.remove();
      setView(undefined);
    };
    // Its version changes with its markers, and these are drawn otherwise.
  }, [ground]);

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

  // Drawn anew only when something looks otherwise, and never below a hand that holds a marker. What had the focus gets it again.
  const shown = JSON.stringify(markers.map((marker) => ({ marker, look: look(marker) })));
  useEffect(() => {
    missed.current = held.current;
    if (view === undefined || held.current) return;
    const layer = drawn.current ?? L.layerGroup();
    drawn.current = layer.addTo(view);
    const focused = document.activeElement instanceof HTMLElement && room.current?.contains(document.activeElement) ? document.activeElement.dataset['key'] : undefined;
    layer.clearLayers();
    const on = {
      layer,
      drawing,
      ...plane,
      corner: (number: number) => t('map.corner', { number }),
      middle: (number: number) => t('map.middle', { number }),
      onAct: (marker: EMapMarker) => (marker.kind === 'MAP' && !drawing ? acts.current.onOpen(marker) : acts.current.onChoose(marker)),
      onChange: (marker: EMapMarker) => acts.current.onChange?.(marker),
      onHold: () => (held.current = true),
    };
    for (const { marker, look: how } of JSON.parse(shown) as { marker: EMapMarker; look: Look }[]) drawMarker(on, marker, how, subjectOf(marker) === chosen);
    if (focused !== undefined) room.current?.querySelector<HTMLElement>(`[data-key=${JSON.stringify(focused)}]`)?.focus({ preventScroll: true });
  }, [view, shown, chosen, drawing, plane, letGo, t]);

  useEffect(() => {
    if (view === undefined || onBox === undefined) return undefined;
    return drawBox(view, (first, second) => {
      const [x, y] = plane.place(first);
      const [u, v] = plane.place(second);
      onBox({ left: Math.min(x, u), right: Math.max(x, u), top: Math.min(y, v), bottom: Math.max(y, v) });
    });
  }, [view, onBox, plane]);

  useEffect(() => {
    if (view === undefined || corners === undefined || onCorner === undefined) return undefined;
    return drawOutline(view, corners.map(({ x, y }) => plane.at(x, y)), (point) => {
      const [x, y] = plane.place(point);
      onCorner({ x, y });
    });
  }, [view, corners, onCorner, plane]);

  // No class that changes: Leaflet keeps its own ones there.
  return <div ref={room} className="ly-map-room" data-boxing={onBox === undefined ? undefined : ''} data-outlining={corners === undefined ? undefined : ''} role="region" aria-label={map.name} />;
}

const RELEASES = ['mouseup', 'touchend', 'touchcancel'] as const;
