import { useEffect, useRef, useState, type RefObject } from 'react';
import { PlaybackEngine, type PlaybackStatus } from './PlaybackEngine';
import { useLookAhead } from './useRecorded';

export interface Playback {
  video: RefObject<HTMLVideoElement | null>;
  status: PlaybackStatus;
  engine: PlaybackEngine | undefined;
}

const IDLE: PlaybackStatus = { phase: 'idle', at: 0, playing: false, rate: 1, skip: undefined, problem: undefined };

/** An engine for the channel in the returned video element, started at the time if there is one. */
export function usePlaybackEngine(channelId: string, startAt: number | undefined): Playback {
  const video = useRef<HTMLVideoElement>(null);
  const start = useRef(startAt);
  const lookAhead = useLookAhead(channelId);
  const [status, setStatus] = useState(IDLE);
  const [engine, setEngine] = useState<PlaybackEngine>();

  useEffect(() => {
    if (video.current === null) return undefined;
    const source = {
      lookAhead,
      playlist: (from: number, to: number) =>
        `/api/v1/channels/${channelId}/playback.m3u8?from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`,
    };
    const created = new PlaybackEngine(video.current, source, setStatus);
    setEngine(created);
    if (start.current !== undefined) created.seek(start.current, true);
    return () => created.close();
  }, [channelId, lookAhead]);

  return { video, status, engine };
}
