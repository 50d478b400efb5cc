import { answer, api } from '../api/client';
import { Backoff } from '../api/backoff';
import { Problem } from '../api/problem';
import { signOn } from '../api/signOn';
import type { Reason, StreamKind } from '../api/types';
import { readSamples, type G711, type Samples } from './g711';
import { readLiveMessage, type LiveMessage } from './liveMessage';
import { LiveSource } from './LiveSource';

/** What a pane shows, or why it is black. */
export type LiveStatus =
  | { kind: 'connecting' | 'waiting' | 'paused' | 'decoder' }
  /** Converted: the center makes H.264 of what this browser cannot decode. */
  | { kind: 'playing'; converted: boolean }
  | { kind: 'offline'; reason: Reason | undefined }
  | { kind: 'reconnecting'; at: number }
  /** `why` is the center's reason not to convert it. */
  | { kind: 'unsupported'; mime: string; why?: string }
  | { kind: 'refused'; problem: Problem };

export interface LiveListener {
  status(status: LiveStatus): void;
  dropped(frames: number): void;
  /** New parameters: what came before does not fit to what follows. */
  init(segment: ArrayBuffer): void;
  fragment(bytes: ArrayBuffer): void;
  /** Sound that does not come with the video, because browsers cannot decode it. */
  sound(codec: G711, rate: number): void;
  samples(samples: Samples): void;
}

const TICK = 200;
/** The center closes so, with its reason, what it cannot convert; without a helper another try is of no use. */
const NOT_CONVERTED = 4503;
/** The right to watch was taken away. */
const NO_RIGHT = 4403;
const NO_HELPER = 'no-helper';
/** Without a new frame for so long, the pane says that it waits instead of showing a frozen picture as live. */
const FROZEN = 3_000;

/**
 * Plays one channel live in one video element: what the WebSocket brings goes into a LiveSource. Says what the pane shows or
 * why it is black, and reconnects for ever until closed.
 */
export class LivePlayer {
  #socket: WebSocket | undefined;
  #init: Extract<LiveMessage, { type: 'init' }> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #status: LiveStatus = { kind: 'paused' };
  /** When a picture was last shown (performance.now). */
  #shownAt = -Infinity;
  #frames = 0;
  #running = false;
  readonly #backoff = new Backoff();
  readonly #video: HTMLVideoElement;
  readonly #source: LiveSource;
  /** What this browser cannot decode; the center is then asked to convert it. */
  #unplayable: string | undefined;
  readonly #url: string;
  readonly #convert: boolean;
  readonly #channelId: string;
  readonly #listener: LiveListener;

