import { useEffect, useState } from 'react';
import { CALL_HEADERS } from '../api/client';
import type { StreamKind } from '../api/types';
import { ThumbnailLoader } from './ThumbnailLoader';

const REST = 120;
const WIDTH = 240;

const loader = new ThumbnailLoader(async (address, at) => {
  const response = await fetch(`${address}&at=${new Date(at).toISOString()}&width=${WIDTH}`, { headers: { ...CALL_HEADERS, Accept: 'image/jpeg, application/json' } });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return URL.createObjectURL(await response.blob());
}, (url) => URL.revokeObjectURL(url));

/** The picture of a time, as exact as the timeline's scale needs it; it is fetched when the pointer rests. */
export function useThumbnail(channelId: string, stream: StreamKind, at: number | undefined, step: number): string | undefined {
  const grid = Math.max(1_000, 10 ** Math.ceil(Math.log10(step)));
  const time = at === undefined ? undefined : Math.floor(at / grid) * grid;
  const [shown, setShown] = useState<{ key: string; url: string | undefined }>();
  const address = `/api/v1/channels/${channelId}/thumbnail.jpg?stream=${stream}`;
  const key = `${address} ${time}`;
  useEffect(() => {
    if (time === undefined) return undefined;
    const known = loader.peek(address, time);
    if (known.known) {
      setShown({ key, url: known.url });
      return undefined;
    }
    const timer = setTimeout(() => loader.want(address, time, (url) => setShown({ key, url })), REST);
    return () => {
      clearTimeout(timer);
      loader.drop();
    };
  }, [key, address, time]);
  // While the next picture is under way the one before stays: better than flicker.
  return time === undefined ? undefined : shown?.url;
}
