import type { KeyFrameClip } from './keyFrames';

export interface TrickSource {
  /** Key frames from a time on, in playing order. */
  keyFrames(from: number, backward: boolean, count: number, speed: number, signal: AbortSignal): Promise<KeyFrameClip>;
}

interface Listener {
  ready(): void;
  /** The last frame there is was shown. */
  end(): void;
  failed(error: unknown): void;
}

/** Seconds of playing time fetched ahead and kept behind. */
const AHEAD = 6;
const BEHIND = 10;

/**
 * Shows key frames at a speed, forwards or backwards, in one video element: clips made by the center are laid one after
 * the other on a Media Source timeline, fetched ahead of the playhead. Which wall time a position shows is known from
 * the clips.
 */
export class TrickPlayer {
  #buffer: SourceBuffer | undefined;
  #url: string | undefined;
  #frames: { at: number; wall: number }[] = [];
  #end = 0;
  #next: number | undefined;
  #mime = '';
  #busy = false;
  #readied = false;
  readonly #abort = new AbortController();
  readonly #video: HTMLVideoElement;
  readonly #clips: TrickSource;
  readonly #listener: Listener;
  readonly #rate: number;

  constructor(video: HTMLVideoElement, clips: TrickSource, from: number, rate: number, listener: Listener) {
    this.#video = video;
    this.#clips = clips;
    this.#rate = rate;
    this.#next = from;
    this.#listener = listener;
    this.pump();
  }

  close(): void {
    this.#abort.abort();
    if (this.#url !== undefined) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
    this.#buffer = undefined;
  }

  /** Wall time of the frame that is shown; undefined before the first. */
  get wall(): number | undefined {
    const position = this.#video.currentTime + 0.001;
    return (this.#frames.findLast((f) => f.at <= position) ?? this.#frames[0])?.wall;
  }

  /** Goes so many key frames on in the playing direction (or back), as far as they are here. */
  step(frames: number): void {
    const position = this.#video.currentTime + 0.001;
    const index = this.#frames.findLastIndex((f) => f.at <= position) + frames;
    const target = this.#frames[index];
    if (target !== undefined) this.#video.currentTime = target.at + 0.0005;
  }

  /** Fetches what is needed next. To be called regularly. */
  pump(): void {
    if (this.#abort.signal.aborted || this.#busy) return;
    const ahead = this.#end - this.#video.currentTime;
    if (this.#next === undefined) {
      if (ahead < 0.15) this.#listener.end();
    } else if (ahead < AHEAD || this.#buffer === undefined) {
      this.#busy = true;
      this.#fetch(this.#next)
        .catch((error: unknown) => !this.#abort.signal.aborted && this.#listener.failed(error))
        .finally(() => {
          this.#busy = false;
        });
    }
  }

  async #fetch(from: number): Promise<void> {
    const speed = Math.abs(this.#rate);
    const count = Math.max(4, Math.min(60, Math.round(speed * 3)));
    const clip = await this.#clips.keyFrames(from, this.#rate < 0, count, speed, this.#abort.signal);
    if (this.#abort.signal.aborted) return;
    if (clip.frames.length === 0) {
      this.#next = undefined;
      return;
    }
    const buffer = await this.#open(clip.mime);
    const offset = this.#end;
    buffer.timestampOffset = offset;
    buffer.appendBuffer(clip.bytes);
    await settled(buffer);
    if (this.#abort.signal.aborted) return;
    this.#frames.push(...clip.frames.map(({ at, wall }) => ({ at: at + offset, wall })));
    this.#end = offset + clip.seconds;
    this.#next = clip.next;
    if (!this.#readied) {
      this.#readied = true;
      this.#video.currentTime = 0;
      this.#listener.ready();
    }
    await this.#forget(buffer);
  }

  async #open(mime: string): Promise<SourceBuffer> {
    if (this.#buffer !== undefined) {
      if (mime !== this.#mime) this.#buffer.changeType(mime);
      this.#mime = mime;
      return this.#buffer;
    }
    if (!MediaSource.isTypeSupported(mime)) throw new Error(mime);
    const source = new MediaSource();
    this.#url = URL.createObjectURL(source);
    this.#video.src = this.#url;
    await new Promise<void>((resolve) => source.addEventListener('sourceopen', () => resolve(), { once: true }));
    this.#mime = mime;
    this.#buffer = source.addSourceBuffer(mime);
    return this.#buffer;
  }

  async #forget(buffer: SourceBuffer): Promise<void> {
    const until = this.#video.currentTime - BEHIND;
    const first = this.#frames[0];
    if (first === undefined || until - first.at < BEHIND) return;
    buffer.remove(0, until);
    await settled(buffer);
    this.#frames = this.#frames.filter((f) => f.at >= until);
  }
}

function settled(buffer: SourceBuffer): Promise<void> {
  if (!buffer.updating) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const done = (event: Event) => {
      buffer.removeEventListener('updateend', done);
      buffer.removeEventListener('error', done);
      if (event.type === 'error') reject(new Error('the decoder refused a clip'));
      else resolve();
    };
    buffer.addEventListener('updateend', done);
    buffer.addEventListener('error', done);
  });
}
