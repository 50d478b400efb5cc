/**
 * How fast to play so that the picture stays just behind the newest frame. Small errors are corrected by a
 * playback rate nobody sees; only a large one, or a hole in the buffer, by a jump. Times in seconds.
 */
export interface Playhead {
  position: number;
  /** Buffered range around or after the position. */
  start: number;
  end: number;
  /** True when the element stands still although it should play. */
  stalled: boolean;
}

export type Pace = { kind: 'rate'; rate: number } | { kind: 'jump'; to: number };

const JUMP_BEHIND = 1.5;
const DEAD_BAND = 0.03;
const MAX_CORRECTION = 0.1;
const HOLE = 0.05;

export function pace(head: Playhead, target: number): Pace {
  const behind = head.end - head.position;
  const newest = Math.max(head.start, head.end - target);
  if (behind > JUMP_BEHIND || head.position < head.start - HOLE) return { kind: 'jump', to: newest };
  if (head.stalled && behind > target && head.position < head.start) return { kind: 'jump', to: newest };
  const error = behind - target;
  if (Math.abs(error) < DEAD_BAND) return { kind: 'rate', rate: 1 };
  const correction = Math.max(-MAX_CORRECTION, Math.min(MAX_CORRECTION, error * 0.6));
  return { kind: 'rate', rate: 1 + correction };
}

/**
 * The distance to keep: as small as this network and this computer allow. Each stall widens it by half, quiet
 * time narrows it again.
 */
export class TargetDelay {
  static readonly SMALLEST = 0.12;
  static readonly LARGEST = 0.8;
  #seconds = TargetDelay.SMALLEST;

  get seconds(): number {
    return this.#seconds;
  }

  stalled(): void {
    this.#seconds = Math.min(TargetDelay.LARGEST, this.#seconds * 1.5);
  }

  quiet(seconds: number): void {
    this.#seconds = Math.max(TargetDelay.SMALLEST, this.#seconds - 0.004 * seconds);
  }
}
