import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { NewUser, User } from '../api/types';

/** Users and their roles, and the commands on them. */
export function usersQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['users', q],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/users', { params: { query: { limit: 100, ...(q.trim() === '' ? {} : { q: q.trim() }), ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });
}

export const passwordPolicyQuery = queryOptions({
  queryKey: ['password-policy'],
  queryFn: async () => (await answer(api.GET('/api/v1/users/password-policy'))).rules,
  staleTime: 60_000,
});

export function useUserCommands() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['users'] });
  const target = (user: User) => ({ path: { id: user.id }, header: { 'If-Match': `"${user.version}"` } });
  return {
    add: useMutation({ mutationFn: (body: NewUser) => answer(api.POST('/api/v1/users', { body })), onSettled }),
    set: useMutation({
      mutationFn: ({ user, body }: { user: User; body: NewUser }) => answer(api.PUT('/api/v1/users/{id}', { params: target(user), body })),
      onSettled,
    }),
    reset: useMutation({ mutationFn: (user: User) => answer(api.POST('/api/v1/users/{id}/password', { params: { path: { id: user.id } } })), onSettled }),
    remove: useMutation({ mutationFn: (user: User) => answer(api.DELETE('/api/v1/users/{id}', { params: target(user) })), onSettled }),
  };
}
