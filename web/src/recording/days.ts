/** Days in the viewer's zone; a day has 23 or 25 hours when the clock is changed. */
export interface Range {
  from: number;
  to: number;
}

export function startOfDay(at: number): number {
  const d = new Date(at);
  return new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();
}

/** The start of the day so many days later (or earlier). */
export function addDays(at: number, days: number): number {
  const d = new Date(at);
  return new Date(d.getFullYear(), d.getMonth(), d.getDate() + days).getTime();
}

/** The same time of the day, so many days later. */
export function sameTimeDaysLater(at: number, days: number): number {
  const d = new Date(at);
  d.setDate(d.getDate() + days);
  return d.getTime();
}

export function dayRange(at: number): Range {
  return { from: startOfDay(at), to: addDays(at, 1) };
}

/** Whole days that together cover the range. */
export function daysCovering({ from, to }: Range): Range[] {
  const days: Range[] = [];
  for (let start = startOfDay(from); start < to; start = addDays(start, 1)) days.push(dayRange(start));
  return days;
}

/** Six weeks from a Monday that cover the month of that time. */
export function monthGrid(at: number): number[] {
  const d = new Date(at);
  const first = new Date(d.getFullYear(), d.getMonth(), 1);
  const lead = (first.getDay() + 6) % 7;
  return Array.from({ length: 42 }, (_, i) => addDays(first.getTime(), i - lead));
}

export function monthText(at: number): string {
  const d = new Date(at);
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}`;
}
