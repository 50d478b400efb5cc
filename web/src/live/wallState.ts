import { LARGEST, neighbour, SIZES, type Size } from './layouts';

/** The wall: how many panes, which camera in which, and which pane is selected. Its home is the page's address. */

export interface Wall {
  size: Size;
  /** Channel ids of all places, so that a smaller layout forgets nothing. */
  cells: readonly (string | undefined)[];
  selected: number;
  maximised: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readWall(params: URLSearchParams): Wall {
  const size = SIZES.find((s) => s === Number(params.get('n'))) ?? 4;
  const ids = (params.get('c') ?? '').split(',');
  const cells = Array.from({ length: LARGEST }, (_, i) => (UUID.test(ids[i] ?? '') ? ids[i] : undefined));
  const selected = Number(params.get('p') ?? 1) - 1;
  return {
    size,
    cells,
    selected: Number.isInteger(selected) && selected >= 0 && selected < size ? selected : 0,
    maximised: params.get('max') === '1' && size > 1,
  };
}

export function writeWall(wall: Wall): URLSearchParams {
  const params = new URLSearchParams({ n: String(wall.size) });
  const ids = wall.cells.map((id) => id ?? '').join(',').replace(/,+$/, '');
  if (ids !== '') params.set('c', ids);
  if (wall.selected !== 0) params.set('p', String(wall.selected + 1));
  if (wall.maximised) params.set('max', '1');
  return params;
}

export function resize(wall: Wall, size: Size): Wall {
  return { ...wall, size, maximised: false, selected: Math.min(wall.selected, size - 1) };
}

/** Puts a camera into a pane; one that is already on the wall changes places with what was there. */
export function place(wall: Wall, index: number, channelId: string): Wall {
  const cells = [...wall.cells];
  const before = cells.indexOf(channelId);
  if (before >= 0 && before < wall.size) cells[before] = cells[index];
  else if (before >= 0) cells[before] = undefined;
  cells[index] = channelId;
  return { ...wall, cells, selected: index };
}

/** Places a camera in the selected pane and selects the next empty one, so that cameras can be added in a row. */
export function placeNext(wall: Wall, channelId: string): Wall {
  const placed = place(wall, wall.selected, channelId);
  const empty = placed.cells.findIndex((id, i) => i < placed.size && id === undefined);
  return empty < 0 || placed.maximised ? placed : { ...placed, selected: empty };
}

export function remove(wall: Wall, index: number): Wall {
  return { ...wall, cells: wall.cells.map((id, i) => (i === index ? undefined : id)), maximised: false };
}

export function clear(wall: Wall): Wall {
  return { ...wall, cells: wall.cells.map(() => undefined), selected: 0, maximised: false };
}

/** Fills the empty panes with the cameras that are not yet shown, in their order. */
export function fill(wall: Wall, channelIds: readonly string[]): Wall {
  const free = channelIds.filter((id) => !wall.cells.slice(0, wall.size).includes(id));
  const cells = wall.cells.map((id, i) => (i < wall.size && id === undefined ? free.shift() : id));
  return { ...wall, cells };
}

const EQUAL: readonly Size[] = [1, 4, 9, 16, 25, 36, 64];

/** The smallest grid of equal panes that shows so many cameras. */
export function sizeFor(count: number): Size {
  return EQUAL.find((size) => size >= count) ?? LARGEST;
}

export function move(wall: Wall, key: string): Wall {
  return { ...wall, selected: neighbour(wall.size, wall.selected, key) };
}
