import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { LiveTour, LiveWall, NewLiveTour, NewLiveWall } from '../../api/types';
import { LARGEST, SIZES } from '../layouts';
import type { Wall } from '../wallState';

/** Saved walls and tours, and the commands on them. */
export const savedWallsQuery = queryOptions({
  queryKey: ['live-views'],
  queryFn: async () => (await answer(api.GET('/api/v1/live-views'))).items,
});

export const toursQuery = queryOptions({
  queryKey: ['live-tours'],
  queryFn: async () => (await answer(api.GET('/api/v1/live-tours'))).items,
});

export function wallOf(saved: Pick<LiveWall, 'size' | 'channelIds'>): Wall {
  const size = SIZES.find((s) => s === saved.size) ?? SIZES.find((s) => s >= saved.size) ?? LARGEST;
  return { size, cells: Array.from({ length: LARGEST }, (_, i) => saved.channelIds[i] || undefined), selected: 0, maximised: false };
}

/** What of a wall is saved: its layout and the cameras in its panes. */
export function partOf(wall: Wall | LiveWall): Pick<NewLiveWall, 'size' | 'channelIds'> {
  if ('channelIds' in wall) return { size: wall.size, channelIds: wall.channelIds };
  return { size: wall.size, channelIds: wall.cells.slice(0, wall.size).map((id) => id ?? '') };
}

/** The folders there are. */
export function foldersOf(walls: readonly LiveWall[]): string[] {
  return [...new Set(walls.flatMap((wall) => wall.folder ?? []))];
}

/** Walls by their folder, those without one first; both by name. */
export function byFolder(walls: readonly LiveWall[]): [string, LiveWall[]][] {
  const folders = new Map<string, LiveWall[]>();
  for (const wall of [...walls].sort((a, b) => a.name.localeCompare(b.name))) {
    const folder = wall.folder ?? '';
    folders.set(folder, [...(folders.get(folder) ?? []), wall]);
  }
  return [...folders].sort(([a], [b]) => a.localeCompare(b));
}

export function useSaveWall(saved: LiveWall | undefined) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: NewLiveWall) =>
      saved === undefined
        ? answer(api.POST('/api/v1/live-views', { body }))
        : answer(api.PUT('/api/v1/live-views/{id}', { params: target(saved), body })),
    onSettled: refresh,
  });
}

export function useRemoveWall() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/live-views/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  });
}

export function useSaveTour(saved: LiveTour | undefined) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: NewLiveTour) =>
      saved === undefined
        ? answer(api.POST('/api/v1/live-tours', { body }))
        : answer(api.PUT('/api/v1/live-tours/{id}', { params: target(saved), body })),
    onSettled: refresh,
  });
}

export function useRemoveTour() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/live-tours/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  });
}

function target(saved: LiveWall | LiveTour) {
  return { path: { id: saved.id }, header: { 'If-Match': `"${saved.version}"` } };
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [['live-views'], ['live-tours']]) void client.invalidateQueries({ queryKey });
  };
}
