import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Problem } from '../api/problem';
import type { Alarm, AlarmActKind, AlarmPriority } from '../api/types';

/** Alarms as operators see them: queues, one alarm, and what is done about it. */
export const QUEUES = ['OPEN', 'MINE', 'ACKNOWLEDGED', 'SHELVED', 'RESOLVED', 'ALL'] as const;
export type Queue = (typeof QUEUES)[number];

export interface AlarmFilter {
  queue: Queue;
  q: string;
  priority: AlarmPriority | '';
  channelId: string;
}

export type AlarmPages = InfiniteData<{ items: Alarm[]; next?: string }, string>;

export function alarmsQuery({ queue, q, priority, channelId }: AlarmFilter) {
  const wanted = { queue, ...(q === '' ? {} : { q }), ...(priority === '' ? {} : { priority }), ...(channelId === '' ? {} : { channelId }) };
  return infiniteQueryOptions({
    queryKey: ['alarms', 'list', wanted],
    queryFn: ({ pageParam }) => answer(api.GET('/api/v1/alarms', { params: { query: { ...wanted, limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (page: { next?: string }) => page.next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

export function alarmHistoryQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['alarms', 'history', id, version],
    queryFn: async () => (await answer(api.GET('/api/v1/alarms/{id}/history', { params: { path: { id } } }))).items,
  });
}

export function alarmEventsQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['alarms', 'events', id, version],
    queryFn: async () => (await answer(api.GET('/api/v1/alarms/{id}/events', { params: { path: { id } } }))).items,
  });
}

/** The alarm in every list that shows it, as it is now; a list that does not show it stays. */
export function withAlarm(pages: AlarmPages | undefined, alarm: Alarm): AlarmPages | undefined {
  if (pages === undefined || !pages.pages.some((page) => page.items.some((one) => one.id === alarm.id && one.version < alarm.version))) return pages;
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map((one) => (one.id === alarm.id ? alarm : one)) })) };
}

export interface Act {
  kind: AlarmActKind;
  ids: readonly string[];
  comment: string;
  to?: string;
}

/** What an act on many did not do, in the words of the center. */
export interface Outcome {
  done: number;
  failed: number;
  why: string;
}

/** Does something about alarms, each on its own; what is shown follows. One act after the other, in the order they were ordered in. */
export function useActOnAlarms() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'alarm-acts' },
    mutationFn: async ({ kind, ids, comment, to }: Act): Promise<Outcome> => {
      const body = { ids: [...ids], act: kind, ...(comment.trim() === '' ? {} : { comment: comment.trim() }), ...(to === undefined ? {} : { to }) };
      const { items } = await answer(api.POST('/api/v1/alarms/bulk', { body }));
      const refused = items.filter((item) => !item.done);
      const outcome = { done: items.length - refused.length, failed: refused.length, why: refused[0]?.detail ?? '' };
      if (outcome.done === 0 && refused[0] !== undefined) throw new Problem(409, { type: refused[0].problem ?? '', detail: outcome.why });
      return outcome;
    },
    onSettled: (_, __, { ids }) => {
      void client.invalidateQueries({ queryKey: ['alarm-count'] });
      ids.slice(0, 50).forEach((id) => {
        void readAlarm(id).then(
          (alarm) => client.setQueriesData<AlarmPages>({ queryKey: ['alarms', 'list'] }, (pages) => withAlarm(pages, alarm)),
          () => undefined,
        );
      });
    },
  });
}

/** The alarm again, as it is now. */
async function readAlarm(id: string): Promise<Alarm> {
  return answer(api.GET('/api/v1/alarms/{id}', { params: { path: { id } } }));
}
