import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { refreshDevices } from '../../api/deviceQueries';
import type { NewEncoderSettings, NewOverlay, Overlay } from '../../api/types';

/** Encoders and texts of a channel's picture; each question goes to the device. */

export function encodersQuery(channel: string) {
  return queryOptions({
    queryKey: ['encoders', channel],
    queryFn: async () => (await answer(api.GET('/api/v1/channels/{id}/encoders', { params: { path: { id: channel } } }))).items,
    staleTime: 60_000,
    retry: false, // every question presents the password
    refetchOnWindowFocus: false,
  });
}

export function useSetEncoder(channel: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ encoder, ...body }: NewEncoderSettings & { encoder: string }) =>
      answer(api.PUT('/api/v1/channels/{id}/encoders/{encoder}', { params: { path: { id: channel, encoder } }, body })),
    onSuccess: (outcome, { encoder }) => {
      client.setQueryData(encodersQuery(channel).queryKey, (old) => old?.map((one) => (one.id === encoder ? { ...one, now: outcome.now } : one)));
      void refreshDevices(client);
    },
  });
}

export function overlaysQuery(channel: string) {
  return queryOptions({
    queryKey: ['overlays', channel],
    queryFn: () => answer(api.GET('/api/v1/channels/{id}/overlays', { params: { path: { id: channel } } })),
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

export type Place = Overlay['position'];
export type OverlayKind = Overlay['kind'];

/** Writes a new text, or another one in the place of an old one. */
export function useWriteOverlay(channel: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string | undefined; body: NewOverlay }) =>
      id === undefined
        ? answer(api.POST('/api/v1/channels/{id}/overlays', { params: { path: { id: channel } }, body }))
        : answer(api.PUT('/api/v1/channels/{id}/overlays/{overlay}', { params: { path: { id: channel, overlay: id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: overlaysQuery(channel).queryKey }),
  });
}

export function useRemoveOverlay(channel: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/channels/{id}/overlays/{overlay}', { params: { path: { id: channel, overlay: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: overlaysQuery(channel).queryKey }),
  });
}

export function useWriteName(channel: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (position: Place) => answer(api.POST('/api/v1/channels/{id}/overlays/name', { params: { path: { id: channel } }, body: { position } })),
    onSettled: () => client.invalidateQueries({ queryKey: overlaysQuery(channel).queryKey }),
  });
}
