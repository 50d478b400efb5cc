import { CALL_HEADERS } from '../api/client';
import { Problem } from '../api/problem';
import { signOn } from '../api/signOn';
import type { ProblemBody, StreamKind } from '../api/types';
import { readClip, type KeyFrameClip } from './keyFrames';
import type { TrickSource } from './TrickPlayer';

/** Fetches clips of key frames of a channel's stream. Nothing recorded there is an empty clip, not a fault. */
export function keyFramesOf(channelId: string, stream: StreamKind): TrickSource['keyFrames'] {
  return async (from, backward, count, speed, signal): Promise<KeyFrameClip> => {
    const query = new URLSearchParams({
      from: new Date(from).toISOString(), direction: backward ? 'backward' : 'forward', count: String(count), speed: String(speed), stream,
    });
    const response = await fetch(`/api/v1/channels/${channelId}/keyframes.mp4?${query}`, {
      headers: { ...CALL_HEADERS, Accept: 'video/mp4, application/json' }, signal,
    });
    if (response.status === 401) signOn.lost();
    if (response.status === 404) return { bytes: new ArrayBuffer(0), mime: '', frames: [], seconds: 0, next: undefined };
    if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as Partial<ProblemBody>);
    return readClip(await response.arrayBuffer(), response.headers.get('Lynceus-Frame-Times'), response.headers.get('Lynceus-Next'));
  };
}
