import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { serverNow } from '../api/serverClock';
import { signOn } from '../api/signOn';
import type { StreamKind } from '../api/types';
import type { G711 } from './g711';
import { LivePlayer, type LiveListener, type LiveStatus } from './LivePlayer';
import { LocalRecording } from './LocalRecording';
import { saveFile } from './saveFile';
import { useG711 } from './useG711';

export interface Live {
  video: RefObject<HTMLVideoElement | null>;
  status: LiveStatus;
  dropped: number;
  retry: () => void;
  /** Since when the pane is kept as a file in this browser. */
  recordingSince: number | undefined;
  /** Starts the file, or ends and saves it. */
  toggleRecording: () => void;
}

/** Time after which a hidden tab lets go of its pictures; a short look elsewhere costs nothing. */
const HIDDEN_GRACE = 3_000;

/** Plays the channel's stream, converted if need be and wanted, in the returned video element while it can be seen. */
export function useLivePlayer(channelId: string, name: string, stream: StreamKind, convert: boolean, sounding: boolean): Live {
  const video = useRef<HTMLVideoElement>(null);
  const player = useRef<LivePlayer>(undefined);
  const [status, setStatus] = useState<LiveStatus>({ kind: 'connecting' });
  const [dropped, setDropped] = useState(0);
  const [format, setFormat] = useState<{ codec: G711; rate: number }>();
  const samples = useG711(video, sounding ? format : undefined);
  const file = useRecording(name);
  const { init, fragment, save } = file;

  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    const listener: LiveListener = {
      status: setStatus,
      dropped: setDropped,
      init: (segment) => {
        setFormat(undefined);
        init(segment);
      },
      fragment,
      sound: (codec, rate) => setFormat({ codec, rate }),
      samples,
    };
    const live = new LivePlayer(element, channelId, { stream, convert }, listener);
    player.current = live;
    const stopWatching = whileSeen(element, (seen) => (seen ? live.start() : live.stop()));
    const stopSignOn = signOn.subscribe(() => signOn.state === 'signed-in' && live.retryNow());
    return () => {
      stopWatching();
      stopSignOn();
      live.stop();
      save();
    };
  }, [channelId, stream, convert, samples, init, fragment, save]);

  useEffect(() => {
    if (player.current !== undefined) player.current.sound = sounding;
  }, [channelId, stream, convert, sounding]);

  return { video, status, dropped, retry: () => player.current?.retryNow(), recordingSince: file.since, toggleRecording: file.toggle };
}

/** The file of a pane. New parameters, another stream, a full file or leaving the pane end and save it. */
function useRecording(name: string) {
  const [since, setSince] = useState<number>();
  const segment = useRef<ArrayBuffer>(undefined);
  const recording = useRef<{ file: LocalRecording; at: number }>(undefined);
  const title = useRef(name);
  title.current = name;

  const save = useCallback(() => {
    const ended = recording.current;
    recording.current = undefined;
    setSince(undefined);
    const file = ended?.file.file();
    if (ended !== undefined && file !== undefined) saveFile(file, title.current, ended.at, 'mp4');
  }, []);
  const toggle = useCallback(() => {
    if (recording.current !== undefined) save();
    else if (segment.current !== undefined) {
      const at = serverNow();
      recording.current = { file: new LocalRecording(segment.current), at };
      setSince(at);
    }
  }, [save]);
  const init = useCallback((bytes: ArrayBuffer) => {
    save();
    segment.current = bytes;
  }, [save]);
  const fragment = useCallback((bytes: ArrayBuffer) => {
    if (recording.current?.file.push(bytes) === false) save();
  }, [save]);
  return { since, toggle, save, init, fragment };
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
