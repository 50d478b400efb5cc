/** Digital zoom of a picture: scale and shift of its top left corner in shares of the pane (0 = not shifted). */
export interface ZoomView {
  scale: number;
  x: number;
  y: number;
}

export const WHOLE: ZoomView = { scale: 1, x: 0, y: 0 };
const LARGEST = 10;

/** Zooms by the factor; the point under the pointer (shares of the pane) stays where it is. */
export function zoomAt(view: ZoomView, factor: number, px: number, py: number): ZoomView {
  const scale = Math.max(1, Math.min(LARGEST, view.scale * factor));
  if (scale < 1.02) return WHOLE;
  const ratio = scale / view.scale;
  return within({ scale, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio });
}

export function shift(view: ZoomView, dx: number, dy: number): ZoomView {
  return within({ ...view, x: view.x + dx, y: view.y + dy });
}

/** The picture always covers the pane. */
function within({ scale, x, y }: ZoomView): ZoomView {
  const clamp = (n: number) => Math.max(1 - scale, Math.min(0, n));
  return { scale, x: clamp(x), y: clamp(y) };
}

export function transformOf({ scale, x, y }: ZoomView): string {
  return scale === 1 ? '' : `translate(${(x * 100).toFixed(3)}%, ${(y * 100).toFixed(3)}%) scale(${scale.toFixed(4)})`;
}
