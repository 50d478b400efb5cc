/** Waiting times of a reconnect: doubling from first to last, each between half and the whole of its step. */
export class Backoff {
  #attempt = 0;
  readonly #first: number;
  readonly #last: number;
  readonly #random: () => number;

  constructor(options: { first?: number; last?: number; random?: () => number } = {}) {
    this.#first = options.first ?? 500;
    this.#last = options.last ?? 15_000;
    this.#random = options.random ?? Math.random;
  }

  /** Milliseconds to wait before the next attempt. */
  next(): number {
    const step = Math.min(this.#last, this.#first * 2 ** this.#attempt);
    this.#attempt = Math.min(this.#attempt + 1, 20);
    return Math.round(step * (0.5 + this.#random() / 2));
  }

  reset(): void {
    this.#attempt = 0;
  }
}
