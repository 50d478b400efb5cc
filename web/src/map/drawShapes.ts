import L from 'leaflet';

/** Dragging draws a rectangle; the end is told by its two corners. */
export function drawBox(view: L.Map, onDrawn: (first: L.LatLng, second: L.LatLng) => void): () => void {
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

/** Shows the corners that were set so far; each click sets one more. */
export function drawOutline(view: L.Map, corners: readonly L.LatLngTuple[], onPoint: (point: L.LatLng) => void): () => void {
  const shown = L.layerGroup().addTo(view);
  L.polygon([...corners], { className: 'ly-map-box', interactive: false }).addTo(shown);
  corners.forEach((corner) => L.marker(corner, { interactive: false, keyboard: false, icon: L.divIcon({ className: 'ly-map-corner', iconSize: [10, 10] }) }).addTo(shown));
  const click = (event: L.LeafletMouseEvent) => onPoint(event.latlng);
  view.doubleClickZoom.disable();
  view.on('click', click);
  return () => {
    shown.remove();
    view.off('click', click);
    view.doubleClickZoom.enable();
  };
}
