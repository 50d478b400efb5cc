import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { AlarmNotice } from '../api/types';

/** Notices of alarms to the one who is signed in, the newest fifty. They are asked for anew when one is heard of. */
export const noticesQuery = queryOptions({
  queryKey: ['alarm-notices'],
  queryFn: async () => (await answer(api.GET('/api/v1/alarm-notices'))).items,
  staleTime: Infinity,
});

export function unreadOf(notices: readonly AlarmNotice[] | undefined): AlarmNotice[] {
  return notices?.filter((one) => !one.read) ?? [];
}

/** He has read this one; without one, all of them. */
export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (one?: AlarmNotice) =>
      one === undefined
        ? answer(api.POST('/api/v1/alarm-notices/reading'))
        : answer(api.POST('/api/v1/alarm-notices/{id}/reading', { params: { path: { id: one.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
}
