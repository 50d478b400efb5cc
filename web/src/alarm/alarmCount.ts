import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** How many alarms nobody has; asked for again when the stream tells of one. */
export const alarmCountQuery = queryOptions({
  queryKey: ['alarm-count'],
  queryFn: async () => (await answer(api.GET('/api/v1/alarms/count'))).open,
  refetchInterval: 30_000,
});
