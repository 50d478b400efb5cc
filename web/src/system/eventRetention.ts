import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const LEAST_DAYS = 7;
export const MOST_DAYS = 400;

/** How many days events are kept. */
export const eventRetentionQuery = queryOptions({
  queryKey: ['event-retention'],
  queryFn: () => answer(api.GET('/api/v1/event-retention')),
});

export function useSetEventRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ days, version }: { days: number; version: number }) =>
      answer(api.PUT('/api/v1/event-retention', { params: { header: { 'If-Match': `"${version}"` } }, body: { days } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['event-retention'] }),
  });
}
