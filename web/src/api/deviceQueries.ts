import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from './client';
import type { DeviceListQuery } from './types';

/** Devices are read as pages of a list or one by one, never all of them. */

export const DEVICES_A_PAGE = 50;

/** How many channels a row of a list shows; the device's page shows all. */
export const CHANNELS_SHOWN = 4;

export function devicePagesQuery(list: DeviceListQuery) {
  return infiniteQueryOptions({
    queryKey: ['devices', 'pages', list],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/devices', {
        params: { query: { ...list, limit: DEVICES_A_PAGE, channels: CHANNELS_SHOWN, ...(pageParam === undefined ? {} : { after: pageParam }) } },
      })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

export function deviceQuery(id: string) {
  return queryOptions({
    queryKey: ['devices', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}', { params: { path: { id } } })),
    refetchInterval: 30_000,
  });
}

/** How many devices there are in which state. */
export const deviceTotalsQuery = queryOptions({
  queryKey: ['devices', 'totals'],
  queryFn: async () => (await answer(api.GET('/api/v1/devices', { params: { query: { limit: 1, channels: 1 } } }))).totals,
  refetchInterval: 30_000,
});

/** Some devices whose words match, for pickers. */
export function devicesFoundQuery(q: string) {
  return queryOptions({
    queryKey: ['devices', 'found', q],
    queryFn: async () => (await answer(api.GET('/api/v1/devices', { params: { query: { limit: 30, channels: 1, ...(q === '' ? {} : { q }) } } }))).items,
    placeholderData: keepPreviousData,
  });
}

/** What was changed may be in any list of devices or channels, and in the tree of cameras. */
export function refreshDevices(client: QueryClient): Promise<unknown> {
  return Promise.all([['devices'], ['channels'], ['camera-tree']].map((queryKey) => client.invalidateQueries({ queryKey })));
}
