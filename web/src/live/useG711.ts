import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { G711, Samples } from './g711';
import type { G711Sound } from './G711Sound';

/** Plays the samples handed to the returned function while there is a format; the player for it is loaded then. */
export function useG711(video: RefObject<HTMLVideoElement | null>, format: { codec: G711; rate: number } | undefined): (samples: Samples) => void {
  const sound = useRef<G711Sound>(undefined);
  const codec = format?.codec;
  const rate = format?.rate;
  useEffect(() => {
    const element = video.current;
    if (codec === undefined || rate === undefined || element === null) return undefined;
    let wanted = true;
    const close = () => {
      sound.current?.close();
      sound.current = undefined;
    };
    import('./G711Sound').then((module) => {
      if (wanted) sound.current = new module.G711Sound(element, codec, rate, (error) => {
        close();
        reportError(error);
      });
    }, reportError);
    return () => {
      wanted = false;
      close();
    };
  }, [codec, rate, video]);
  return useCallback((samples: Samples) => sound.current?.push(samples), []);
}
