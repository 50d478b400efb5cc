import type { Problem } from '../api/problem';
import type { Reason } from '../api/types';

export interface Skip {
  from: number;
  to: number;
  reason: Reason | undefined;
}

export interface PlaybackStatus {
  phase: 'idle' | 'loading' | 'ready' | 'end' | 'failed';
  /** Wall time of what is shown, or will be. */
  at: number;
  playing: boolean;
  rate: number;
  /** The last stretch without recordings that was jumped over. */
  skip: Skip | undefined;
  problem: Problem | undefined;
}

export const IDLE: PlaybackStatus = { phase: 'idle', at: 0, playing: false, rate: 1, skip: undefined, problem: undefined };
