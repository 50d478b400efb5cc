import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { systemQuery } from '../api/queries';
import type { NewVolume, Volume, VolumeGroup } from '../api/types';

/** Volumes and their groups, and the commands on them. */
export const volumesQuery = queryOptions({
  queryKey: ['volumes'],
  queryFn: async () => (await answer(api.GET('/api/v1/volumes'))).items,
  refetchInterval: 5_000,
});

export const volumeGroupsQuery = queryOptions({
  queryKey: ['volume-groups'],
  queryFn: async () => (await answer(api.GET('/api/v1/volume-groups'))).items,
});

export function useSaveVolume(volume: Volume | undefined) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ directory, ...body }: NewVolume) =>
      volume === undefined
        ? answer(api.POST('/api/v1/volumes', { body: { directory, ...body } }))
        : answer(api.PUT('/api/v1/volumes/{id}', { params: target(volume), body })),
    onSettled: refresh,
  });
}

export function useRemoveVolume() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (volume: Volume) => answer(api.DELETE('/api/v1/volumes/{id}', { params: target(volume) })),
    onSettled: refresh,
  });
}

export interface VolumeCheck {
  volume: Volume;
  kind: 'check' | 'repair' | 'deep' | 'rebuild';
}

/** Compares a volume with the index, repairs, or makes the index anew; a job each. */
export function useCheckVolume() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ volume, kind }: VolumeCheck) => {
      const params = { path: { id: volume.id } };
      return kind === 'rebuild'
        ? answer(api.POST('/api/v1/volumes/{id}/rebuild', { params }))
        : answer(api.POST('/api/v1/volumes/{id}/check', { params, body: { repair: kind === 'repair', deep: kind === 'deep' } }));
    },
    onSettled: refresh,
  });
}

export function useAddGroup() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (name: string) => answer(api.POST('/api/v1/volume-groups', { body: { name } })),
    onSettled: refresh,
  });
}

export function useRemoveGroup() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (group: VolumeGroup) => answer(api.DELETE('/api/v1/volume-groups/{id}', { params: target(group) })),
    onSettled: refresh,
  });
}

function target(of: Volume | VolumeGroup) {
  return { path: { id: of.id }, header: { 'If-Match': `"${of.version}"` } };
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [['volumes'], ['volume-groups'], ['jobs'], systemQuery.queryKey]) void client.invalidateQueries({ queryKey });
  };
}

type Sizes = Partial<Pick<Volume, 'totalBytes' | 'freeBytes' | 'usedBytes' | 'reserveBytes' | 'quotaBytes'>>;

/** The parts of a volume's bar as shares of its size; `quota` is where recordings must stop growing. */
export function barOf(volume: Sizes) {
  const { totalBytes: total = 0, freeBytes: free = 0, usedBytes: used = 0, reserveBytes: reserve = 0, quotaBytes: quota } = volume;
  if (total <= 0) return undefined;
  const recordings = Math.min(used, total - free);
  return {
    recordings: recordings / total,
    others: Math.max(0, total - free - recordings) / total,
    reserve: Math.min(reserve, total) / total,
    quota: quota === undefined ? undefined : Math.min(1, quota / total),
  };
}
