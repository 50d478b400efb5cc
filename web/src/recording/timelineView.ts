import type { Range } from './days';

/** Geometry of the timeline: which times it shows and where they are. Pure arithmetic in epoch milliseconds. */
export const MIN_SPAN = 60_000;
export const MAX_SPAN = 25 * 3_600_000;

export function timeToX(view: Range, width: number, at: number): number {
  return ((at - view.from) / (view.to - view.from)) * width;
}

export function xToTime(view: Range, width: number, x: number): number {
  return Math.round(view.from + (x / width) * (view.to - view.from));
}

/** Zooms by the factor (under 1 = in) so that the time at the anchor stays where it is. */
export function zoom(view: Range, factor: number, anchor: number): Range {
  const span = view.to - view.from;
  const next = Math.max(MIN_SPAN, Math.min(MAX_SPAN, span * factor));
  const share = (anchor - view.from) / span;
  const from = Math.round(anchor - share * next);
  return { from, to: Math.round(from + next) };
}

/**
 * Zooms at the time that plays: in, it comes to the middle when it is within a tenth of an edge, since what is around it is wanted (late in
 * the evening the day has hardly anything behind it). A time that is not shown is no anchor; the middle is.
 */
export function zoomAtTime(view: Range, factor: number, at: number | undefined): Range {
  const middle = (view.from + view.to) / 2;
  if (at === undefined || at < view.from || at >= view.to) return zoom(view, factor, middle);
  const share = (at - view.from) / (view.to - view.from);
  const edge = share < 0.1 || share > 0.9;
  return zoom(factor < 1 && edge ? pan(view, at - middle) : view, factor, at);
}

export function pan(view: Range, millis: number): Range {
  return { from: Math.round(view.from + millis), to: Math.round(view.to + millis) };
}

/** The view itself while the time is in it, else the same span beginning a tenth before that time. */
export function follow(view: Range, at: number): Range {
  if (at >= view.from && at < view.to) return view;
  const span = view.to - view.from;
  return { from: Math.round(at - span / 10), to: Math.round(at - span / 10 + span) };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS = [
  SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND,
  MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR,
];

/** The step between labels so that they keep the given distance. */
export function tickStep(view: Range, width: number, labelWidth: number): number {
  const smallest = ((view.to - view.from) * labelWidth) / Math.max(1, width);
  return STEPS.find((step) => step >= smallest) ?? 24 * HOUR;
}

/** Times of the labels, whole in the viewer's zone also on days when the clock is changed. */
export function ticks(view: Range, step: number): number[] {
  const result: number[] = [];
  const shift = (at: number) => -new Date(at).getTimezoneOffset() * MINUTE;
  let at = Math.ceil((view.from + shift(view.from)) / step) * step - shift(view.from);
  while (at <= view.to) {
    result.push(at);
    const local = at + shift(at) + step;
    const next = local - shift(at + step);
    at = next > at ? next : at + step;
  }
  return result;
}

/** Words for the length of the view: `24 h`, `45 min`, `90 s`. */
export function spanText(view: Range): string {
  const span = view.to - view.from;
  if (span >= 2 * HOUR) return `${Math.round((span / HOUR) * 10) / 10} h`;
  return span >= 2 * MINUTE ? `${Math.round(span / MINUTE)} min` : `${Math.round(span / SECOND)} s`;
}
