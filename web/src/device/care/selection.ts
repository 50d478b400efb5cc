import type { DeviceChoiceItem } from '../../api/types';

/** A device as an act on many names it. */
export type ChosenDevice = DeviceChoiceItem;

/** Which rows of a list are chosen; the row chosen last is where a choice with Shift begins. */
export interface Selection {
  ids: ReadonlySet<string>;
  last?: string | undefined;
}

export const NOTHING: Selection = { ids: new Set() };

/** Turns one row; with `range` all rows from the last one to it become as it becomes. */
export function turned(old: Selection, shown: readonly string[], id: string, range: boolean): Selection {
  const ids = new Set(old.ids);
  const on = !ids.has(id);
  const from = range && old.last !== undefined ? shown.indexOf(old.last) : -1;
  const to = shown.indexOf(id);
  const rows = from < 0 || to < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const row of rows) {
    if (on) ids.add(row);
    else ids.delete(row);
  }
  return { ids, last: id };
}

/** All shown rows, or none of them when all are chosen already; what is not shown stays as it is. */
export function turnedAll(old: Selection, shown: readonly string[]): Selection {
  const all = shown.length > 0 && shown.every((id) => old.ids.has(id));
  const ids = new Set(old.ids);
  for (const id of shown) {
    if (all) ids.delete(id);
    else ids.add(id);
  }
  return { ids };
}
