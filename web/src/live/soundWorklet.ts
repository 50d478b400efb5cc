import { SoundRing } from './SoundRing';

/** Runs in the audio thread: plays what it is sent where it is told the video is. */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: new (options: { processorOptions: { rate: number } }) => object): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

export type SoundMessage = { at: number; samples: Float32Array } | { position: number };

/** How loud (root mean square, 0 to 1) what was played since the last message is. */
export interface SoundLevel {
  level: number;
}

/** Samples over which the level is taken. */
const LEVEL_OVER = 12_000;

class SoundProcessor extends AudioWorkletProcessor {
  readonly #ring: SoundRing;
  #squares = 0;
  #count = 0;

  constructor(options: { processorOptions: { rate: number } }) {
    super();
    this.#ring = new SoundRing(options.processorOptions.rate);
    this.port.onmessage = ({ data }: MessageEvent<SoundMessage>) => {
      if ('position' in data) this.#ring.follow(data.position);
      else this.#ring.push(data.at, data.samples);
    };
  }

  process(_: Float32Array[][], outputs: Float32Array[][]): boolean {
    const channels = outputs[0] ?? [];
    const [first, ...others] = channels;
    if (first === undefined) return true;
    this.#ring.read(first, 1 / sampleRate);
    for (const other of others) other.set(first);
    this.#tellLevel(first);
    return true;
  }

  #tellLevel(played: Float32Array): void {
    for (const sample of played) this.#squares += sample * sample;
    this.#count += played.length;
    if (this.#count < LEVEL_OVER) return;
    this.port.postMessage({ level: Math.sqrt(this.#squares / this.#count) } satisfies SoundLevel);
    this.#squares = 0;
    this.#count = 0;
  }
}

registerProcessor('lynceus-sound', SoundProcessor);
