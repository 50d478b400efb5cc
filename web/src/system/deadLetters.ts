import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** Messages that could not be handled, of the node that answers. */
export const deadLettersQuery = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: () => answer(api.GET('/api/v1/dead-letters')),
  refetchInterval: 30_000,
});

/** Puts a message back into its queue, or removes it. */
export function useDeadLetterAct(act: 'replay' | 'drop') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => {
      const params = { path: { id } };
      return act === 'replay'
        ? answer(api.POST('/api/v1/dead-letters/{id}/replay', { params }))
        : answer(api.DELETE('/api/v1/dead-letters/{id}', { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
}
