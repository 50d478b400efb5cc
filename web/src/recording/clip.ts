import type { StreamKind } from '../api/types';
import type { Range } from './days';
import { coveredMillis, type Recorded } from './spans';

/** The part to download: half-open, both ends set or none. */
export const LONGEST_CLIP = 24 * 3_600_000;
const DEFAULT_LENGTH = 60_000;

/** A new start keeps the end if that still makes a range, else a minute is proposed. */
export function withStart(clip: Range | undefined, from: number): Range {
  return { from, to: clip !== undefined && clip.to > from ? clip.to : from + DEFAULT_LENGTH };
}

export function withEnd(clip: Range | undefined, to: number): Range {
  return { from: clip !== undefined && clip.from < to ? clip.from : to - DEFAULT_LENGTH, to };
}

export type ClipVerdict = { kind: 'none' | 'too-long' } | { kind: 'ok'; missing: number };

/** Whether a clip can be downloaded, and how much of it is not recorded. Under a second is not worth a word. */
export function judge(clip: Range, recorded: Recorded): ClipVerdict {
  const length = clip.to - clip.from;
  if (length > LONGEST_CLIP) return { kind: 'too-long' };
  const covered = coveredMillis(recorded, clip);
  if (covered === 0) return { kind: 'none' };
  const missing = length - covered;
  return { kind: 'ok', missing: missing < 1000 ? 0 : missing };
}

/** The download of a clip at once, without the download center. */
export function exportUrl(channelId: string, stream: StreamKind, clip: Range, format: string, reason: string): string {
  const query = new URLSearchParams({ from: new Date(clip.from).toISOString(), to: new Date(clip.to).toISOString(), format, reason, stream });
  return `/api/v1/channels/${channelId}/export.mp4?${query}`;
}
