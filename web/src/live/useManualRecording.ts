import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { devicesQuery } from '../api/queries';
import type { Channel } from '../api/types';

/** How long recording by hand lasts unless it is ended. */
export const MANUAL_MINUTES = 10;

/** Starts recording a channel on the server by hand, or ends it. */
export function useManualRecording(failed: (error: unknown) => void): (channel: Channel) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id, recording }: Channel) => {
      const params = { path: { id } };
      return recording.manualUntil === undefined
        ? answer(api.PUT('/api/v1/channels/{id}/manual-recording', { params, body: { seconds: MANUAL_MINUTES * 60 } }))
        : answer(api.DELETE('/api/v1/channels/{id}/manual-recording', { params }));
    },
    onSuccess: (recording, { id }) =>
      client.setQueryData(devicesQuery.queryKey, (old) =>
        old?.map((d) => ({ ...d, channels: d.channels.map((c) => (c.id === id ? { ...c, recording } : c)) })),
      ),
    onError: failed,
    onSettled: () => client.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  });
  return mutate;
}
