import { useEffect, useState } from 'react';
import { CALL_HEADERS } from '../api/client';
import { ThumbnailLoader } from './ThumbnailLoader';

const REST = 120;
const WIDTH = 240;

const loader = new ThumbnailLoader(async (channelId, at) => {
  const query = new URLSearchParams({ at: new Date(at).toISOString(), width: String(WIDTH) });
  const response = await fetch(`/api/v1/channels/${channelId}/thumbnail.jpg?${query}`, { headers: { ...CALL_HEADERS, Accept: 'image/jpeg, application/json' } });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return URL.createObjectURL(await response.blob());
}, (url) => URL.revokeObjectURL(url));

/** The picture of a time, as exact as the timeline's scale needs it; it is fetched when the pointer rests. */
export function useThumbnail(channelId: string, at: number | undefined, step: number): string | undefined {
  const grid = Math.max(1_000, 10 ** Math.ceil(Math.log10(step)));
  const time = at === undefined ? undefined : Math.floor(at / grid) * grid;
  const [shown, setShown] = useState<{ key: string; url: string | undefined }>();
  const key = `${channelId} ${time}`;
  useEffect(() => {
    if (time === undefined) return undefined;
    const known = loader.peek(channelId, time);
    if (known.known) {
      setShown({ key, url: known.url });
      return undefined;
    }
    const timer = setTimeout(() => loader.want(channelId, time, (url) => setShown({ key, url })), REST);
    return () => {
      clearTimeout(timer);
      loader.drop();
    };
  }, [key, channelId, time]);
  // While the next picture is under way the one before stays: better than flicker.
  return time === undefined ? undefined : shown?.url;
}
