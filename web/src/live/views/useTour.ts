import { useEffect, useState } from 'react';
import type { LiveTour, LiveWall } from '../../api/types';
import { startTour, tick, turn, viewIdOf, type TourRun } from './tour';

export interface Tour {
  run: TourRun | undefined;
  start: (tour: LiveTour) => void;
  turn: (by: 1 | -1) => void;
  toggle: () => void;
  stop: () => void;
}

/** Runs a tour: each step's wall is shown when its time comes. */
export function useTour(walls: readonly LiveWall[], show: (wall: LiveWall) => void): Tour {
  const [run, setRun] = useState<TourRun>();
  const running = run !== undefined && !run.paused;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setRun((old) => old && tick(old)), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  const viewId = run && viewIdOf(run);
  const step = run?.step;
  useEffect(() => {
    const wall = walls.find((w) => w.id === viewId);
    if (wall !== undefined) show(wall);
    // The step, not what is known of the walls, decides when the wall changes.
  }, [viewId, step]);
  return {
    run,
    start: (tour) => setRun(startTour(tour)),
    turn: (by) => setRun((old) => old && turn(old, by)),
    toggle: () => setRun((old) => old && { ...old, paused: !old.paused }),
    stop: () => setRun(undefined),
  };
}
