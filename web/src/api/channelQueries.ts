import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueries, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from './client';
import type { Channel } from './types';

/** Channels are read by their ids, many at once, or as pages of a search. */

const AT_ONCE = 100;
const GATHER_MS = 5;

interface Wish {
  resolve: (channel: Channel | null) => void;
  reject: (error: unknown) => void;
}

let wishes = new Map<string, Wish[]>();

/** Reads one channel, together with all others that are wanted at the same moment; null: it is gone. */
function load(id: string): Promise<Channel | null> {
  return new Promise((resolve, reject) => {
    if (wishes.size === 0) setTimeout(() => void flush(), GATHER_MS);
    wishes.set(id, [...(wishes.get(id) ?? []), { resolve, reject }]);
  });
}

async function flush(): Promise<void> {
  const wanted = [...wishes];
  wishes = new Map();
  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    const portion = wanted.slice(i, i + AT_ONCE);
    try {
      const { items } = await answer(api.GET('/api/v1/channels', { params: { query: { id: portion.map(([id]) => id) } } }));
      const found = new Map(items.map((channel) => [channel.id, channel]));
      for (const [id, all] of portion) all.forEach((wish) => wish.resolve(found.get(id) ?? null));
    } catch (error) {
      for (const [, all] of portion) all.forEach((wish) => wish.reject(error));
    }
  }
}

export function channelQuery(id: string) {
  return queryOptions({ queryKey: ['channels', 'one', id], queryFn: () => load(id), refetchInterval: 30_000 });
}

export interface ChannelsOf {
  /** In the order of their ids; those that are gone are left out. */
  found: Channel[];
  /** Whether some are still to come. */
  pending: boolean;
  error: unknown;
}

function together(results: readonly UseQueryResult<Channel | null>[]): ChannelsOf {
  return {
    found: results.flatMap((result) => result.data ?? []),
    pending: results.some((result) => result.isPending),
    error: results.find((result) => result.error !== null && result.data === undefined)?.error ?? null,
  };
}

/** Channels by their ids, as they are now. */
export function useChannels(ids: readonly string[]): ChannelsOf {
  return useQueries({ queries: [...new Set(ids)].map(channelQuery), combine: together });
}

/** Names of channels; of one that is not known, what is said instead. */
export function useChannelNames(ids: readonly string[], instead: string): (id: string) => string {
  const { found, pending } = useChannels(ids);
  const names = new Map(found.map((channel) => [channel.id, channel.name]));
  return (id) => names.get(id) ?? (pending ? '…' : instead);
}

/** The first channels by name: whether there are any, and what an empty wall is filled with. */
export const firstChannelsQuery = queryOptions({
  queryKey: ['channels', 'first'],
  queryFn: async () => (await answer(api.GET('/api/v1/channels', { params: { query: { limit: 128 } } }))).items,
  staleTime: 30_000,
});

export function channelPagesQuery(q: string, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['channels', 'pages', q, limit],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/channels', {
        params: { query: { limit, ...(q === '' ? {} : { q }), ...(pageParam === undefined ? {} : { after: pageParam }) } },
      })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

/** Some channels whose words match, each with the device it is of, for pickers. */
export function channelsFoundQuery(q: string) {
  return queryOptions({
    queryKey: ['channels', 'found', q],
    queryFn: async () => {
      if (q === '') return (await answer(api.GET('/api/v1/channels', { params: { query: { limit: 50 } } }))).items.map(({ id, name }) => ({ id, name }));
      const { devices } = await answer(api.GET('/api/v1/camera-tree', { params: { query: { q } } }));
      return devices.flatMap((device) => (device.channels ?? []).map(({ id, name }) => ({ id, name, ...(device.name === name ? {} : { where: device.name }) })));
    },
    placeholderData: keepPreviousData,
  });
}

/** The ids of all channels whose names match. */
export async function allChannelIds(q: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await answer(api.GET('/api/v1/channels', {
      params: { query: { limit: 1000, ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) } },
    }));
    ids.push(...page.items.map((channel) => channel.id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

