import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { timelineQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import { daysCovering, type Range } from './days';
import { recordedOf, type Recorded } from './spans';

const WEEK = 7 * 86_400_000;

/** What is recorded on the days the timeline shows; today's grows while it is looked at. */
export function useRecorded(channelId: string | undefined, view: Range): { recorded: Recorded; error: unknown; loading: boolean } {
  const days = daysCovering(view);
  const results = useQueries({
    queries: days.map((day) => ({
      ...timelineQuery(channelId ?? '', day.from, day.to),
      enabled: channelId !== undefined && day.from <= serverNow(),
      refetchInterval: day.to > serverNow() ? 10_000 : (false as const),
    })),
  });
  const stamp = results.map((r) => r.dataUpdatedAt).join();
  const key = `${channelId} ${days.map((d) => d.from).join()} ${stamp}`;
  // The key names everything the result depends on; the results array itself is new at every render.
  const recorded = useMemo(() => recordedOf(results.flatMap((r) => (r.data === undefined ? [] : [r.data]))), [key]);
  return { recorded, error: results.find((r) => r.error)?.error, loading: results.some((r) => r.isFetching && r.isPending) };
}

/** Asks what is recorded in the week from a time on, freshly. */
export function useLookAhead(channelId: string): (from: number) => Promise<Recorded> {
  const client = useQueryClient();
  return useCallback(
    async (from) => {
      const to = Math.min(serverNow() + 60_000, from + WEEK);
      if (to <= from) return { spans: [], gaps: [] };
      return recordedOf([await client.fetchQuery({ ...timelineQuery(channelId, from, to), staleTime: 0, gcTime: 0 })]);
    },
    [client, channelId],
  );
}
