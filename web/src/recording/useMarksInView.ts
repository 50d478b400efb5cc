import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { channelLocksQuery, channelTagsQuery } from '../api/queries';
import { daysCovering, type Range } from './days';
import type { Lock, Recorded, Tag } from './spans';

/** The rows of the timeline with the tags and locks of the days it shows. */
export function useMarksInView(channelIds: readonly string[], view: Range, rows: readonly Recorded[]): readonly Recorded[] {
  const days = daysCovering(view);
  const range = { from: days[0]?.from ?? view.from, to: days.at(-1)?.to ?? view.to };
  const tags = useQueries({ queries: channelIds.map((id) => channelTagsQuery(id, range.from, range.to)) });
  const locks = useQuery(channelLocksQuery(range.from, range.to));
  const stamp = `${tags.map((r) => r.dataUpdatedAt).join()} ${locks.dataUpdatedAt}`;
  // The stamp names everything the result depends on; the results themselves are new at every render.
  return useMemo(
    () =>
      rows.map((row, i) => ({
        ...row,
        tags: (tags[i]?.data ?? []).map((tag): Tag => ({ id: tag.id, at: Date.parse(tag.at), name: tag.name, note: tag.note })),
        locks: (locks.data ?? [])
          .filter((lock) => lock.channelIds.includes(channelIds[i] ?? ''))
          .map((lock): Lock => ({ id: lock.id, from: Date.parse(lock.from), to: Date.parse(lock.to), legal: lock.kind === 'LEGAL_HOLD', reason: lock.reason })),
      })),
    [rows, channelIds, stamp],
  );
}
