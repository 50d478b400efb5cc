import { useEffect, useState, type UIEvent } from 'react';

const SPARE = 10;

export interface RowWindow {
  /** Of the element that scrolls. */
  ref: (element: HTMLDivElement | null) => void;
  onScroll: (event: UIEvent<HTMLDivElement>) => void;
  /** The rows to be in the document: `from` up to, not including, `to`. */
  from: number;
  to: number;
  /** How many rows fit. */
  fits: number;
  /** Scrolls a row into sight. */
  show: (index: number) => void;
  focus: () => void;
}

/** Only the rows in view, and a few around them, of a long list of rows of one height. */
export function useRowWindow(count: number, height: number): RowWindow {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [room, setRoom] = useState(600);
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => setRoom(box.clientHeight));
    observer.observe(box);
    setTop(box.scrollTop);
    return () => observer.disconnect();
  }, [box]);
  const fits = Math.max(1, Math.floor(room / height));
  const first = Math.max(0, Math.min(Math.floor(top / height), count - fits));
  return {
    ref: setBox,
    onScroll: (event) => setTop(event.currentTarget.scrollTop),
    from: Math.max(0, first - SPARE),
    to: Math.min(count, first + fits + 1 + SPARE),
    fits,
    show: (index) => {
      const at = index * height;
      if (box && (at < box.scrollTop || at + height > box.scrollTop + box.clientHeight)) box.scrollTop = Math.max(0, at - box.clientHeight / 2);
    },
    focus: () => box?.focus(),
  };
}
