import type { Reason, Timeline } from '../api/types';
import type { Range } from './days';

/** What is recorded, in epoch milliseconds, sorted, touching spans joined. */
export interface Recorded {
  spans: readonly Range[];
  gaps: readonly (Range & { reason: Reason })[];
}

/** Differences up to this are the rounding between two files, not a gap. */
const JOIN = 250;

export function recordedOf(timelines: readonly Timeline[]): Recorded {
  const spans = timelines.flatMap((t) => t.spans.map((s) => ({ from: Date.parse(s.from), to: Date.parse(s.to) })));
  const gaps = timelines.flatMap((t) => t.gaps.map((g) => ({ from: Date.parse(g.from), to: Date.parse(g.to), reason: g.reason })));
  return { spans: joined(spans), gaps: gaps.sort((a, b) => a.from - b.from) };
}

function joined(spans: Range[]): Range[] {
  const result: Range[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && span.from - last.to <= JOIN) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

export function spanAt(recorded: Recorded, at: number): Range | undefined {
  return recorded.spans.find((s) => s.from <= at && at < s.to);
}

/** The time itself when it is recorded, else the start of the next span. */
export function nextRecorded(recorded: Recorded, at: number): number | undefined {
  const next = recorded.spans.find((s) => s.to > at);
  return next === undefined ? undefined : Math.max(at, next.from);
}

export function reasonBetween(recorded: Recorded, from: number, to: number): Reason | undefined {
  return recorded.gaps.find((g) => g.from < to && g.to > from)?.reason;
}

/** The unrecorded stretch around a time, bounded by what is recorded before and after. */
export function gapAround(recorded: Recorded, at: number, bounds: Range): Range | undefined {
  if (at < bounds.from || at >= bounds.to || spanAt(recorded, at) !== undefined) return undefined;
  const before = recorded.spans.findLast((s) => s.to <= at);
  const after = recorded.spans.find((s) => s.from > at);
  return { from: Math.max(bounds.from, before?.to ?? bounds.from), to: Math.min(bounds.to, after?.from ?? bounds.to) };
}

export function coveredMillis(recorded: Recorded, range: Range): number {
  return recorded.spans.reduce((sum, s) => sum + Math.max(0, Math.min(s.to, range.to) - Math.max(s.from, range.from)), 0);
}
