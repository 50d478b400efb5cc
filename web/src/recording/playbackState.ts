import type { StreamKind } from '../api/types';
import type { Range } from './days';

export const MOST_PANES = 16;

/** What the address of the playback page says: cameras, time and clip. */
export interface PlaybackState {
  /** In the order of their panes; empty means the first camera there is. */
  channelIds: readonly string[];
  at: number | undefined;
  /** Played where all cameras have it. */
  stream: StreamKind;
  clip: Range | undefined;
}

export function readPlayback(params: URLSearchParams): PlaybackState {
  const from = time(params.get('from'));
  const to = time(params.get('to'));
  const ids = (params.get('channel') ?? '').split(',').filter((id) => id !== '');
  return {
    channelIds: [...new Set(ids)].slice(0, MOST_PANES),
    at: time(params.get('t')),
    stream: params.get('stream') === 'sub' ? 'SUB' : 'MAIN',
    clip: from !== undefined && to !== undefined && from < to ? { from, to } : undefined,
  };
}

export function writePlayback(state: PlaybackState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.channelIds.length > 0) params.set('channel', state.channelIds.join(','));
  if (state.at !== undefined) params.set('t', new Date(state.at).toISOString());
  if (state.stream === 'SUB') params.set('stream', 'sub');
  if (state.clip !== undefined) {
    params.set('from', new Date(state.clip.from).toISOString());
    params.set('to', new Date(state.clip.to).toISOString());
  }
  return params;
}

/** Adds a camera beside the others, or takes it away; the last one stays. */
export function toggleChannel(ids: readonly string[], id: string): readonly string[] {
  if (!ids.includes(id)) return ids.length < MOST_PANES ? [...ids, id] : ids;
  return ids.length === 1 ? ids : ids.filter((other) => other !== id);
}

function time(text: string | null): number | undefined {
  const at = text === null ? NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
