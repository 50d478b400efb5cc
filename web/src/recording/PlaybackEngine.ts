import type { default as Hls, ErrorData, Fragment } from 'hls.js';
import { Problem } from '../api/problem';
import { signOn } from '../api/signOn';
import type { ProblemBody } from '../api/types';
import { FragmentClock } from './fragmentClock';
import { IDLE, type PlaybackStatus } from './playbackStatus';
import { isTrick } from './rates';
import { JOIN, nextRecorded, reasonBetween, type Recorded } from './spans';
import { TrickPlayer, type TrickSource } from './TrickPlayer';

export interface PlaybackSource extends TrickSource {
  /** What is recorded from a time on. */
  lookAhead(from: number): Promise<Recorded>;
  /** Whether it is known without asking that this time is recorded. */
  known(at: number): boolean;
  /** The playlist of a range, as recorded or made into H.264 by the center. */
  playlist(from: number, to: number, converted: boolean): string;
}

const BEFORE = 2 * 60_000;
const WINDOW = 30 * 60_000;
const TICK = 200;
const WAIT_FOR_MORE = 4_000;
/** A step of the wall clock that is a gap and not the distance of two ticks. */
const GAP = 1_500;

/**
 * Plays the recordings of one channel: by HLS, one window of half an hour at a time, the next one follows by itself; at
 * more than double speed and backwards by key frames. Time here is always the wall time of the picture.
 */
export class PlaybackEngine {
  #hls: Hls | undefined;
  #clock = new FragmentClock([]);
  #status: PlaybackStatus = IDLE;
  /** Shows key frames at speeds and directions that HLS cannot. */
  #trick: TrickPlayer | undefined;
  #nudge = 1;
  #generation = 0;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #frame = 1 / 25;
  /** Until then a step of the shown time is the seek itself, not a gap. */
  #settledAt = 0;
  /** Where the playlist was last split because its parts cannot share one decoder. */
  #split: number | undefined;
  /** This browser could not decode what is recorded. */
  #converted = false;
  readonly #ticker: ReturnType<typeof setInterval>;
  readonly #video: HTMLVideoElement;
  readonly #source: PlaybackSource;
  readonly #listener: (status: PlaybackStatus) => void;

