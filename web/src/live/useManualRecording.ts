import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { refreshDevices } from '../api/deviceQueries';
import { changeChannel } from '../api/patchDevices';
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
    onSuccess: (recording, { id }) => changeChannel(client, id, (channel) => ({ ...channel, recording })),
    onError: failed,
    onSettled: () => void refreshDevices(client),
  });
  return mutate;
}
