import type { NewOverlay, Overlay, OverlayOffer } from '../../api/types';

/** A text in the picture as a person types it. */
export interface OverlayForm {
  kind: Overlay['kind'];
  text: string;
  position: Overlay['position'];
  x: string;
  y: string;
  fontSize: string;
  dateFormat: string;
  timeFormat: string;
}

/** A new text begins as a plain one where there is room for that, at the first place that is free. */
export function newOverlay(offer: OverlayOffer, there: readonly Overlay[]): OverlayForm {
  const taken = new Set(there.map((one) => one.position));
  return {
    kind: offer.free.includes('PLAIN') ? 'PLAIN' : (offer.free[0] ?? 'PLAIN'),
    text: '',
    position: offer.positions.find((one) => one !== 'CUSTOM' && !taken.has(one)) ?? offer.positions[0] ?? 'UPPER_LEFT',
    x: '0',
    y: '0',
    fontSize: '',
    dateFormat: offer.dateFormats[0] ?? '',
    timeFormat: offer.timeFormats[0] ?? '',
  };
}

export function overlayForm(overlay: Overlay): OverlayForm {
  return {
    kind: overlay.kind,
    text: overlay.text,
    position: overlay.position,
    x: String(overlay.x ?? 0),
    y: String(overlay.y ?? 0),
    fontSize: overlay.fontSize === undefined ? '' : String(overlay.fontSize),
    dateFormat: overlay.dateFormat ?? '',
    timeFormat: overlay.timeFormat ?? '',
  };
}

export function isDated(kind: Overlay['kind']): boolean {
  return kind === 'DATE' || kind === 'DATE_AND_TIME';
}

export function isTimed(kind: Overlay['kind']): boolean {
  return kind === 'TIME' || kind === 'DATE_AND_TIME';
}

/** What the form says, undefined while it says nothing that a device could write. */
export function overlayOf(form: OverlayForm, offer: OverlayOffer): NewOverlay | undefined {
  const number = (text: string) => Number(text.replace(',', '.'));
  const content: NewOverlay = { kind: form.kind, position: form.position };
  if (form.kind === 'PLAIN') {
    if (form.text.trim() === '') return undefined;
    content.text = form.text.trim();
  }
  if (form.position === 'CUSTOM') {
    const [x, y] = [number(form.x), number(form.y)];
    if (!(Math.abs(x) <= 1 && Math.abs(y) <= 1)) return undefined;
    Object.assign(content, { x, y });
  }
  if (form.fontSize.trim() !== '') {
    const size = number(form.fontSize);
    if (!Number.isInteger(size) || offer.fontSize === undefined || size < offer.fontSize.min || size > offer.fontSize.max) return undefined;
    content.fontSize = size;
  }
  if (isDated(form.kind) && form.dateFormat !== '') content.dateFormat = form.dateFormat;
  if (isTimed(form.kind) && form.timeFormat !== '') content.timeFormat = form.timeFormat;
  return content;
}