  constructor(video: HTMLVideoElement, source: PlaybackSource, listener: (status: PlaybackStatus) => void) {
    this.#video = video;
    this.#source = source;
    this.#listener = listener;
    this.#ticker = setInterval(() => this.#tick(), TICK);
    video.addEventListener('ended', this.#onEnded);
    video.addEventListener('seeked', this.#onSeeked);
    this.#watchFrames();
  }

  close(): void {
    this.#generation += 1;
    clearInterval(this.#ticker);
    clearTimeout(this.#wait);
    this.#video.removeEventListener('ended', this.#onEnded);
    this.#video.removeEventListener('seeked', this.#onSeeked);
    this.#closeSource();
  }

  get status(): PlaybackStatus {
    return this.#status;
  }

  /** Goes to a time; plays on or stays paused as before. */
  seek(at: number, play = this.#status.playing): void {
    clearTimeout(this.#wait);
    this.#split = undefined;
    if (isTrick(this.#status.rate)) {
      this.#loadTrick(at, play);
      return;
    }
    const position = this.#hls === undefined || this.#status.phase === 'failed' ? undefined : this.#clock.positionOf(at);
    const shown = position === undefined ? undefined : this.#clock.timeAt(position);
    if (position === undefined || shown === undefined || Math.abs(shown - at) > GAP) {
      void this.#load(at, play);
      return;
    }
    this.#settledAt = performance.now() + 1500;
    this.#video.currentTime = position;
    const missing = at >= this.#clock.start && shown - at > JOIN;
    this.#set({ at: missing ? shown : at, phase: 'ready', skip: missing ? { from: at, to: shown, reason: undefined } : undefined, playing: play });
    if (missing) void this.#explain(at, shown);
    this.#apply();
  }

  play(): void {
    if (this.#status.phase === 'idle') return;
    this.#set({ playing: true });
    if (this.#status.phase === 'end' || this.#status.phase === 'failed') this.seek(this.#status.at, true);
    else this.#apply();
  }

  pause(): void {
    this.#set({ playing: false });
    this.#apply();
  }

  setRate(rate: number): void {
    const before = this.#status.rate;
    if (rate === before) return;
    this.#set({ rate });
    this.#nudge = 1;
    if (this.#status.phase === 'idle' || (!isTrick(before) && !isTrick(rate))) this.#apply();
    else if (isTrick(rate)) this.#loadTrick(this.#status.at, this.#status.playing);
    else void this.#load(this.#status.at, this.#status.playing);
  }

  /** Plays faster or slower by a factor near one, to keep step with other panes. */
  nudge(factor: number): void {
    if (factor === this.#nudge) return;
    this.#nudge = factor;
    this.#apply();
  }

  /** Pauses and goes so many frames forward (or back). */
  step(frames: number): void {
    this.pause();
    if (this.#trick !== undefined) {
      this.#trick.step(this.#status.rate < 0 ? -frames : frames);
      return;
    }
    const position = this.#video.currentTime + frames * this.#frame;
    const at = this.#clock.timeAt(position);
    if (position < 0 || at === undefined) this.seek(this.#status.at + frames * this.#frame * 1000);
    else {
      this.#video.currentTime = position;
      this.#set({ at });
    }
  }

  #loadTrick(at: number, play: boolean): void {
    const generation = ++this.#generation;
    clearTimeout(this.#wait);
    this.#closeSource();
    this.#set({ phase: 'loading', at, playing: play, skip: undefined, problem: undefined });
    const current = () => generation === this.#generation;
    this.#trick = new TrickPlayer(this.#video, this.#source, at, this.#status.rate, {
      ready: () => {
        if (!current()) return;
        this.#settledAt = performance.now() + 1500;
        this.#set({ phase: 'ready' });
        this.#apply();
      },
      end: () => current() && this.#status.phase !== 'end' && this.#reachEnd(),
      failed: (error) => current() && this.#fail(error instanceof Problem ? error : Problem.unreachable(error)),
    });
  }

  #closeSource(): void {
    this.#trick?.close();
    this.#trick = undefined;
    this.#hls?.destroy();
    this.#hls = undefined;
  }

  async #load(at: number, play: boolean): Promise<void> {
    const generation = ++this.#generation;
    this.#trick?.close();
    this.#trick = undefined;
    this.#set({ phase: 'loading', at, playing: play, skip: undefined, problem: undefined });
    try {
      // What the timeline shows as recorded needs no look ahead: the picture comes a request earlier.
      const recorded = this.#source.known(at) ? { spans: [{ from: at, to: at + 1 }], gaps: [] } : await this.#source.lookAhead(at);
      if (generation !== this.#generation) return;
      const target = nextRecorded(recorded, at);
      if (target === undefined) {
        this.#reachEnd();
        return;
      }
      const skip = target - at > JOIN ? { from: at, to: target, reason: reasonBetween(recorded, at, target) } : undefined;
      await this.#open(target, generation);
      if (generation === this.#generation) this.#set({ skip });
    } catch (error) {
      if (generation === this.#generation) this.#fail(error instanceof Problem ? error : Problem.unreachable(error));
    }
  }

  async #open(target: number, generation: number, from = target - BEFORE, to = target + WINDOW): Promise<void> {
    const { default: HlsPlayer } = await import('hls.js/light');
    if (generation !== this.#generation) return;
    this.#hls?.destroy();
    const hls = new HlsPlayer({
      autoStartLoad: false,
      enableWorker: false,
      maxBufferLength: 20,
      backBufferLength: 60,
      xhrSetup: (xhr) => {
        xhr.setRequestHeader('Accept', 'application/vnd.apple.mpegurl, video/mp4, application/json');
        xhr.setRequestHeader('X-Requested-With', 'lynceus');
      },
    });
    this.#hls = hls;
    let fragments: readonly Fragment[] = [];
    hls.on(HlsPlayer.Events.LEVEL_LOADED, (_, { details }) => {
      if (generation !== this.#generation) return;
      fragments = details.fragments;
      this.#clock = new FragmentClock(
        details.fragments.map((f) => ({ start: f.start, duration: f.duration, wall: f.programDateTime ?? 0 })),
      );
      const position = this.#clock.positionOf(target);
      if (position === undefined) {
        this.#reachEnd();
        return;
      }
      this.#settledAt = performance.now() + 3000;
      hls.startLoad(position);
      this.#video.currentTime = position;
      this.#set({ phase: 'ready', at: target });
      this.#apply();
    });
    hls.on(HlsPlayer.Events.ERROR, (_, data) => {
      if (!data.fatal || generation !== this.#generation) return;
      if (data.type === HlsPlayer.ErrorTypes.MEDIA_ERROR && (this.#splitAt(wallOf(data.frag, fragments), generation) || this.#convert(generation))) return;
      if (data.response?.code === 401) signOn.lost();
      this.#fail(problemOf(data));
    });
    hls.loadSource(this.#source.playlist(from, to, this.#converted));
    hls.attachMedia(this.#video);
  }

  /**
   * A part with other tracks (sound came or went) does not fit into the decoder that plays: the playlist is split
   * there, and the part after it opens anew when its time comes. False when that was tried already.
   */
  #splitAt(wall: number | undefined, generation: number): boolean {
    if (wall === undefined || wall === this.#split) return false;
    this.#split = wall;
    const { at } = this.#status;
    const open = wall - at > 300 ? this.#open(at, generation, at, wall) : this.#open(Math.max(at, wall), generation, Math.max(at, wall));
    open.catch((error: unknown) => this.#fail(Problem.unreachable(error)));
    return true;
  }

  /** What cannot be decoded as it is recorded is asked for in H.264, once. */
  #convert(generation: number): boolean {
    if (this.#converted) return false;
    this.#converted = true;
    this.#open(this.#status.at, generation).catch((error: unknown) => this.#fail(Problem.unreachable(error)));
    return true;
  }

  #apply(): void {
    const video = this.#video;
    video.playbackRate = this.#trick === undefined ? Math.max(0.0625, this.#status.rate * this.#nudge) : this.#nudge;
    if (!this.#status.playing) video.pause();
    else if (video.paused) video.play().catch((error: unknown) => this.#onPlayRefused(error));
  }

  /** A new source or a pause interrupts a play() that is under way: no fault. Sound may be refused: silent then. */
  #onPlayRefused(error: unknown): void {
    if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
    this.#video.muted = true;
    this.#set({ playing: false });
  }

  #tick(): void {
    this.#trick?.pump();
    if (this.#status.phase !== 'ready' || this.#video.seeking) return;
    const at = this.#trick === undefined ? this.#clock.timeAt(this.#video.currentTime) : this.#trick.wall;
    if (at === undefined || at === this.#status.at) return;
    const before = this.#status.at;
    const gap = this.#trick === undefined && performance.now() > this.#settledAt && at - before > GAP + TICK * this.#status.rate;
    this.#set(gap ? { at, skip: { from: before, to: at, reason: undefined } } : { at });
    if (gap) void this.#explain(before, at);
  }

  /** Finds out why the stretch that playback just jumped over is missing. */
  async #explain(from: number, to: number): Promise<void> {
    const recorded = await this.#source.lookAhead(from);
    const skip = this.#status.skip;
    if (skip?.from === from) this.#set({ skip: { from, to, reason: reasonBetween(recorded, from, to) } });
  }

  readonly #onSeeked = (): void => this.#tick();

  readonly #onEnded = (): void => void (this.#trick === undefined && this.#load(this.#clock.end, this.#status.playing));

  /** Nothing more is recorded: wait for what is being recorded now. */
  #reachEnd(): void {
    this.#set({ phase: 'end' });
    clearTimeout(this.#wait);
    // Backwards nothing more will come; forwards what is being recorded now.
    const { at, playing, rate } = this.#status;
    if (rate < 0) return;
    this.#wait = setTimeout(() => (isTrick(rate) ? this.#loadTrick(at, playing) : void this.#load(at, playing)), WAIT_FOR_MORE);
  }

  #fail(problem: Problem): void {
    this.#closeSource();
    this.#set({ phase: 'failed', problem });
  }

  /** Learns the length of a frame from what is shown, for stepping. */
  #watchFrames(): void {
    let last: number | undefined;
    const onFrame = (_: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
      const length = last === undefined ? 0 : mediaTime - last;
      if (length > 0.005 && length < 0.2 && this.#status.rate === 1 && this.#status.playing) this.#frame = length;
      last = mediaTime;
      this.#video.requestVideoFrameCallback(onFrame);
    };
    this.#video.requestVideoFrameCallback(onFrame);
  }

  #set(change: Partial<PlaybackStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#listener(this.#status);
  }
}

/** Why loading failed, in the center's words where it gave some. */
function problemOf({ response, details, networkDetails }: ErrorData): Problem {
  if (response === undefined) return new Problem(0, { detail: details });
  const text = networkDetails instanceof XMLHttpRequest && networkDetails.responseType !== 'arraybuffer' ? networkDetails.responseText : '';
  return new Problem(response.code ?? 0, text.startsWith('{') ? (JSON.parse(text) as Partial<ProblemBody>) : {});
}

/** When the piece that failed begins; an initialisation segment begins with the first fragment that uses it. */
function wallOf(failed: Fragment | undefined, fragments: readonly Fragment[]): number | undefined {
  if (failed === undefined) return undefined;
  const first = fragments.find((f) => f === failed || f.initSegment === failed || f.initSegment?.url === failed.url);
  return (first ?? failed).programDateTime ?? undefined;
}
