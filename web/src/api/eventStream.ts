import { Backoff } from './backoff';
import { CALL_HEADERS } from './client';
import { signOn, whyEnded } from './signOn';
import { SseParser, type ServerEvent } from './sseParser';

export interface LinkState {
  phase: 'connecting' | 'connected' | 'waiting';
  /** When the center was last heard, epoch milliseconds; undefined before the first time. */
  heardAt: number | undefined;
  /** When the next attempt is due, while waiting. */
  retryAt: number | undefined;
}

export interface Receiver {
  event(event: ServerEvent): void;
  /** Events may have been missed, or one's rights were changed: everything must be read again. */
  resync(): void;
}

const WATCHDOG = 35_000;

/**
 * The event stream of this browser. It reconnects for ever, replays what was missed by `Last-Event-ID`, and
 * gives a silent connection up after 35 s, because a powered-off node sends no FIN.
 */
export class EventStream {
  #state: LinkState = { phase: 'connecting', heardAt: undefined, retryAt: undefined };
  #lastId: string | undefined;
  /** The run that may read on; a stopped one finds another here, even when a new one began at once. */
  #current: symbol | undefined;
  #abort: AbortController | undefined;
  #wake: (() => void) | undefined;
  readonly #backoff = new Backoff();
  readonly #listeners = new Set<() => void>();
  readonly #receiver: Receiver;

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  get state(): LinkState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether a new connection can go on after a known event. */
  get resumable(): boolean {
    return this.#lastId !== undefined;
  }

  /** Names the last event known from elsewhere. */
  resumeAfter(id: string | undefined): void {
    if (id !== undefined) this.#lastId = id;
  }

  start(): void {
    if (this.#current !== undefined) return;
    this.#current = Symbol('run');
    void this.#run(this.#current);
  }

  stop(): void {
    this.#current = undefined;
    this.#abort?.abort();
    this.#wake?.();
  }

  /** Ends the current wait, e.g. because the user signed in again or the network came back. */
  retryNow(): void {
    this.#wake?.();
  }

  async #run(run: symbol): Promise<void> {
    let first = true;
    while (this.#current === run) {
      this.#set({ phase: 'connecting', retryAt: undefined });
      const resumable = this.#lastId !== undefined;
      const opened = await this.#read(() => {
        if (!first && !resumable) this.#receiver.resync();
        first = false;
      });
      if (this.#current !== run) return;
      if (opened) this.#backoff.reset();
      await this.#pause(this.#backoff.next());
    }
  }

  /** Reads until the connection ends; true if it had been opened. */
  async #read(onOpen: () => void): Promise<boolean> {
    const abort = new AbortController();
    this.#abort = abort;
    let opened = false;
    let watchdog = setTimeout(() => abort.abort(), WATCHDOG);
    try {
      const headers: Record<string, string> = { ...CALL_HEADERS, Accept: 'text/event-stream, application/json' };
      if (this.#lastId !== undefined) headers['Last-Event-ID'] = this.#lastId;
      const response = await fetch('/api/v1/stream', { headers, signal: abort.signal, cache: 'no-store' });
      if (response.status === 401) signOn.lost(await whyEnded(response));
      if (!response.ok || response.body === null) return false;
      opened = true;
      onOpen();
      this.#set({ phase: 'connected', heardAt: Date.now() });
      const parser = new SseParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return opened;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), WATCHDOG);
        this.#set({ phase: 'connected', heardAt: Date.now() });
        parser.push(value).forEach((event) => this.#pass(event));
      }
    } catch (error) {
      if (!abort.signal.aborted && !(error instanceof TypeError)) console.warn('event stream ended', error);
      return opened;
    } finally {
      clearTimeout(watchdog);
      abort.abort();
    }
  }

  #pass(event: ServerEvent): void {
    if (event.id !== undefined) this.#lastId = event.id;
    if (event.event === 'resync' || event.event === 'rights') this.#receiver.resync();
    else if (event.event !== 'ping') this.#receiver.event(event);
  }

  #pause(millis: number): Promise<void> {
    this.#set({ phase: 'waiting', retryAt: Date.now() + millis });
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #set(change: Partial<LinkState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
