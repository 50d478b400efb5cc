import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Box } from './pictureBox';

/** What a camera is asked beyond moving its head. */

const at = (id: string) => ({ params: { path: { id } } });
const of = (id: string, token: string) => ({ params: { path: { id, token } } });

export function outputsQuery(id: string) {
  return queryOptions({
    queryKey: ['outputs', id],
    queryFn: () => answer(api.GET('/api/v1/channels/{id}/outputs', at(id))),
  });
}

export function switchOutput(id: string, token: string, active: boolean) {
  return answer(api.PUT('/api/v1/channels/{id}/outputs/{token}', { ...of(id, token), body: { active } }));
}

export function featuresQuery(id: string) {
  return queryOptions({
    queryKey: ['ptz-features', id],
    queryFn: () => answer(api.GET('/api/v1/channels/{id}/ptz/features', at(id))),
    staleTime: 300_000,
    retry: false,
  });
}

export function imagingQuery(id: string) {
  return queryOptions({
    queryKey: ['imaging', id],
    queryFn: () => answer(api.GET('/api/v1/channels/{id}/imaging', at(id))),
    retry: false,
  });
}

export type Picture = Awaited<ReturnType<typeof setImaging>>;
export type PictureChange = Parameters<typeof setImaging>[1];

export function setImaging(
  id: string,
  body: {
    brightness?: number; contrast?: number; saturation?: number; sharpness?: number; iris?: number;
    irCut?: string; focus?: string; exposure?: string;
  },
) {
  return answer(api.PUT('/api/v1/channels/{id}/imaging', { ...at(id), body }));
}

export function moveLens(id: string, body: { focus: number; iris: number }) {
  return answer(api.PUT('/api/v1/channels/{id}/imaging/lens', { ...at(id), body }));
}

export function sendAuxiliary(id: string, command: string) {
  return answer(api.POST('/api/v1/channels/{id}/ptz/auxiliary', { ...at(id), body: { command } }));
}

export function aimCamera(id: string, body: Box) {
  return answer(api.PUT('/api/v1/channels/{id}/ptz/view', { ...at(id), body }));
}

export function presetToursQuery(id: string) {
  return queryOptions({
    queryKey: ['preset-tours', id],
    queryFn: async () => (await answer(api.GET('/api/v1/channels/{id}/ptz/tours', at(id)))).items,
    retry: false,
  });
}

export type PresetTour = Awaited<ReturnType<typeof addPresetTour>>;
export interface NewPresetTour {
  name: string;
  stops: { preset: string; seconds: number; speed: number }[];
}

export function addPresetTour(id: string, body: NewPresetTour) {
  return answer(api.POST('/api/v1/channels/{id}/ptz/tours', { ...at(id), body }));
}

export function setPresetTour(id: string, token: string, body: NewPresetTour) {
  return answer(api.PUT('/api/v1/channels/{id}/ptz/tours/{token}', { ...of(id, token), body }));
}

export function removePresetTour(id: string, token: string) {
  return answer(api.DELETE('/api/v1/channels/{id}/ptz/tours/{token}', of(id, token)));
}

export function runPresetTour(id: string, token: string, act: 'START' | 'PAUSE' | 'STOP') {
  return answer(api.PUT('/api/v1/channels/{id}/ptz/tours/{token}/run', { ...of(id, token), body: { act } }));
}

export function holdQuery(id: string) {
  return queryOptions({
    queryKey: ['ptz-hold', id],
    queryFn: async () => (await answer(api.GET('/api/v1/channels/{id}/ptz/hold', at(id)))) ?? null,
    refetchInterval: 2_000,
  });
}

export function holdCamera(id: string, seconds: number) {
  return answer(api.PUT('/api/v1/channels/{id}/ptz/hold', { ...at(id), body: { seconds } }));
}

export function releaseCamera(id: string) {
  return answer(api.DELETE('/api/v1/channels/{id}/ptz/hold', at(id)));
}
