import type { Holiday, Period, TimeTemplate } from '../api/types';

/** The week of a time template as half-open periods in seconds of the day; sorted, none touches another. */
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];
export interface Span {
  from: number;
  to: number;
}
export type Week = Record<Day, readonly Span[]>;

export const WHOLE_DAY = 86_400;
export const SLOT = 15 * 60;
export const SLOTS = WHOLE_DAY / SLOT;
export const MOST_PERIODS = 6;

const two = (n: number) => String(n).padStart(2, '0');

export function timeOfDay(seconds: number): string {
  const rest = seconds % 60;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

export function secondsOf(text: string): number | undefined {
  const match = /^(\d{1,2})(?::?(\d{2}))?(?::(\d{2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const all = hours * 3600 + minutes * 60 + seconds;
  return minutes > 59 || seconds > 59 || all > WHOLE_DAY ? undefined : all;
}

/** `08:00–12:00, 13:00–18:00`; `24 h` for the whole day, empty for none. */
export function spansText(spans: readonly Span[]): string {
  return spans.map((s) => `${timeOfDay(s.from)}–${timeOfDay(s.to)}`).join(', ');
}

/** Reads what was typed; undefined when a part is no period. Hyphens, dashes and spaces are all fine. */
export function parseSpans(text: string): readonly Span[] | undefined {
  const parts = text.split(/[,;，；]/).map((p) => p.trim()).filter((p) => p !== '');
  const spans: Span[] = [];
  for (const part of parts) {
    const [from, to, ...more] = part.split(/\s*[-–—~]\s*/).map(secondsOf);
    if (from === undefined || to === undefined || more.length > 0 || from >= to) return undefined;
    spans.push({ from, to });
  }
  return merged(spans);
}

export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** Paints a stretch, or erases it. */
export function paint(spans: readonly Span[], stretch: Span, on: boolean): readonly Span[] {
  if (on) return merged([...spans, stretch]);
  return spans.flatMap((s) => [
    ...(s.from < stretch.from ? [{ from: s.from, to: Math.min(s.to, stretch.from) }] : []),
    ...(s.to > stretch.to ? [{ from: Math.max(s.from, stretch.to), to: s.to }] : []),
  ]);
}

export function covers(spans: readonly Span[], at: number): boolean {
  return spans.some((s) => s.from <= at && at < s.to);
}

/** The same stretch on several days; days that would get too many periods keep what they had and are named. */
export function paintDays(week: Week, days: readonly Day[], stretch: Span, on: boolean): { week: Week; full: Day[] } {
  const next = { ...week };
  const full: Day[] = [];
  for (const day of days) {
    const painted = paint(week[day], stretch, on);
    if (painted.length > MOST_PERIODS) full.push(day);
    else next[day] = painted;
  }
  return { week: next, full };
}

export function copyDay(week: Week, from: Day, to: readonly Day[]): Week {
  return { ...week, ...Object.fromEntries(to.map((day) => [day, week[from]])) };
}

export function daysBetween(a: Day, b: Day): readonly Day[] {
  const [first, last] = [DAYS.indexOf(a), DAYS.indexOf(b)].sort((x, y) => x - y) as [number, number];
  return DAYS.slice(first, last + 1);
}

const EMPTY = Object.fromEntries(DAYS.map((day) => [day, []])) as unknown as Week;

/** A template as the editor holds it. */
export interface TemplateForm {
  name: string;
  zone: string;
  week: Week;
  holidays: readonly HolidayForm[];
}

export interface HolidayForm {
  name: string;
  days: readonly { from: string; to: string; yearly: boolean }[];
  /** As typed; what is wrong with it is said when it is saved. */
  periods: string;
}

export const NEW_TEMPLATE: TemplateForm = { name: '', zone: '', week: EMPTY, holidays: [] };

const spanOf = (p: Period): Span => ({ from: secondsOf(p.from) ?? 0, to: secondsOf(p.to) ?? 0 });
const periodOf = (s: Span): Period => ({ from: timeOfDay(s.from), to: timeOfDay(s.to) });

export function formOf(template: TimeTemplate): TemplateForm {
  return {
    name: template.name,
    zone: template.zone ?? '',
    week: Object.fromEntries(DAYS.map((day) => [day, merged((template.week[day] ?? []).map(spanOf))])) as unknown as Week,
    holidays: template.holidays.map((h: Holiday) => ({ name: h.name, days: h.days, periods: spansText(h.periods.map(spanOf)) })),
  };
}

export function bodyOf(form: TemplateForm) {
  return {
    name: form.name.trim(),
    ...(form.zone.trim() === '' ? {} : { zone: form.zone.trim() }),
    week: Object.fromEntries(DAYS.map((day) => [day, form.week[day].map(periodOf)])),
    holidays: form.holidays.map((h) => ({ name: h.name.trim(), days: [...h.days], periods: (parseSpans(h.periods) ?? []).map(periodOf) })),
  };
}

export type TemplateFault = 'nameRequired' | 'holidayName' | 'holidayDays' | 'holidayPeriods';

/** The first thing that keeps the form from being saved. */
export function faultOf(form: TemplateForm): TemplateFault | undefined {
  if (form.name.trim() === '') return 'nameRequired';
  for (const holiday of form.holidays) {
    if (holiday.name.trim() === '') return 'holidayName';
    if (holiday.days.length === 0 || holiday.days.some((d) => d.from === '' || d.to === '' || d.from > d.to)) return 'holidayDays';
    const spans = parseSpans(holiday.periods);
    if (spans === undefined || spans.length > MOST_PERIODS) return 'holidayPeriods';
  }
  return undefined;
}
