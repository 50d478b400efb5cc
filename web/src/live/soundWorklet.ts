import { SoundRing } from './SoundRing';

/** Runs in the audio thread: plays what it is sent where it is told the video is. */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: new (options: { processorOptions: { rate: number } }) => object): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

export type SoundMessage = { at: number; samples: Float32Array } | { position: number };

class SoundProcessor extends AudioWorkletProcessor {
  readonly #ring: SoundRing;

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
    return true;
  }
}

registerProcessor('lynceus-sound', SoundProcessor);
