import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** How many alarms nobody has, in all and by priority; asked for again when the stream tells of one. */
export const alarmCountQuery = queryOptions({
  queryKey: ['alarm-count'],
  queryFn: () => answer(api.GET('/api/v1/alarms/count')),
  refetchInterval: 30_000,
});

/** The newest of them. */
export const newestAlarmsQuery = queryOptions({
  queryKey: ['alarm-count', 'newest'],
  queryFn: async () => (await answer(api.GET('/api/v1/alarms', { params: { query: { queue: 'OPEN', limit: 8 } } }))).items,
  refetchInterval: 30_000,
});
