import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { Range } from './days';
import { HANDLE, RULER } from './timelineDraw';
import { pan, timeToX, xToTime, zoom } from './timelineView';

interface Options {
  view: Range;
  clip: Range | undefined;
  onView: (view: Range) => void;
  onSeek: (at: number) => void;
  onClip: (clip: Range) => void;
}

type Drag = { kind: 'pan'; x: number; view: Range; moved: boolean } | { kind: 'from' | 'to' };

/** A movement under so many pixels is a click. */
const CLICK = 4;

/** Pointer and wheel of the timeline: click seeks, drag pans or moves a clip handle, wheel zooms at the pointer. */
export function useTimelinePointer(canvas: RefObject<HTMLCanvasElement | null>, options: Options) {
  const [hover, setHover] = useState<{ at: number; y: number }>();
  const [grip, setGrip] = useState(false);
  const drag = useRef<Drag>(undefined);
  const current = useRef(options);
  current.current = options;

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { view, onView } = current.current;
      const span = view.to - view.from;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        onView(pan(view, ((event.deltaX || event.deltaY) / element.clientWidth) * span));
      } else {
        onView(zoom(view, event.deltaY > 0 ? 1.25 : 0.8, xToTime(view, element.clientWidth, event.offsetX)));
      }
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [canvas]);

  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
  };
  const gripAt = (x: number, y: number, width: number): 'from' | 'to' | undefined => {
    const { view, clip } = options;
    if (clip === undefined || y < RULER) return undefined;
    if (Math.abs(x - (timeToX(view, width, clip.from) - HANDLE / 2)) <= HANDLE) return 'from';
    return Math.abs(x - (timeToX(view, width, clip.to) + HANDLE / 2)) <= HANDLE ? 'to' : undefined;
  };

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      const { x, y, width } = place(event);
      const kind = gripAt(x, y, width);
      drag.current = kind === undefined ? { kind: 'pan', x, view: options.view, moved: false } : { kind };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const { x, y, width } = place(event);
      const held = drag.current;
      const at = xToTime(options.view, width, x);
      if (held?.kind === 'pan') {
        held.moved ||= Math.abs(x - held.x) > CLICK;
        if (held.moved) options.onView(pan(held.view, ((held.x - x) / width) * (held.view.to - held.view.from)));
      } else if (held !== undefined && options.clip !== undefined) {
        const { from, to } = options.clip;
        options.onClip(held.kind === 'from' ? { from: Math.min(at, to - 1000), to } : { from, to: Math.max(at, from + 1000) });
      } else {
        setGrip(gripAt(x, y, width) !== undefined);
      }
      setHover(held?.kind === 'pan' && held.moved ? undefined : { at, y });
    },
    onPointerUp: (event: PointerEvent) => {
      const { x, width } = place(event);
      if (drag.current?.kind === 'pan' && !drag.current.moved) options.onSeek(xToTime(options.view, width, x));
      drag.current = undefined;
    },
    onPointerCancel: () => {
      drag.current = undefined;
    },
    onPointerLeave: () => setHover(undefined),
  };
  return { hover, cursor: grip ? 'ew-resize' : 'crosshair', handlers };
}
