import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { EMap, EMapMarker, SetEMap } from '../api/types';

/** Maps, what is marked on them, and the commands on them. */
export const mapsQuery = queryOptions({
  queryKey: ['maps'],
  queryFn: async () => (await answer(api.GET('/api/v1/maps'))).items,
  refetchInterval: 60_000,
});

/** The tile server of geographic maps; it changes with a restart only. */
export const mapTilesQuery = queryOptions({
  queryKey: ['map-tiles'],
  queryFn: () => answer(api.GET('/api/v1/maps/tiles')),
  staleTime: 300_000,
});

export function markersQuery(map: EMap) {
  return queryOptions({
    queryKey: ['maps', map.id, 'markers', map.version],
    queryFn: async () => (await answer(api.GET('/api/v1/maps/{id}/markers', { params: { path: { id: map.id } } }))).markers,
  });
}

/** Where the browser reads the picture; another picture has another address. */
export function pictureOf(map: EMap): string | undefined {
  return map.picture && `/api/v1/maps/${map.id}/picture?${map.picture.digest}`;
}

interface Saved {
  map: EMap | undefined;
  body: SetEMap;
  file: File | undefined;
  /** Told of the map itself, which stays when its picture is refused. */
  onStored: (map: EMap) => void;
}

/** Adds or changes a map, and sends its picture when there is a new one. */
export function useSaveMap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ map, body, file, onStored }: Saved): Promise<EMap> => {
      const data = await answer(
        map === undefined ? api.POST('/api/v1/maps', { body }) : api.PUT('/api/v1/maps/{id}', { params: target(map), body }),
      );
      onStored(data);
      if (file === undefined) return data;
      return answer(api.PUT('/api/v1/maps/{id}/picture', {
        params: target(data),
        headers: { 'Content-Type': 'application/octet-stream' },
        body: '',
        bodySerializer: () => file,
      }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: mapsQuery.queryKey }),
  });
}

export function useRemoveMap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (map: EMap) => {
      const { path, header } = target(map);
      return answer(api.DELETE('/api/v1/maps/{id}', { params: { path, header, query: { withBelow: true } } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: mapsQuery.queryKey }),
  });
}

export function useSetMarkers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ map, markers }: { map: EMap; markers: EMapMarker[] }) =>
      answer(api.PUT('/api/v1/maps/{id}/markers', { params: target(map), body: { markers } })),
    onSettled: () => client.invalidateQueries({ queryKey: mapsQuery.queryKey }),
  });
}

function target(map: EMap) {
  return { path: { id: map.id }, header: { 'If-Match': `"${map.version}"` } };
}
