/** Errors above this are corrected by a jump, smaller ones by playing a little faster or slower. In seconds. */
const JUMP = 0.2;
const MOST = 0.03;

/**
 * The newest seconds of sound by their time on the video's timeline, read at any speed near one. What never came is
 * silence.
 */
export class SoundRing {
  readonly #samples: Float32Array;
  readonly #rate: number;
  /** Index after the newest sample; everything before it down to the ring's length is valid. */
  #end = 0;
  /** Where reading is, in seconds; undefined until the video's position is known. */
  #position: number | undefined;
  #speed = 1;

  constructor(rate: number, seconds = 8) {
    this.#rate = rate;
    this.#samples = new Float32Array(rate * seconds);
  }

  push(at: number, samples: Float32Array): void {
    const start = Math.round(at * this.#rate);
    const size = this.#samples.length;
    if (start > this.#end + size || start < this.#end - size) this.#samples.fill(0);
    else for (let i = this.#end; i < start; i++) this.#samples[i % size] = 0;
    for (let i = 0; i < samples.length; i++) this.#samples[(start + i) % size] = samples[i] ?? 0;
    this.#end = start + samples.length;
  }

  /** Tells where the video is. */
  follow(seconds: number): void {
    const error = this.#position === undefined ? Infinity : seconds - this.#position;
    if (Math.abs(error) > JUMP) {
      this.#position = seconds;
      this.#speed = 1;
    } else this.#speed = 1 + Math.max(-MOST, Math.min(MOST, error * 0.5));
  }

  /** Fills the output, whose samples are so many seconds apart. */
  read(output: Float32Array, step: number): void {
    for (let i = 0; i < output.length; i++) {
      output[i] = this.#position === undefined ? 0 : this.#at(this.#position * this.#rate);
      if (this.#position !== undefined) this.#position += step * this.#speed;
    }
  }

  #at(index: number): number {
    const low = Math.floor(index);
    const part = index - low;
    return this.#sample(low) * (1 - part) + this.#sample(low + 1) * part;
  }

  #sample(index: number): number {
    if (index >= this.#end || index < this.#end - this.#samples.length || index < 0) return 0;
    return this.#samples[index % this.#samples.length] ?? 0;
  }
}
