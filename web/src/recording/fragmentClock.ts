/** A piece of a playlist: where it lies in the video element and which wall time it shows. */
export interface ClockFragment {
  /** Seconds in the element. */
  start: number;
  duration: number;
  /** Epoch milliseconds, from EXT-X-PROGRAM-DATE-TIME. */
  wall: number;
}

/** Milliseconds; the end of what is recorded before a gap is known no better: rounded texts, and a player that corrects durations. */
const ROUNDING = 100;

/** Translates between the element's position (gaps left out) and the wall time of what is shown. */
export class FragmentClock {
  readonly #fragments: readonly ClockFragment[];

  constructor(fragments: readonly ClockFragment[]) {
    this.#fragments = fragments;
  }

  /** Wall time at which this playlist begins. */
  get start(): number {
    return this.#fragments[0]?.wall ?? 0;
  }

  /** Wall time at which this playlist ends. */
  get end(): number {
    const last = this.#fragments.at(-1);
    return last === undefined ? 0 : last.wall + last.duration * 1000;
  }

  timeAt(position: number): number | undefined {
    const fragment = this.#fragments.findLast((f) => f.start <= position + 0.001) ?? this.#fragments[0];
    if (fragment === undefined) return undefined;
    const inside = Math.max(0, Math.min(fragment.duration, position - fragment.start));
    return fragment.wall + inside * 1000;
  }

  /**
   * Position of a wall time, or of the next picture after it; undefined outside this playlist. The end of a stretch
   * belongs to the gap that follows.
   */
  positionOf(wall: number): number | undefined {
    const first = this.#fragments[0];
    if (first === undefined || wall < first.wall - 500) return undefined;
    const fragment = this.#fragments.find((f, i) => {
      const end = f.wall + f.duration * 1000;
      const next = this.#fragments[i + 1];
      const gapFollows = next !== undefined && next.wall - end > ROUNDING;
      return wall < (gapFollows ? end - ROUNDING : end);
    });
    return fragment === undefined ? undefined : fragment.start + Math.max(0, wall - fragment.wall) / 1000;
  }
}