  /** `convert`: what this browser cannot decode is asked for in H.264. */
  constructor(video: HTMLVideoElement, channelId: string, { stream, convert }: { stream: StreamKind; convert: boolean }, listener: LiveListener) {
    this.#video = video;
    this.#source = new LiveSource(video, () => this.#restart());
    this.#channelId = channelId;
    this.#listener = listener;
    this.#convert = convert;
    this.#url = `${window.location.origin.replace(/^http/, 'ws')}/api/v1/channels/${channelId}/live?stream=${stream.toLowerCase()}`;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#ticker = setInterval(() => this.#tick(), TICK);
    this.#video.addEventListener('waiting', this.#onWaiting);
    this.#video.addEventListener('error', this.#onVideoError);
    this.#connect();
  }

  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    clearInterval(this.#ticker);
    clearTimeout(this.#retry);
    this.#video.removeEventListener('waiting', this.#onWaiting);
    this.#video.removeEventListener('error', this.#onVideoError);
    this.#closeSocket();
    this.#source.close();
    this.#set({ kind: 'paused' });
  }

  /** Whether the pane is heard. */
  set sound(wanted: boolean) {
    this.#source.sound = wanted;
  }

  retryNow(): void {
    if (!this.#running) return;
    clearTimeout(this.#retry);
    this.#backoff.reset();
    this.#closeSocket();
    this.#connect();
  }

  #connect(): void {
    this.#set({ kind: 'connecting' });
    const socket = new WebSocket(this.#unplayable === undefined ? this.#url : `${this.#url}&variant=h264`);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.onopen = () => this.#set({ kind: 'waiting' });
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
      if (typeof event.data === 'string') this.#onText(event.data);
      else this.#onBytes(event.data);
    };
    socket.onclose = (event) => void this.#onClose(event);
  }

  #onText(text: string): void {
    const message = readLiveMessage(text);
    if (message?.type === 'init') this.#init = message;
    else if (message?.type === 'dropped') this.#listener.dropped(message.frames);
    else if (message?.type === 'state') this.#onState(message);
    else if (message?.type === 'audio') this.#listener.sound(message.codec, message.rate);
  }

  #onState(message: Extract<LiveMessage, { type: 'state' }>): void {
    if (message.state === 'OFFLINE') this.#set({ kind: 'offline', reason: message.reason });
    else if (this.#status.kind !== 'playing') this.#set({ kind: message.state === 'ONLINE' ? 'waiting' : 'connecting' });
  }

  #onBytes(bytes: ArrayBuffer): void {
    this.#backoff.reset();
    if (this.#init !== undefined) {
      const { mime } = this.#init;
      this.#init = undefined;
      this.#listener.init(bytes);
      if (!this.#source.open(mime, bytes)) this.#onUnsupported(mime);
      return;
    }
    const samples = readSamples(bytes);
    if (samples !== undefined) {
      this.#listener.samples(samples);
      return;
    }
    this.#listener.fragment(bytes);
    this.#source.push(bytes);
  }

  #onUnsupported(mime: string): void {
    this.#set({ kind: 'unsupported', mime });
    if (!this.#convert || this.#unplayable !== undefined) return;
    this.#unplayable = mime;
    this.#closeSocket();
    this.#connect();
  }

  #closeSocket(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket === undefined) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  /** A handshake that fails says nothing; the channel itself tells whether it was the session, a right or the network. */
  async #onClose({ code, reason }: CloseEvent): Promise<void> {
    this.#socket = undefined;
    if (code === 4401) signOn.lost();
    const problem = await this.#whyClosed();
    if (!this.#running || this.#socket !== undefined) return;
    const wait = this.#backoff.next();
    if (code === NOT_CONVERTED) this.#set({ kind: 'unsupported', mime: this.#unplayable ?? '', why: reason });
    else if (code === NO_RIGHT) this.#set({ kind: 'refused', problem: problem ?? new Problem(403, {}) });
    else if (problem?.status === 403 || problem?.status === 404) this.#set({ kind: 'refused', problem });
    else if (this.#status.kind !== 'unsupported') this.#set({ kind: 'reconnecting', at: Date.now() + wait });
    clearTimeout(this.#retry);
    if (reason !== NO_HELPER) this.#retry = setTimeout(() => this.#connect(), wait);
  }

  async #whyClosed(): Promise<Problem | undefined> {
    try {
      await answer(api.GET('/api/v1/channels/{id}', { params: { path: { id: this.#channelId } } }));
      return undefined;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  /** The decoder gave up: start over with a new connection. */
  #restart(): void {
    if (!this.#running) return;
    this.#closeSocket();
    this.#source.close();
    this.#set({ kind: 'decoder' });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), this.#backoff.next());
  }

  readonly #onWaiting = (): void => {
    if (this.#status.kind === 'playing') this.#source.stalled();
  };

  readonly #onVideoError = (): void => {
    if (this.#video.error !== null && this.#source.isOpen) this.#restart();
  };

  #tick(): void {
    if (this.#source.tick(TICK / 1000)) this.#judge(this.#source.fresh);
  }

  /** Playing is what shows new pictures; a frozen one is never passed off as live. */
  #judge(fresh: boolean): void {
    const { totalVideoFrames } = this.#video.getVideoPlaybackQuality();
    const now = performance.now();
    if (totalVideoFrames !== this.#frames) this.#shownAt = now;
    this.#frames = totalVideoFrames;
    const kind = this.#status.kind;
    const shown = this.#shownAt === now && fresh;
    if (shown && (kind !== 'offline' || now - this.#source.cameAt < TICK)) this.#set({ kind: 'playing', converted: this.#unplayable !== undefined });
    else if (kind === 'playing' && (!fresh || now - this.#shownAt > FROZEN)) this.#set({ kind: 'waiting' });
  }

  #set(status: LiveStatus): void {
    if (this.#status.kind === status.kind && !('at' in status) && !('reason' in status)) return;
    this.#status = status;
    this.#listener.status(status);
  }
}
