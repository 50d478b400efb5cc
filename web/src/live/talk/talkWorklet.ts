import { Resampler, toPcm } from './Resampler';

/** Runs in the audio thread: makes frames of 20 ms for cameras of what the microphone hears. */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: new () => object): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** Samples of 20 ms. */
const FRAME = 160;

export interface TalkFrame {
  /** 16 bits a sample, in the order of bytes of this machine. */
  pcm: Int16Array;
  /** Root mean square, 0 to 1. */
  level: number;
}

class TalkProcessor extends AudioWorkletProcessor {
  readonly #resampler = new Resampler(sampleRate);
  #waiting: Float32Array = new Float32Array(0);

  process(inputs: Float32Array[][]): boolean {
    const heard = inputs[0]?.[0];
    if (heard === undefined) return true;
    const made = this.#resampler.take(heard);
    const all = new Float32Array(this.#waiting.length + made.length);
    all.set(this.#waiting);
    all.set(made, this.#waiting.length);
    let from = 0;
    for (; from + FRAME <= all.length; from += FRAME) this.#tell(all.subarray(from, from + FRAME));
    this.#waiting = all.slice(from);
    return true;
  }

  #tell(frame: Float32Array): void {
    const level = Math.sqrt(frame.reduce((sum, s) => sum + s * s, 0) / frame.length);
    const pcm = toPcm(frame);
    this.port.postMessage({ pcm, level } satisfies TalkFrame, { transfer: [pcm.buffer] });
  }
}

registerProcessor('lynceus-talk', TalkProcessor);
