import { useEffect, useRef, useState, type RefObject } from 'react';
import type { StreamKind } from '../api/types';
import { PlaybackEngine, type PlaybackSource } from './PlaybackEngine';
import { keyFramesOf } from './keyFramesOf';
import { IDLE, type PlaybackStatus } from './playbackStatus';
import type { Recorded } from './spans';
import { useKnown, useLookAhead } from './useRecorded';

export interface Playback {
  video: RefObject<HTMLVideoElement | null>;
  status: PlaybackStatus;
  engine: PlaybackEngine | undefined;
}

/** Who leads the engine: it is told when there is one, and answers what to do when it goes. */
export interface Lead {
  join: (engine: PlaybackEngine, look: (from: number) => Promise<Recorded>) => () => void;
  changed: () => void;
}

/** An engine for a stream of the channel in the returned video element, started at the time if there is one, or led by a group. */
export function usePlaybackEngine(channelId: string, stream: StreamKind, startAt: number | undefined, lead?: Lead): Playback {
  const video = useRef<HTMLVideoElement>(null);
  const start = useRef(startAt);
  const lookAhead = useLookAhead(channelId, stream);
  const known = useKnown(channelId, stream);
  const [status, setStatus] = useState(IDLE);
  const [engine, setEngine] = useState<PlaybackEngine>();

  useEffect(() => {
    if (video.current === null) return undefined;
    const source: PlaybackSource = {
      lookAhead,
      known,
      playlist: (from, to, converted) =>
        `/api/v1/channels/${channelId}/playback.m3u8?from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}&stream=${stream}${converted ? '&variant=H264' : ''}`,
      keyFrames: keyFramesOf(channelId, stream),
    };
    const created = new PlaybackEngine(video.current, source, (next) => {
      setStatus(next);
      lead?.changed();
    });
    setEngine(created);
    const leave = lead?.join(created, lookAhead);
    if (start.current !== undefined) created.seek(start.current, true);
    return () => {
      leave?.();
      created.close();
    };
  }, [channelId, stream, lookAhead, known, lead]);

  return { video, status, engine };
}
