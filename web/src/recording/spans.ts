import type { Reason, Timeline } from '../api/types';
import type { Range } from './days';

export const KINDS = ['CONTINUOUS', 'MOTION', 'ALARM', 'MANUAL'] as const;
export type Kind = (typeof KINDS)[number];

/** What is recorded, in epoch milliseconds, sorted, touching spans joined. */
export interface Recorded {
  spans: readonly Range[];
  gaps: readonly (Range & { reason: Reason })[];
  /** The spans by why they were recorded. */
  kinds?: readonly (Range & { kind: Kind })[];
  tags?: readonly Tag[];
  locks?: readonly Lock[];
}

export interface Tag {
  id: string;
  at: number;
  name: string;
  note: string | undefined;
}

export interface Lock extends Range {
  id: string;
  legal: boolean;
  reason: string;
}

/** Differences up to this are the rounding between two files, not a gap. */
export const JOIN = 250;

export function recordedOf(timelines: readonly Timeline[]): Recorded {
  const range = (r: { from: string; to: string }): Range => ({ from: Date.parse(r.from), to: Date.parse(r.to) });
  const kinds = timelines.flatMap((t) => t.spans.map((s) => ({ ...range(s), kind: s.kind })));
  const gaps = timelines.flatMap((t) => t.gaps.map((g) => ({ ...range(g), reason: g.reason })));
  return {
    spans: joined(kinds.map(({ from, to }) => ({ from, to }))),
    gaps: gaps.sort((a, b) => a.from - b.from),
    tags: timelines.flatMap((t) => t.tags.map((tag) => ({ id: tag.id, at: Date.parse(tag.at), name: tag.name, note: tag.note }))),
    locks: timelines.flatMap((t) => t.locks.map((lock) => ({ ...range(lock), id: lock.id, legal: lock.kind === 'LEGAL_HOLD', reason: lock.reason }))),
    kinds: KINDS.flatMap((kind) => joined(kinds.filter((k) => k.kind === kind)).map((r) => ({ from: r.from, to: r.to, kind }))),
  };
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

/** The time itself when it is recorded, else the end of the span before it. */
export function previousRecorded(recorded: Recorded, at: number): number | undefined {
  const previous = recorded.spans.findLast((s) => s.from <= at);
  return previous === undefined ? undefined : Math.min(at, previous.to - 1);
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

/** The stretches of a range that are not recorded. */
export function missingIn(recorded: Recorded, range: Range): Range[] {
  const missing: Range[] = [];
  let at = range.from;
  for (const span of recorded.spans) {
    if (span.to <= at || span.from >= range.to) continue;
    if (span.from > at) missing.push({ from: at, to: span.from });
    at = span.to;
  }
  if (at < range.to) missing.push({ from: at, to: range.to });
  return missing;
}

export function coveredMillis(recorded: Recorded, range: Range): number {
  return recorded.spans.reduce((sum, s) => sum + Math.max(0, Math.min(s.to, range.to) - Math.max(s.from, range.from)), 0);
}

/** A step this small away from a mark is not a step to it. */
const STEP = 1_000;

/** The start of the next stretch without recordings after a time, or of the one before it. */
export function gapBeside(recorded: Recorded, at: number, direction: 1 | -1): number | undefined {
  const starts = recorded.spans.slice(0, -1).map((s) => s.to);
  return beside(starts, at, direction);
}

/** The next tag, or start of a recording by motion, alarm or hand, after a time, or the one before it. */
export function eventBeside(recorded: Recorded, at: number, direction: 1 | -1): number | undefined {
  const kinds = (recorded.kinds ?? []).filter((k) => k.kind !== 'CONTINUOUS').map((k) => k.from);
  return beside([...kinds, ...(recorded.tags ?? []).map((tag) => tag.at)], at, direction);
}

function beside(times: readonly number[], at: number, direction: 1 | -1): number | undefined {
  const sorted = [...times].sort((a, b) => a - b);
  return direction > 0 ? sorted.find((time) => time > at + STEP) : sorted.findLast((time) => time < at - STEP);
}
