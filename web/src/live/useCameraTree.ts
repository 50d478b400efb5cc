import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { answer, api } from '../api/client';
import type { CameraTreeLevel } from '../api/types';
import { useSettled } from '../ui/useSettled';
import { wantedLevels, type Levels, type Turned, type Wanted } from './treeRows';

const REFRESH_MS = 30_000;
const NOTHING: ReadonlyMap<string, boolean> = new Map();

function levelQuery(kind: 'root' | 'site' | 'device', id: string) {
  return queryOptions({
    queryKey: ['camera-tree', kind, id],
    queryFn: () => answer(api.GET('/api/v1/camera-tree', { params: { query: kind === 'root' ? {} : { [kind]: id } } })),
    refetchInterval: REFRESH_MS,
  });
}

function searchQuery(q: string) {
  return queryOptions({
    queryKey: ['camera-tree', 'search', q],
    queryFn: () => answer(api.GET('/api/v1/camera-tree', { params: { query: { q } } })),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}

export interface CameraTree {
  levels: Levels;
  turned: Turned;
  turn: (id: string, open: boolean) => void;
  /** The answer to the search, while one is made. */
  found: CameraTreeLevel | undefined;
  /** Whether what is shown is not yet the answer to what is typed. */
  searching: boolean;
  root: CameraTreeLevel | undefined;
  error: unknown;
  again: () => void;
}

/** The tree of cameras as far as it was opened: one call a level, and one for a search. */
export function useCameraTree(typed: string): CameraTree {
  const [turned, setTurned] = useState<Turned>(NOTHING);
  const [wanted, setWanted] = useState<readonly Wanted[]>([]);
  const q = useSettled(typed.trim());
  const root = useQuery(levelQuery('root', ''));
  const search = useQuery({ ...searchQuery(q), enabled: q !== '' });
  const read = useQueries({
    queries: wanted.map(({ id, kind }) => levelQuery(kind, id)),
    combine: (results) => results.map((result) => result.data),
  });
  const found = q === '' ? undefined : search.data;
  const levels = useMemo(() => {
    const known = new Map<string, CameraTreeLevel>();
    const top = q === '' ? root.data : search.data;
    if (top !== undefined) known.set('', top);
    wanted.forEach(({ id }, i) => {
      const level = read[i];
      if (level !== undefined) known.set(id, level);
    });
    return known;
  }, [root.data, search.data, q, wanted, read]);
  useEffect(() => {
    if (q !== '') return;
    const next = wantedLevels(levels, turned);
    setWanted((old) => (old.map((one) => one.id).join() === next.map((one) => one.id).join() ? old : next));
  }, [levels, turned, q]);
  return {
    levels,
    turned: q === '' ? turned : NOTHING,
    turn: (id, open) => setTurned((old) => new Map(old).set(id, open)),
    found,
    searching: typed.trim() !== q || (q !== '' && (search.isPlaceholderData || (search.data === undefined && search.error === null))),
    root: root.data,
    error: (root.data === undefined ? root.error : null) ?? (q === '' ? null : search.error),
    again: () => void root.refetch(),
  };
}
