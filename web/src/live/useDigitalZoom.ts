import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { shift, WHOLE, zoomAt, type ZoomView } from './zoomView';

/**
 * Wheel zooms at the pointer, dragging moves the enlarged picture. The wheel listener is the element's own, because a
 * page must not scroll under it.
 */
export function useDigitalZoom(frame: RefObject<HTMLElement | null>) {
  const [view, setView] = useState<ZoomView>(WHOLE);
  const held = useRef<{ x: number; y: number } | undefined>(undefined);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const factor = event.deltaY > 0 ? 0.8 : 1.25;
      setView((old) => zoomAt(old, factor, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame]);

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || view.scale === 1 || event.target instanceof HTMLButtonElement) return;
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = held.current;
      const box = frame.current?.getBoundingClientRect();
      if (from === undefined || box === undefined || event.buttons === 0) return;
      held.current = { x: event.clientX, y: event.clientY };
      setView((old) => shift(old, (event.clientX - from.x) / box.width, (event.clientY - from.y) / box.height));
    },
    onPointerUp: () => {
      held.current = undefined;
    },
  };
  const reset = useCallback(() => setView(WHOLE), []);
  return { view, reset, handlers };
}
