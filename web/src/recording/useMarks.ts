import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { timelineQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import type { StreamKind } from '../api/types';
import { eventBeside, gapBeside, recordedOf } from './spans';

const DAY = 86_400_000;
/** Looked at first, then further away. */
const REACH = [DAY, 7 * DAY, 30 * DAY];

/** Finds the next or previous gap or event of a channel, up to 30 days away. */
export function useMarks(channelId: string, stream: StreamKind, failed: (error: unknown) => void) {
  const client = useQueryClient();
  return useCallback(
    async (what: 'gap' | 'event', at: number, direction: 1 | -1): Promise<number | undefined> => {
      try {
        for (const reach of REACH) {
          const from = direction > 0 ? at - 60_000 : at - reach;
          const to = direction > 0 ? Math.min(at + reach, serverNow()) : at + 60_000;
          if (to <= from) return undefined;
          const recorded = recordedOf([await client.fetchQuery({ ...timelineQuery(channelId, stream, from, to), staleTime: 5_000, gcTime: 0 })]);
          const found = what === 'gap' ? gapBeside(recorded, at, direction) : eventBeside(recorded, at, direction);
          if (found !== undefined) return found;
          if (direction > 0 && at + reach >= serverNow()) return undefined;
        }
      } catch (error) {
        failed(error);
      }
      return undefined;
    },
    [client, channelId, stream, failed],
  );
}
