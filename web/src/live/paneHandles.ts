import { createContext, useContext, useEffect, useRef } from 'react';

/** What keys can do to the pane that shows a camera. */
export interface PaneHandle {
  resetZoom: () => void;
  record: () => void;
  /** Plays what was so many seconds ago in place of the live picture; 0 goes back to live. */
  replay: (seconds: number) => void;
}

export type PaneHandles = Map<number, PaneHandle>;

export const PaneHandlesContext = createContext<PaneHandles>(new Map());

export function usePaneHandle(index: number, handle: PaneHandle): void {
  const handles = useContext(PaneHandlesContext);
  const current = useRef(handle);
  current.current = handle;
  useEffect(() => {
    const registered: PaneHandle = {
      resetZoom: () => current.current.resetZoom(),
      record: () => current.current.record(),
      replay: (seconds) => current.current.replay(seconds),
    };
    handles.set(index, registered);
    return () => {
      if (handles.get(index) === registered) handles.delete(index);
    };
  }, [handles, index]);
}
