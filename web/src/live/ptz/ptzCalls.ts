import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Motion } from './ptzOrders';

/** What a camera's head is asked. */

export function moveCamera(id: string, motion: Motion) {
  return answer(api.PUT('/api/v1/channels/{id}/ptz/movement', { params: { path: { id } }, body: motion }));
}

/** Goes to a preset, or home without one. */
export function visit(id: string, preset: string | undefined) {
  const body = preset === undefined ? { home: true } : { preset };
  return answer(api.PUT('/api/v1/channels/{id}/ptz/position', { params: { path: { id } }, body }));
}

export function keepPreset(id: string, name: string) {
  return answer(api.POST('/api/v1/channels/{id}/ptz/presets', { params: { path: { id } }, body: { name } }));
}

export function presetsQuery(id: string) {
  return queryOptions({
    queryKey: ['presets', id],
    queryFn: async () => (await answer(api.GET('/api/v1/channels/{id}/ptz/presets', { params: { path: { id } } }))).items,
    staleTime: 60_000,
  });
}
