import { answer, api } from '../api/client';
import { timeText } from '../ui/format';

/** Downloads the newest picture of a channel, or the recorded one at a time, as JPEG. */
export async function saveSnapshot(channelId: string, name: string, at: number, recorded: boolean): Promise<void> {
  const query = recorded ? { at: new Date(at).toISOString() } : {};
  const call = api.GET('/api/v1/channels/{id}/snapshot.jpg', {
    params: { path: { id: channelId }, query },
    headers: { Accept: 'image/jpeg, application/json' },
    parseAs: 'blob',
  });
  const picture = (await answer(call)) as unknown as Blob;
  const url = URL.createObjectURL(picture);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name} ${timeText(at).replaceAll(':', '')}.jpg`;
  link.click();
  URL.revokeObjectURL(url);
}
