import { useEffect, useRef, useState, type RefObject } from 'react';
import { signOn } from '../api/signOn';
import { LivePlayer, type LiveStatus } from './LivePlayer';

export interface Live {
  video: RefObject<HTMLVideoElement | null>;
  status: LiveStatus;
  dropped: number;
  retry: () => void;
}

/** Time after which a hidden tab lets go of its pictures; a short look elsewhere costs nothing. */
const HIDDEN_GRACE = 3_000;

/** Plays the channel in the returned video element while it can be seen. */
export function useLivePlayer(channelId: string): Live {
  const video = useRef<HTMLVideoElement>(null);
  const player = useRef<LivePlayer>(undefined);
  const [status, setStatus] = useState<LiveStatus>({ kind: 'connecting' });
  const [dropped, setDropped] = useState(0);

  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    const live = new LivePlayer(element, channelId, { status: setStatus, dropped: setDropped });
    player.current = live;
    const stopWatching = whileSeen(element, (seen) => (seen ? live.start() : live.stop()));
    const stopSignOn = signOn.subscribe(() => signOn.state === 'signed-in' && live.retryNow());
    return () => {
      stopWatching();
      stopSignOn();
      live.stop();
    };
  }, [channelId]);

  return { video, status, dropped, retry: () => player.current?.retryNow() };
}

function whileSeen(element: Element, tell: (seen: boolean) => void): () => void {
  let inView = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    clearTimeout(timer);
    if (!inView) tell(false);
    else if (document.visibilityState === 'visible') tell(true);
    else timer = setTimeout(() => tell(false), HIDDEN_GRACE);
  };
  const observer = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? false;
    update();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', update);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('visibilitychange', update);
  };
}
