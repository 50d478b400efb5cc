import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { refreshDevices } from '../api/deviceQueries';
import type { Site } from '../api/types';

/** The tree of sites and the commands on it. */
export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async () => (await answer(api.GET('/api/v1/sites'))).items,
  staleTime: 30_000,
});

export interface Place {
  parentId: string;
  position: number;
}

export function useAddSite() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { parentId: string; name: string }) => answer(api.POST('/api/v1/sites', { body })),
    onSettled: refresh,
  });
}

export function useSetSite() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ site, name, zone }: { site: Site; name: string; zone: string }) =>
      answer(api.PUT('/api/v1/sites/{id}', { params: target(site), body: { name, ...(zone === '' ? {} : { zone }) } })),
    onSettled: refresh,
  });
}

export function useMoveSite() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ site, place }: { site: Site; place: Place }) =>
      answer(api.PUT('/api/v1/sites/{id}/place', { params: target(site), body: place })),
    onSettled: refresh,
  });
}

export function useRemoveSite() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (site: Site) => answer(api.DELETE('/api/v1/sites/{id}', { params: target(site) })),
    onSettled: refresh,
  });
}

/** Moves devices to a site; what could not be moved is told. */
export function useMoveDevices() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ site, deviceIds }: { site: string; deviceIds: string[] }) => {
      const { items } = await answer(api.POST('/api/v1/sites/{id}/devices', { params: { path: { id: site } }, body: { deviceIds } }));
      const failed = items.find((item) => !item.moved);
      if (failed !== undefined) throw new Error(failed.problem);
    },
    onSettled: refresh,
  });
}

function target(site: Site) {
  return { path: { id: site.id }, header: { 'If-Match': `"${site.version}"` } };
}

function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all([client.invalidateQueries({ queryKey: ['sites'] }), refreshDevices(client)]);
}
