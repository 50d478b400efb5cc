import { answer, api } from '../api/client';
import type { StreamKind } from '../api/types';
import { saveFile } from './saveFile';

/** Downloads the newest picture of a channel, or the one recorded of a stream at a time, as JPEG. */
export async function saveSnapshot(channelId: string, name: string, at: number, recorded?: StreamKind): Promise<void> {
  const query = recorded === undefined ? {} : { at: new Date(at).toISOString(), stream: recorded };
  const call = api.GET('/api/v1/channels/{id}/snapshot.jpg', {
    params: { path: { id: channelId }, query },
    headers: { Accept: 'image/jpeg, application/json' },
    parseAs: 'blob',
  });
  saveFile((await answer(call)) as unknown as Blob, name, at, 'jpg');
}
