import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { UserSession } from '../api/types';

const EVERY = 5_000;

/** Who is online, and signing somebody out. */
export const sessionsQuery = infiniteQueryOptions({
  queryKey: ['user-sessions'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/api/v1/user-sessions', { params: { query: { limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchInterval: EVERY,
});

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ session, reason }: { session: UserSession; reason: string }) =>
      answer(api.POST('/api/v1/user-sessions/{id}/end', { params: { path: { id: session.id } }, body: reason.trim() === '' ? {} : { reason: reason.trim() } })),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
