import { startsWithKeyFrame, tracksOf, type Track } from './fmp4';
import { LivePace } from './pacing';
import { SourceQueue } from './SourceQueue';
import { videoInit, videoMime, videoPart } from './videoOnly';

/** Pieces less than this (milliseconds) apart are old ones sent at once. */
const BURST = 10;
/** A time inside the newest frame, in seconds from its end. */
const INSIDE = 0.02;
/** Without a new piece for so long (milliseconds) there is nothing to follow. */
const FROZEN = 3_000;

interface Stream {
  mime: string;
  init: ArrayBuffer;
  tracks: readonly Track[];
}

/**
 * One live stream in one video element by Media Source Extensions, kept just behind the newest frame. Sound is left out
 * until it is wanted; the group of pictures under way is kept, so that it begins without asking the center anew.
 */
export class LiveSource {
  #queue: SourceQueue | undefined;
  #objectUrl: string | undefined;
  #stream: Stream | undefined;
  #group: ArrayBuffer[] = [];
  #sound = false;
  /** Has no picture yet, catches up with what was sent at once, or follows what comes as it happens. */
  #phase: 'fresh' | 'burst' | 'following' = 'fresh';
  #cameAt = -Infinity;
  readonly #pace = new LivePace();
  readonly #video: HTMLVideoElement;
  readonly #failed: () => void;

  /** `failed` is told when the decoder gave up. */
  constructor(video: HTMLVideoElement, failed: () => void) {
    this.#video = video;
    this.#failed = failed;
  }

  /** Whether a piece came lately. */
  get fresh(): boolean {
    return performance.now() - this.#cameAt < FROZEN;
  }

  /** When the newest piece came (performance.now). */
  get cameAt(): number {
    return this.#cameAt;
  }

  /** The element has a source, so what goes wrong with it is about the stream. */
  get isOpen(): boolean {
    return this.#objectUrl !== undefined;
  }

  /** Parameters are new: what follows is a stream of its own. False when this browser cannot decode it. */
  open(mime: string, init: ArrayBuffer): boolean {
    this.#stream = { mime, init, tracks: tracksOf(init) };
    this.#group = [];
    return this.#show(this.#stream);
  }

  push(fragment: ArrayBuffer): void {
    const stream = this.#stream;
    if (stream === undefined || this.#queue === undefined) return;
    const now = performance.now();
    if (this.#phase === 'burst' && now - this.#cameAt > BURST) this.#phase = 'following';
    this.#cameAt = now;
    const range = this.#queue.range();
    if (this.#phase === 'following' && range !== undefined) this.#pace.arrived(now / 1000, range.end);
    if (hasSound(stream)) {
      if (startsWithKeyFrame(fragment, stream.tracks)) this.#group = [];
      this.#group.push(fragment);
    }
    this.#feed(stream, fragment);
  }

  /** With sound the browser needs more in store; without it the picture is nearer to now. */
  set sound(wanted: boolean) {
    if (wanted === this.#sound) return;
    this.#sound = wanted;
    this.#pace.target.withSound(wanted);
    const stream = this.#stream;
    if (stream === undefined || this.#queue === undefined || !hasSound(stream)) return;
    this.#show(stream);
    for (const fragment of this.#group) this.#feed(stream, fragment);
  }

  /** The element ran dry while it should play. */
  stalled(): void {
    if (!this.#video.seeking) this.#pace.target.stalled();
  }

  /** To be called every so many seconds: also without new pieces the pace is looked after. False when there is no media. */
  tick(seconds: number): boolean {
    const range = this.#queue?.range();
    if (range === undefined) return false;
    if (this.fresh) this.#pace.target.quiet(seconds);
    this.#follow();
    this.#video.dataset['behindMillis'] = String(Math.round((range.end - this.#video.currentTime) * 1000));
    return true;
  }

  close(): void {
    this.#stream = undefined;
    this.#group = [];
    this.#release();
  }

  /** A fresh MediaSource, because times may start again. */
  #show(stream: Stream): boolean {
    this.#release();
    const silent = hasSound(stream) && !this.#sound;
    const mime = silent ? videoMime(stream.mime) : stream.mime;
    if (!('MediaSource' in window) || !MediaSource.isTypeSupported(mime)) return false;
    const source = new MediaSource();
    const queue = new SourceQueue(() => this.#video.currentTime, () => this.#failed(), () => this.#follow());
    this.#queue = queue;
    this.#phase = 'fresh';
    this.#pace.restart();
    queue.push(silent ? videoInit(stream.init, stream.tracks) : new Uint8Array(stream.init));
    source.addEventListener('sourceopen', () => {
      if (this.#queue === queue) queue.attach(source.addSourceBuffer(mime));
    }, { once: true });
    this.#objectUrl = URL.createObjectURL(source);
    this.#video.src = this.#objectUrl;
    return true;
  }

  #feed(stream: Stream, fragment: ArrayBuffer): void {
    this.#queue?.push(hasSound(stream) && !this.#sound ? videoPart(fragment, stream.tracks) : new Uint8Array(fragment));
  }

  /** Stays just behind the newest picture; the first one is gone to at once, what lies before it is not played. */
  #follow(): void {
    const video = this.#video;
    const range = this.#queue?.range();
    if (range === undefined || video.seeking) return;
    const now = performance.now();
    if (this.#phase === 'fresh') {
      this.#phase = 'burst';
      video.currentTime = Math.max(range.start, range.end - INSIDE);
    } else if (this.fresh) {
      const step = this.#pace.next({ now: now / 1000, position: video.currentTime, ...range });
      if (step.kind === 'jump') video.currentTime = step.to;
      else if (video.playbackRate !== step.rate) video.playbackRate = step.rate;
    }
    if (video.paused) void video.play().catch((error: unknown) => this.#onPlayRefused(error));
  }

  /** A play() interrupted by a new source is no fault; with sound the browser may refuse, without it does not. */
  #onPlayRefused(error: unknown): void {
    if (error instanceof DOMException && error.name === 'NotAllowedError') this.#video.muted = true;
  }

  #release(): void {
    this.#queue?.close();
    this.#queue = undefined;
    if (this.#objectUrl === undefined) return;
    URL.revokeObjectURL(this.#objectUrl);
    this.#objectUrl = undefined;
    this.#video.removeAttribute('src');
    this.#video.load();
  }
}

function hasSound(stream: Stream): boolean {
  return stream.tracks.some((track) => !track.video);
}
