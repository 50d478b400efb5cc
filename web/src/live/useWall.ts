import { useCallback, useEffect, useMemo } from 'react';
import { useAddressParams } from '../ui/useAddressParams';
import { fill, readWall, sizeFor, writeWall, type Wall } from './wallState';

const KEY = 'lynceus.wall';

/**
 * The wall of this page's address. A visit without one gets the wall this browser had last, and the very first visit
 * one filled with the cameras there are. The third value reads the newest wall, painted or not.
 */
export function useWall(channelIds: readonly string[] | undefined): [
  Wall,
  (change: (wall: Wall) => Wall) => void,
  () => Wall,
] {
  const [params, setParams, newestParams] = useAddressParams();
  const wall = useMemo(() => readWall(params), [params]);
  const bare = !params.has('n') && !params.has('c');

  useEffect(() => {
    if (!bare || channelIds === undefined) return;
    const kept = localStorage.getItem(KEY);
    if (kept !== null) setParams(() => writeWall(readWall(new URLSearchParams(kept))));
    else if (channelIds.length > 0) {
      const empty = readWall(new URLSearchParams({ n: String(sizeFor(channelIds.length)) }));
      setParams(() => writeWall(fill(empty, channelIds)));
    }
  }, [bare, channelIds, setParams]);

  useEffect(() => {
    if (!bare) localStorage.setItem(KEY, params.toString());
  }, [bare, params]);

  const change = useCallback((next: (wall: Wall) => Wall) => setParams((old) => writeWall(next(readWall(old)))), [setParams]);
  const newest = useCallback(() => readWall(newestParams()), [newestParams]);
  return [wall, change, newest];
}
