import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Alarm, AlarmPriority } from '../api/types';

/** What of all alarms is looked for, as the address has it; empty: anything. Times are local, as a datetime field gives them. */
export const SEARCH_FIELDS = ['from', 'to', 'number', 'site', 'device', 'channel', 'lasting', 'type', 'priority', 'scheme', 'handler', 'handling', 'comment', 'q'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];
export type AlarmSearch = Record<SearchField, string>;

export const HANDLINGS = ['PENDING', 'PROCESSING', 'RESOLVED', 'FALSE_ALARM', 'IGNORED'] as const;
export const PRIORITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;

const DAYS = 7;

/** The search of an address; without a time it begins a week ago and ends with today. */
export function searchOf(params: URLSearchParams, now: number): AlarmSearch {
  const search = Object.fromEntries(SEARCH_FIELDS.map((field) => [field, params.get(field) ?? ''])) as AlarmSearch;
  return { ...search, from: search.from === '' ? midnight(now, -DAYS) : search.from, to: search.to === '' ? midnight(now, 1) : search.to };
}

/** The beginning of a day so many days after that of the time, as a datetime field has it. */
export function midnight(now: number, days: number): string {
  const at = new Date(now);
  return minute(new Date(at.getFullYear(), at.getMonth(), at.getDate() + days).getTime());
}

/** A moment as a datetime field has it, in whole minutes: the one that it is in. */
function minute(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The address of a search of a time, of whole minutes that hold it, with filters. */
export function searchAddress(from: number, to: number, filters: Partial<Record<SearchField, string>>): string {
  const set = Object.entries(filters).filter(([, value]) => value !== '');
  return `/alarm-search?${new URLSearchParams([['from', minute(from)], ['to', minute(to + 59_999)], ...set]).toString()}`;
}

/** Why this cannot be looked for; undefined when it can. */
export function wrongWith(search: AlarmSearch): 'range' | 'number' | undefined {
  if (search.number.trim() !== '') return numberOf(search) === undefined ? 'number' : undefined;
  const from = Date.parse(search.from);
  const to = Date.parse(search.to);
  return Number.isNaN(from) || Number.isNaN(to) || from >= to ? 'range' : undefined;
}

/** People write `#12`. */
function numberOf(search: AlarmSearch): string | undefined {
  return /^#?(\d{1,18})$/.exec(search.number.trim())?.[1];
}

/** The search as the API asks for it; a number is looked for at any time. */
export function askedOf(search: AlarmSearch) {
  const number = numberOf(search);
  const text = (field: 'handler' | 'comment' | 'q') => (search[field].trim() === '' ? {} : { [field]: search[field].trim() });
  const one = <T extends string>(field: SearchField): T[] => (search[field] === '' ? [] : [search[field] as T]);
  return {
    ...(number === undefined ? { from: new Date(search.from).toISOString(), to: new Date(search.to).toISOString() } : { number }),
    ...(search.lasting === '' ? {} : { lasting: search.lasting === 'true' }),
    site: one('site'),
    device: one('device'),
    channel: one('channel'),
    type: one('type'),
    priority: one<AlarmPriority>('priority'),
    scheme: one('scheme'),
    handling: one<Alarm['handling']>('handling'),
    ...text('handler'),
    ...text('comment'),
    ...text('q'),
  };
}

export function alarmSearchQuery(search: AlarmSearch) {
  return infiniteQueryOptions({
    queryKey: ['alarms', 'search', search],
    queryFn: ({ pageParam }) => answer(api.GET('/api/v1/alarm-search', { params: { query: { ...askedOf(search), limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (page: { next?: string }) => page.next,
    enabled: wrongWith(search) === undefined,
    refetchOnWindowFocus: false,
  });
}

export function exportAddress(search: AlarmSearch): string {
  const parts = Object.entries(askedOf(search)).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]));
  return `/api/v1/alarm-search/export.csv?${new URLSearchParams(parts).toString()}`;
}
