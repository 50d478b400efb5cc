/** A box on the picture in parts of it, from its left top corner; without a size a point. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Where a video element is on the screen (with its digital zoom) and how large its picture is. */
export interface Screen {
  left: number;
  top: number;
  width: number;
  height: number;
  pictureWidth: number;
  pictureHeight: number;
}

/** A box smaller than this is a click that shook. */
const LEAST_PIXELS = 8;

/**
 * The box between two points of the screen on the picture, which lies in the middle of its element with bars beside or
 * above it. What is outside the picture is cut off; undefined when nothing is left.
 */
export function boxBetween(screen: Screen, from: Point, to: Point): Box | undefined {
  const scale = Math.min(screen.width / screen.pictureWidth, screen.height / screen.pictureHeight);
  if (!Number.isFinite(scale) || scale <= 0) return undefined;
  const [w, h] = [screen.pictureWidth * scale, screen.pictureHeight * scale];
  const [x0, y0] = [screen.left + (screen.width - w) / 2, screen.top + (screen.height - h) / 2];
  const inside = (value: number) => Math.max(0, Math.min(1, value));
  const [x1, x2] = [(Math.min(from.x, to.x) - x0) / w, (Math.max(from.x, to.x) - x0) / w];
  const [y1, y2] = [(Math.min(from.y, to.y) - y0) / h, (Math.max(from.y, to.y) - y0) / h];
  if (x2 < 0 || x1 > 1 || y2 < 0 || y1 > 1) return undefined;
  if (Math.abs(to.x - from.x) < LEAST_PIXELS && Math.abs(to.y - from.y) < LEAST_PIXELS) {
    return { left: inside((x1 + x2) / 2), top: inside((y1 + y2) / 2), width: 0, height: 0 };
  }
  const [left, top] = [inside(x1), inside(y1)];
  return { left, top, width: inside(x2) - left, height: inside(y2) - top };
}
