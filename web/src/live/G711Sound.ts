import { g711Table, type G711, type Samples } from './g711';
import type { SoundLevel, SoundMessage } from './soundWorklet';
import workletUrl from './soundWorklet?worker&url';

const FOLLOW = 100;

/**
 * Plays G.711 beside a video that has no sound of its own, because no browser decodes it: bytes become samples by a
 * table, an audio worklet plays them at the video's position. How loud it is stands in the element's `data-sound-level`.
 */
export class G711Sound {
  #node: AudioWorkletNode | undefined;
  #closed = false;
  readonly #video: HTMLVideoElement;
  readonly #context: AudioContext;
  readonly #table: Float32Array;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(video: HTMLVideoElement, codec: G711, rate: number, failed: (error: unknown) => void) {
    this.#video = video;
    this.#table = g711Table(codec);
    this.#context = new AudioContext();
    this.#open(rate).catch(failed);
    this.#timer = setInterval(() => {
      if (!video.paused) this.#send({ position: video.currentTime });
    }, FOLLOW);
  }

  async #open(rate: number): Promise<void> {
    await this.#context.audioWorklet.addModule(workletUrl);
    if (this.#closed) return;
    this.#node = new AudioWorkletNode(this.#context, 'lynceus-sound', { numberOfInputs: 0, processorOptions: { rate } });
    this.#node.port.onmessage = ({ data }: MessageEvent<SoundLevel>) => {
      if (!this.#closed) this.#video.dataset['soundLevel'] = data.level.toFixed(3);
    };
    this.#node.connect(this.#context.destination);
    await this.#context.resume();
  }

  push({ at, bytes }: Samples): void {
    this.#send({ at, samples: Float32Array.from(bytes, (byte) => this.#table[byte] ?? 0) });
  }

  #send(message: SoundMessage): void {
    this.#node?.port.postMessage(message);
  }

  close(): void {
    this.#closed = true;
    delete this.#video.dataset['soundLevel'];
    clearInterval(this.#timer);
    this.#node?.disconnect();
    void this.#context.close();
  }
}
