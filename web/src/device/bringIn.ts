import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { refreshDevices } from '../api/deviceQueries';
import type { DeviceImport, FoundDevice } from '../api/types';

/** Bringing many devices in: searches, and imports of what they found or of a file. */

export function searchQuery(id: string) {
  return queryOptions({
    queryKey: ['device-search', id],
    queryFn: () => answer(api.GET('/api/v1/device-searches/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? 500 : false),
    staleTime: 0,
  });
}

export const searchNetworksQuery = queryOptions({
  queryKey: ['search-networks'],
  queryFn: async () => (await answer(api.GET('/api/v1/device-searches/networks'))).items,
});

/** Begins a search; an empty range asks the devices of the own network. */
export function useStartSearch() {
  return useMutation({
    mutationFn: (range: string) =>
      answer(api.POST('/api/v1/device-searches', { body: range.trim() === '' ? {} : { range: range.trim() } })),
  });
}

export function useCancelSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/device-searches/{id}', { params: { path: { id } } })),
    onSettled: (_, __, id) => client.invalidateQueries({ queryKey: searchQuery(id).queryKey }),
  });
}

export interface NewDevices {
  username: string;
  password: string;
  /** Where they stand; empty: the first site. */
  siteId: string;
  items: { name: string; url: string }[];
}

/** Has the devices judged and, when any is good, added by a job. Answers the import. */
export function useAddDevices() {
  return useMutation({
    mutationFn: async ({ username, password, siteId, items }: NewDevices): Promise<DeviceImport> => {
      const made = await answer(api.POST('/api/v1/device-imports', {
        body: { items, ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }), ...(siteId === '' ? {} : { siteId }) },
      }));
      return made.ready === 0 ? made : start(made.id);
    },
  });
}

/** Has the rows of a CSV or XLSX file judged; nothing is added yet. Answers the import. */
export function useCheckFile() {
  return useMutation({
    mutationFn: (file: File): Promise<DeviceImport> =>
      answer(api.POST('/api/v1/device-files', {
        params: { query: { name: file.name.slice(0, 200) } },
        body: file as unknown as string,
        bodySerializer: () => file,
        headers: { 'Content-Type': 'application/octet-stream' },
      })),
  });
}

export function useStartImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => start(id),
    onSettled: (_, __, id) => client.invalidateQueries({ queryKey: ['device-import', id] }),
  });
}

function start(id: string): Promise<DeviceImport> {
  return answer(api.POST('/api/v1/device-imports/{id}/start', { params: { path: { id } } }));
}

/** An import with its first rows, told anew every second while its job runs. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['device-import', id],
    queryFn: async ({ client }) => {
      const params = { path: { id } };
      const one = await answer(api.GET('/api/v1/device-imports/{id}', { params }));
      const rows = await answer(api.GET('/api/v1/device-imports/{id}/rows', { params: { ...params, query: { limit: 1000 } } }));
      if (one.added > 0) void refreshDevices(client);
      return { one, rows: rows.items, more: rows.next !== undefined };
    },
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data.one) ? 1_000 : false),
    staleTime: 0,
  });
}

export function isUnderWay(one: DeviceImport): boolean {
  return one.jobId !== undefined && one.ready + one.trying > 0;
}

/** The name to offer for a device that was found: what it calls itself, with its host where that says nothing of its own. */
export function nameOf(found: FoundDevice, all: readonly FoundDevice[]): string {
  const own = found.name.trim();
  const host = hostOf(found.url);
  if (own === '') return found.hardware === '' ? host : `${found.hardware} ${host}`;
  return all.filter((other) => other.name.trim() === own).length > 1 ? `${own} ${host}` : own;
}

export function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/]+)/i.exec(url)?.[1]?.replace(/:(80|554)$/, '') ?? url;
}
