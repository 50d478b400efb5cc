import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, answerWithTag, api } from '../../api/client';
import { refreshDevices } from '../../api/deviceQueries';
import type { LockKind, RecordingPlan, Retention } from '../../api/types';
import type { PlanForm } from './planForm';

/** Recording plans, locks, retention and deletions, and the commands on them. */
export const plansQuery = queryOptions({
  queryKey: ['recording-plans'],
  queryFn: async () => (await answer(api.GET('/api/v1/recording-plans'))).items,
});

export const locksQuery = queryOptions({
  queryKey: ['recording-locks'],
  queryFn: async () => (await answer(api.GET('/api/v1/recording-locks'))).items,
});

export const deletionsQuery = infiniteQueryOptions({
  queryKey: ['deletions'],
  queryFn: ({ pageParam }) => answer(api.GET('/api/v1/deletions', { params: { query: { limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

export function retentionQuery(channelId: string) {
  return queryOptions({
    queryKey: ['retention', channelId],
    queryFn: () => answerWithTag(api.GET('/api/v1/channels/{id}/retention', { params: { path: { id: channelId } } })),
    staleTime: 0,
  });
}

export function useSavePlan(plan: RecordingPlan | undefined) {
  const refresh = useRefresh('recording-plans');
  return useMutation({
    mutationFn: (form: PlanForm) =>
      plan === undefined
        ? answer(api.POST('/api/v1/recording-plans', { body: form }))
        : answer(api.PUT('/api/v1/recording-plans/{id}', { params: target(plan), body: form })),
    onSettled: refresh,
  });
}

export function useRemovePlan() {
  const refresh = useRefresh('recording-plans');
  return useMutation({
    mutationFn: (plan: RecordingPlan) => answer(api.DELETE('/api/v1/recording-plans/{id}', { params: target(plan) })),
    onSettled: refresh,
  });
}

export function useSetRetention(channelId: string) {
  const refresh = useRefresh('retention');
  return useMutation({
    mutationFn: ({ etag, ...body }: Omit<Retention, 'version'> & { etag: string }) =>
      answer(api.PUT('/api/v1/channels/{id}/retention', { params: { path: { id: channelId }, header: { 'If-Match': etag } }, body })),
    onSettled: refresh,
  });
}

export interface NewLock {
  channelIds: string[];
  from: string;
  to: string;
  kind: LockKind;
  until?: string;
  reason: string;
}

export function useAddLock() {
  const refresh = useRefresh('recording-locks');
  return useMutation({
    mutationFn: (body: NewLock) => answer(api.POST('/api/v1/recording-locks', { body })),
    onSettled: refresh,
  });
}

export function useRemoveLock() {
  const refresh = useRefresh('recording-locks');
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      answer(api.DELETE('/api/v1/recording-locks/{id}', { params: { path: { id }, query: { reason } } })),
    onSettled: refresh,
  });
}

function target(plan: RecordingPlan) {
  return { path: { id: plan.id }, header: { 'If-Match': `"${plan.version}"` } };
}

/** What is recorded, and what the timeline shows, may follow from any of these. */
function useRefresh(key: string): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [[key], ['timeline'], ['time-templates']]) void client.invalidateQueries({ queryKey });
    void refreshDevices(client);
  };
}
