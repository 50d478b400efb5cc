import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { NewShelf } from '../api/types';

/** What is held back now. */
export const shelvesQuery = queryOptions({
  queryKey: ['alarms', 'shelves'],
  queryFn: async () => (await answer(api.GET('/api/v1/shelves'))).items,
  refetchInterval: 30_000,
});

export function useShelve() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (body: NewShelf) => answer(api.POST('/api/v1/shelves', { body })), onSuccess: refresh });
}

export function useEndShelf() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (id: string) => answer(api.DELETE('/api/v1/shelves/{id}', { params: { path: { id } } })), onSettled: refresh });
}

function useRefresh() {
  const client = useQueryClient();
  return () => Promise.all([['alarms'], ['alarm-count']].map((queryKey) => client.invalidateQueries({ queryKey })));
}
