import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';
import { Problem } from './problem';
import { signOn } from './signOn';
import type { DeviceEvent, StreamKind } from './types';

/** What is read from the center, each with its key. Device events patch these caches (see eventCache.ts). */

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await answer(api.GET('/api/v1/session'));
    signOn.found();
    return session;
  },
  staleTime: 60_000,
  refetchInterval: (query) => (query.state.status === 'error' ? 5_000 : 5 * 60_000),
});

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: () => answer(api.GET('/api/v1/system')),
  refetchInterval: 10_000,
});

export const recordingTotalsQuery = queryOptions({
  queryKey: ['recording-totals'],
  queryFn: () => answer(api.GET('/api/v1/recording-totals')),
  refetchInterval: 30_000,
});

export function deviceEventsQuery(deviceId: string) {
  return queryOptions({
    queryKey: ['events', deviceId],
    queryFn: async (): Promise<DeviceEvent[]> =>
      (await answer(api.GET('/api/v1/events', { params: { query: { deviceId, limit: 200 } } }))).items,
  });
}

export function timelineQuery(channelId: string, stream: StreamKind, from: number, to: number) {
  const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  return queryOptions({
    queryKey: ['timeline', channelId, stream, range.from, range.to],
    queryFn: () => answer(api.GET('/api/v1/channels/{id}/timeline', { params: { path: { id: channelId }, query: { ...range, stream } } })),
  });
}

export function recordedDaysQuery(channelId: string, stream: StreamKind, month: string, zone: string) {
  return queryOptions({
    queryKey: ['recorded-days', channelId, stream, month, zone],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/channels/{id}/recorded-days', {
        params: { path: { id: channelId }, query: { month, zone, stream } },
      }))).days,
    staleTime: 30_000,
  });
}

export function tagsQuery(q: string) {
  return queryOptions({
    queryKey: ['tags', 'all', q],
    queryFn: async () => (await answer(api.GET('/api/v1/tags', { params: { query: { limit: 200, ...(q === '' ? {} : { q }) } } }))).items,
    placeholderData: keepPreviousData,
  });
}

export function gapReportQuery(day: string, zone: string) {
  return queryOptions({
    queryKey: ['gap-report', day, zone],
    queryFn: () => answer(api.GET('/api/v1/reports/gaps', { params: { query: { day, zone } } })),
    placeholderData: keepPreviousData,
  });
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 3 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
      },
    },
  });
}
