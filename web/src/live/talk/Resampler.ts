/** Samples a second that cameras are spoken to with. */
export const TALK_RATE = 8_000;
/** Speech ends here; above it nothing may be left that would fold down. */
const CUTOFF_HZ = 3_600;
/** Zero crossings of the filter on each side: long enough that what folds down is not heard. */
const CROSSINGS = 12;

/**
 * Makes 8000 samples a second of a microphone's, piece by piece: each new sample is the sum of the old ones around it
 * under a windowed sinc, which is the low-pass as well. Pieces may be of any length.
 */
export class Resampler {
  readonly #step: number;
  readonly #half: number;
  readonly #scale: number;
  #kept = new Float32Array(0);
  /** Where the next new sample lies, in old samples from the start of what is kept. */
  #at: number;

  constructor(rate: number) {
    this.#step = rate / TALK_RATE;
    this.#scale = (2 * Math.min(CUTOFF_HZ, rate / 2)) / rate;
    this.#half = Math.ceil(CROSSINGS / this.#scale);
    this.#at = this.#half;
    this.#kept = new Float32Array(this.#half);
  }

  take(piece: Float32Array): Float32Array {
    const all = new Float32Array(this.#kept.length + piece.length);
    all.set(this.#kept);
    all.set(piece, this.#kept.length);
    const made: number[] = [];
    while (this.#at + this.#half < all.length) {
      made.push(this.#around(all, this.#at));
      this.#at += this.#step;
    }
    const from = Math.min(all.length, Math.max(0, Math.floor(this.#at) - this.#half));
    this.#kept = all.slice(from);
    this.#at -= from;
    return Float32Array.from(made);
  }

  #around(all: Float32Array, at: number): number {
    let sum = 0;
    const last = Math.min(all.length - 1, Math.floor(at + this.#half));
    for (let i = Math.max(0, Math.ceil(at - this.#half)); i <= last; i++) {
      const x = (i - at) * this.#scale;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
      const window = 0.5 + 0.5 * Math.cos((Math.PI * (i - at)) / this.#half);
      sum += all[i]! * sinc * window;
    }
    return sum * this.#scale;
  }
}

/** 16 bits a sample; what is too loud is cut. */
export function toPcm(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (s) => Math.round(Math.max(-1, Math.min(1, s)) * 32_767));
}
