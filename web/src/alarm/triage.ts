import type { Alarm } from '../api/types';

/** The row beside another one; the first or last stay where they are, and from none one begins at the top. */
export function beside(items: readonly Alarm[], id: string | undefined, step: 1 | -1): string | undefined {
  const at = items.findIndex((one) => one.id === id);
  if (at < 0) return items[0]?.id;
  return items[Math.min(Math.max(at + step, 0), items.length - 1)]?.id;
}

/** Whether an alarm that the stream told of is a new one for this list, and not one it shows. */
export function isFresh(items: readonly Alarm[], alarm: Alarm, since: number): boolean {
  return !alarm.gone && alarm.handling === 'PENDING' && alarm.held === 'NONE' && Date.parse(alarm.raisedAt) >= since && !items.some((one) => one.id === alarm.id);
}

/** Those of the marked rows that are shown, or the one that is open. */
export function concerned(items: readonly Alarm[], marked: ReadonlySet<string>, open: string | undefined): string[] {
  const ids = items.filter((one) => marked.has(one.id)).map((one) => one.id);
  return ids.length > 0 || open === undefined ? ids : [open];
}
