import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { timelineQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import type { StreamKind, Timeline } from '../api/types';
import { daysCovering, type Range } from './days';
import { recordedOf, spanAt, type Recorded } from './spans';

const WEEK = 7 * 86_400_000;

export interface RecordedRows {
  /** By channel, in the given order. */
  rows: Recorded[];
  error: unknown;
  loading: boolean;
}

/** What is recorded of the channels on the days the timeline shows; today's grows while it is looked at. */
export function useRecorded(channelIds: readonly string[], stream: StreamKind, view: Range): RecordedRows {
  const days = daysCovering(view).filter((day) => day.from <= serverNow());
  const results = useQueries({
    queries: channelIds.flatMap((id) =>
      days.map((day) => ({
        ...timelineQuery(id, stream, day.from, day.to),
        refetchInterval: day.to > serverNow() ? 10_000 : (false as const),
      })),
    ),
  });
  const stamp = results.map((r) => r.dataUpdatedAt).join();
  const key = `${channelIds.join()} ${stream} ${days.map((d) => d.from).join()} ${stamp}`;
  // The key names everything the result depends on; the results array itself is new at every render.
  const rows = useMemo(
    () =>
      channelIds.map((_, i) =>
        recordedOf(results.slice(i * days.length, (i + 1) * days.length).flatMap((r) => (r.data === undefined ? [] : [r.data]))),
      ),
    [key],
  );
  return { rows, error: results.find((r) => r.error)?.error, loading: results.some((r) => r.isFetching && r.isPending) };
}

/** Asks what is recorded in the week from a time on, freshly. */
export function useLookAhead(channelId: string, stream: StreamKind): (from: number) => Promise<Recorded> {
  const client = useQueryClient();
  return useCallback(
    async (from) => {
      const to = Math.min(serverNow() + 60_000, from + WEEK);
      if (to <= from) return { spans: [], gaps: [] };
      return recordedOf([await client.fetchQuery({ ...timelineQuery(channelId, stream, from, to), staleTime: 0, gcTime: 0 })]);
    },
    [client, channelId, stream],
  );
}

/** Tells whether a timeline that was read before shows a time as recorded. */
export function useKnown(channelId: string, stream: StreamKind): (at: number) => boolean {
  const client = useQueryClient();
  return useCallback(
    (at) => {
      const read = client.getQueriesData<Timeline>({ queryKey: ['timeline', channelId, stream] }).flatMap(([, timeline]) => timeline ?? []);
      return read.length > 0 && spanAt(recordedOf(read), at) !== undefined;
    },
    [client, channelId, stream],
  );
}
