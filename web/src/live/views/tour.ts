import type { LiveTour } from '../../api/types';

/** A tour under way: which step is shown, how long it still is, and whether it stands. */
export interface TourRun {
  tour: LiveTour;
  step: number;
  /** Seconds the step is still shown. */
  left: number;
  paused: boolean;
}

export function startTour(tour: LiveTour): TourRun | undefined {
  const first = tour.steps[0];
  return first === undefined ? undefined : { tour, step: 0, left: first.dwellSeconds, paused: false };
}

/** A second later. */
export function tick(run: TourRun): TourRun {
  if (run.paused) return run;
  return run.left > 1 ? { ...run, left: run.left - 1 } : turn(run, 1);
}

/** The next step, or the one before; the last is followed by the first. */
export function turn(run: TourRun, by: 1 | -1): TourRun {
  const count = run.tour.steps.length;
  const step = (run.step + by + count) % count;
  return { ...run, step, left: run.tour.steps[step]?.dwellSeconds ?? 0 };
}

/** The saved wall of the step that is shown. */
export function viewIdOf(run: TourRun): string | undefined {
  return run.tour.steps[run.step]?.viewId;
}
