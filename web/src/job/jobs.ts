import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Job, NewExport } from '../api/types';
import type { Tone } from '../ui/Mark';

/** Long work of the center: exports, checks of volumes. Told anew every second while some of it runs. */
export const JOB_TONE: Record<Job['state'], Tone> = {
  QUEUED: 'busy', RUNNING: 'busy', PAUSED: 'off', SUCCEEDED: 'ok', PARTIAL: 'major', FAILED: 'critical', CANCELLED: 'off',
};

export function isActive(job: Job): boolean {
  return job.state === 'QUEUED' || job.state === 'RUNNING';
}

export function jobsQuery(kind: string) {
  return queryOptions({
    queryKey: ['jobs', kind],
    queryFn: async () => (await answer(api.GET('/api/v1/jobs', { params: { query: { kind, limit: 200 } } }))).items,
    refetchInterval: (query) => (query.state.data?.some(isActive) ? 1_000 : 10_000),
    staleTime: 0,
  });
}

export const ACTS = ['pause', 'resume', 'cancel', 'retry', 'remove'] as const;
export type Act = (typeof ACTS)[number];

/** What can be done with a job in its state. */
export function actsOf(job: Job): readonly Act[] {
  switch (job.state) {
    case 'QUEUED':
    case 'RUNNING':
      return ['pause', 'cancel'];
    case 'PAUSED':
      return ['resume', 'cancel'];
    case 'FAILED':
    case 'CANCELLED':
      return ['retry', 'remove'];
    case 'SUCCEEDED':
    case 'PARTIAL':
      return ['remove'];
  }
}

export function useJobAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ job, act }: { job: Job; act: Act }): Promise<void> => {
      const params = { path: { id: job.id } };
      if (act === 'remove') await answer(api.DELETE('/api/v1/jobs/{id}', { params }));
      else if (act === 'pause') await answer(api.POST('/api/v1/jobs/{id}/pause', { params }));
      else if (act === 'resume') await answer(api.POST('/api/v1/jobs/{id}/resume', { params }));
      else if (act === 'cancel') await answer(api.POST('/api/v1/jobs/{id}/cancel', { params }));
      else await answer(api.POST('/api/v1/jobs/{id}/retry', { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useAddExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewExport) => answer(api.POST('/api/v1/exports', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

/** Share done, 0 to 1; undefined while the whole is not known. */
export function shareDone({ state, done, total }: Pick<Job, 'state' | 'done' | 'total'>): number | undefined {
  if (state === 'SUCCEEDED') return 1;
  return total > 0 ? Math.min(1, done / total) : undefined;
}
