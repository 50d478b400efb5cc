import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { refreshDevices } from '../../api/deviceQueries';
import type { DeviceBatch, DeviceListQuery, DeviceResult, Firmware, NewDeviceBatch } from '../../api/types';

/** Acts on many devices: some are done at once, those that ask the devices by a job. */

const AT_ONCE = 1000;

/** Hands devices over in portions that one call takes. */
async function inPortions(ids: readonly string[], call: (portion: string[]) => Promise<{ items: DeviceResult[] }>): Promise<DeviceResult[]> {
  const results: DeviceResult[] = [];
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    results.push(...(await call(ids.slice(i, i + AT_ONCE))).items);
  }
  return results;
}

export function useChangeDevices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, ...change }: { ids: readonly string[]; siteId?: string; name?: string; homeNode?: string }) =>
      inPortions(ids, (deviceIds) => answer(api.POST('/api/v1/device-sets/changes', { body: { deviceIds, ...change } }))),
    onSettled: () => refreshDevices(client),
  });
}

export function useRemoveDevices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      inPortions(ids, (deviceIds) => answer(api.POST('/api/v1/device-sets/removals', { body: { deviceIds } }))),
    onSettled: () => refreshDevices(client),
  });
}

/** All devices that match, by name; at most 10,000. */
export function useChooseDevices() {
  return useMutation({
    mutationFn: async ({ sort: _, descending: __, ...match }: DeviceListQuery) => (await answer(api.GET('/api/v1/device-sets', { params: { query: match } }))).items,
  });
}

export function useOrderBatch() {
  return useMutation({
    mutationFn: (body: NewDeviceBatch) => answer(api.POST('/api/v1/device-batches', { body })),
  });
}

/** A batch with its first devices, told anew every second while it runs. */
export function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['device-batch', id],
    queryFn: async ({ client }) => {
      const params = { path: { id } };
      const one = await answer(api.GET('/api/v1/device-batches/{id}', { params }));
      const items = await answer(api.GET('/api/v1/device-batches/{id}/items', { params: { ...params, query: { limit: 1000 } } }));
      if (one.done > 0) void refreshDevices(client);
      return { one, items: items.items, more: items.next !== undefined };
    },
    refetchInterval: (query) => (query.state.data && !isEnded(query.state.data.one) ? 1_000 : false),
    staleTime: 0,
  });
}

export function isEnded(batch: DeviceBatch): boolean {
  return batch.done + batch.failed >= batch.total;
}

/** Asks once which stored passwords are weak; no device is asked. */
export function useWeakPasswords() {
  return useMutation({
    mutationFn: async () => (await answer(api.GET('/api/v1/device-passwords'))).items,
  });
}

export function useReveal(deviceId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      answer(api.POST('/api/v1/device-passwords/{deviceId}/reveal', { params: { path: { deviceId } }, body: { reason } })),
    gcTime: 0,
  });
}

const PIECE = 4 << 20;

export const firmwaresQuery = queryOptions({
  queryKey: ['firmwares'],
  queryFn: async () => (await answer(api.GET('/api/v1/device-firmwares'))).items,
});

/** Takes a firmware to the center in pieces; tells how much of it is there, 0 to 1. */
export function useUploadFirmware(onProgress: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File): Promise<Firmware> => {
      let made = await answer(api.POST('/api/v1/device-firmwares', { body: { name: file.name.slice(0, 200), bytes: file.size } }));
      for (let offset = 0; offset < file.size; offset += PIECE) {
        const piece = file.slice(offset, offset + PIECE);
        made = await answer(api.PUT('/api/v1/device-firmwares/{id}/content', {
          params: { path: { id: made.id }, query: { offset } },
          body: piece as unknown as string,
          bodySerializer: () => piece,
          headers: { 'Content-Type': 'application/octet-stream' },
        }));
        onProgress(Math.min(1, (offset + PIECE) / file.size));
      }
      return made;
    },
    onSettled: () => client.invalidateQueries({ queryKey: firmwaresQuery.queryKey }),
  });
}
