import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { AlarmPriorities, AlarmReport } from '../api/types';
import { lengthText } from '../ui/format';
import type { SearchField } from './search';

export const SPANS = ['1', '7', '31'] as const;
export type Span = (typeof SPANS)[number];
export const LEVELS = ['critical', 'high', 'medium', 'low'] as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Figures of so many days that end with the hour under way, so that looking twice asks once. */
export function reportQuery(days: number, site: string, now: number) {
  const to = Math.ceil(now / HOUR) * HOUR;
  const range = { from: new Date(to - days * DAY).toISOString(), to: new Date(to).toISOString() };
  return queryOptions({
    queryKey: ['alarm-report', range, site],
    queryFn: () => answer(api.GET('/api/v1/alarm-report', { params: { query: { ...range, ...(site === '' ? {} : { site }) } } })),
    refetchInterval: 60_000,
    placeholderData: (old) => old,
  });
}

/** The alarms of one bar of the chart, which stands for a time that begins at `at`; counted are those of `from` until before `to`. */
export interface Bar {
  at: number;
  from: number;
  to: number;
  priorities: AlarmPriorities;
}

/** One bar for each hour, or for each day of the viewer's when there are many hours; also for those without alarms. */
export function barsOf(hours: AlarmReport['hours'], from: number, to: number): Bar[] {
  const daily = to - from > 2 * DAY;
  const begin = (at: number) => {
    const date = new Date(at);
    return daily ? new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime() : Math.floor(at / HOUR) * HOUR;
  };
  const next = (at: number) => (daily ? begin(at + DAY + 2 * HOUR) : at + HOUR);
  const bars = new Map<number, Bar>();
  for (let at = begin(from); at < to; at = next(at)) bars.set(at, { at, from: Math.max(at, from), to: Math.min(next(at), to), priorities: { critical: 0, high: 0, medium: 0, low: 0 } });
  for (const hour of hours) {
    const bar = bars.get(begin(Date.parse(hour.at)));
    if (bar) LEVELS.forEach((level) => (bar.priorities[level] += hour.priorities[level]));
  }
  return [...bars.values()];
}

export function sum(priorities: AlarmPriorities): number {
  return LEVELS.reduce((all, level) => all + priorities[level], 0);
}

/** The smallest of 1, 2, 5 times a power of ten that is not below: the top of a scale. */
export function roundTop(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= most) ?? 10 * power;
}

/** How long people took; undefined: nobody did. */
export function wait(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : lengthText(seconds * 1000);
}

/** The address of the list of what a figure counts. */
export type Listed = (filters: Partial<Record<SearchField, string>>) => string;

/** A part as percent; a part of nothing is unknown. */
export function share(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : `${Math.round((part / whole) * 1000) / 10} %`;
}
