/** The layouts of the wall: equal grids, and mosaics with one large pane, which is always the first. */
export const SIZES = [1, 4, 6, 8, 9, 13, 16, 25, 36, 64] as const;
export type Size = (typeof SIZES)[number];
export const LARGEST = 64;

/** A place in units of the layout's square grid. */
export interface Place {
  x: number;
  y: number;
  side: number;
}

export interface Layout {
  /** Rows and columns of the grid. */
  grid: number;
  places: readonly Place[];
}

/** Grid and large pane of the mosaics; the small panes fill what is left in reading order. */
const MOSAICS: Partial<Record<Size, { grid: number; large: Place }>> = {
  6: { grid: 3, large: { x: 0, y: 0, side: 2 } },
  8: { grid: 4, large: { x: 0, y: 0, side: 3 } },
  13: { grid: 4, large: { x: 1, y: 1, side: 2 } },
};

const LAYOUTS = new Map<Size, Layout>(SIZES.map((size) => [size, build(size)]));

export function layoutOf(size: Size): Layout {
  return LAYOUTS.get(size)!;
}

function build(size: Size): Layout {
  const mosaic = MOSAICS[size];
  const grid = mosaic?.grid ?? Math.sqrt(size);
  const large = mosaic?.large;
  const small = Array.from({ length: grid * grid }, (_, i) => ({ x: i % grid, y: Math.floor(i / grid), side: 1 }));
  if (large === undefined) return { grid, places: small };
  const inside = (p: Place) => p.x >= large.x && p.x < large.x + large.side && p.y >= large.y && p.y < large.y + large.side;
  return { grid, places: [large, ...small.filter((p) => !inside(p))] };
}

/** The pane an arrow leads to: the nearest that lies that way and overlaps, by position the closest of these. */
export function neighbour(size: Size, index: number, key: string): number {
  const { places } = layoutOf(size);
  const from = places[index];
  const turned = turn(key);
  if (from === undefined || turned === undefined) return index;
  const here = turned(from);
  const way = places
    .map((place, i) => ({ i, ...turned(place) }))
    .filter((p) => p.near >= here.far && p.low < here.high && p.high > here.low)
    .sort((a, b) => a.near - b.near || Math.abs(a.low - here.low) - Math.abs(b.low - here.low));
  return way[0]?.i ?? index;
}

interface Turned {
  /** Nearer and farther edge along the way, and the edges across it. */
  near: number;
  far: number;
  low: number;
  high: number;
}

function turn(key: string): ((place: Place) => Turned) | undefined {
  const across = (at: number, side: number) => ({ low: at, high: at + side });
  switch (key) {
    case 'ArrowRight':
      return ({ x, y, side }) => ({ near: x, far: x + side, ...across(y, side) });
    case 'ArrowLeft':
      return ({ x, y, side }) => ({ near: -x - side, far: -x, ...across(y, side) });
    case 'ArrowDown':
      return ({ x, y, side }) => ({ near: y, far: y + side, ...across(x, side) });
    case 'ArrowUp':
      return ({ x, y, side }) => ({ near: -y - side, far: -y, ...across(x, side) });
    default:
      return undefined;
  }
}
