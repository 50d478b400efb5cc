import type { Range } from './days';

/** What the address of the playback page says: camera, time and clip. */
export interface PlaybackState {
  channelId: string | undefined;
  at: number | undefined;
  clip: Range | undefined;
}

export function readPlayback(params: URLSearchParams): PlaybackState {
  const from = time(params.get('from'));
  const to = time(params.get('to'));
  return {
    channelId: params.get('channel') ?? undefined,
    at: time(params.get('t')),
    clip: from !== undefined && to !== undefined && from < to ? { from, to } : undefined,
  };
}

export function writePlayback(state: PlaybackState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.channelId !== undefined) params.set('channel', state.channelId);
  if (state.at !== undefined) params.set('t', new Date(state.at).toISOString());
  if (state.clip !== undefined) {
    params.set('from', new Date(state.clip.from).toISOString());
    params.set('to', new Date(state.clip.to).toISOString());
  }
  return params;
}

function time(text: string | null): number | undefined {
  const at = text === null ? NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
