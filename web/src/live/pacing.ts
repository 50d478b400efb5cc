/**
 * How fast to play so that the picture stays just behind the newest frame. What counts is not how much is buffered but
 * how much was left at the worst moment, just before a piece came: that is the room there is to come nearer. Times in
 * seconds; `now` is any steady clock.
 */
export interface Playhead {
  now: number;
  position: number;
  /** Buffered range around or after the position. */
  start: number;
  end: number;
}

export type Pace = { kind: 'rate'; rate: number } | { kind: 'jump'; to: number };

/** More than this behind is not caught up by playing faster. */
const JUMP_BEHIND = 1.5;
/** Corrections begin above the first error and end below the second, so that the speed is nearly always the normal one. */
const BEGIN = 0.025;
const ENOUGH = 0.008;
/** Faster by so much for each second of error: nobody sees a tenth, only the first moments need more. */
const GAIN = 1.2;
const FASTEST = 2;
const SLOWEST = 0.9;
const STEPS = 50;
/** How long (seconds) a late piece is remembered. */
const WINDOW = 3;

export class LivePace {
  /** When pieces came, against the media that was there before: their difference does not depend on the playhead. */
  #arrivals: { at: number; ahead: number }[] = [];
  #correcting = false;
  readonly target = new TargetDelay();

  /** Forgets what came: times begin anew. */
  restart(): void {
    this.#arrivals = [];
    this.#correcting = false;
  }

  /** A piece came at a time when media was buffered up to there. */
  arrived(now: number, end: number): void {
    this.#arrivals.push({ at: now, ahead: end - now });
    while ((this.#arrivals[0]?.at ?? now) < now - WINDOW) this.#arrivals.shift();
  }

  next({ now, position, start, end }: Playhead): Pace {
    if (end - position > JUMP_BEHIND || position < start - 0.001) {
      this.restart();
      return { kind: 'jump', to: Math.max(start, end - this.target.seconds) };
    }
    const least = Math.min(...this.#arrivals.map((piece) => piece.ahead));
    const room = least === Infinity ? end - position : least + now - position;
    return { kind: 'rate', rate: this.#rate(room - this.target.seconds) };
  }

  #rate(error: number): number {
    this.#correcting = Math.abs(error) > (this.#correcting ? ENOUGH : BEGIN);
    if (!this.#correcting) return 1;
    const rate = Math.max(SLOWEST, Math.min(FASTEST, 1 + error * GAIN));
    return Math.round(rate * STEPS) / STEPS;
  }
}

/**
 * The room to keep: as small as this network and this computer allow. Each stall widens it by half, quiet time halves
 * within a minute what it is above the smallest.
 */
export class TargetDelay {
  static readonly SMALLEST = 0.03;
  /** Browsers begin to play sound when they have this much of it. */
  static readonly SMALLEST_WITH_SOUND = 0.2;
  static readonly LARGEST = 0.8;
  static readonly HALVED_IN = 60;
  #smallest = TargetDelay.SMALLEST;
  #seconds = TargetDelay.SMALLEST;

  get seconds(): number {
    return this.#seconds;
  }

  withSound(sound: boolean): void {
    this.#smallest = sound ? TargetDelay.SMALLEST_WITH_SOUND : TargetDelay.SMALLEST;
    this.#seconds = this.#smallest;
  }

  stalled(): void {
    this.#seconds = Math.min(TargetDelay.LARGEST, this.#seconds * 1.5);
  }

  quiet(seconds: number): void {
    this.#seconds = this.#smallest + (this.#seconds - this.#smallest) * 0.5 ** (seconds / TargetDelay.HALVED_IN);
  }
}
