import { EventStream, type LinkState, type Receiver } from './eventStream';
import type { ServerEvent } from './sseParser';

type Word =
  | { kind: 'event'; event: ServerEvent }
  | { kind: 'state'; state: LinkState }
  | { kind: 'resync' | 'ask' | 'retry' };

const NAME = 'lynceus-stream';

/**
 * One event stream for all tabs of a browser, because a browser opens six connections to a server and each stream
 * holds one. The tab with the lock reads and tells the others; when it closes, the next one goes on from the last
 * event. Where there are no locks (plain HTTP from another computer) every tab reads for itself.
 */
export class SharedStream {
  #state: LinkState = { phase: 'connecting', heardAt: undefined, retryAt: undefined };
  #leading = false;
  #followed = false;
  #abort: AbortController | undefined;
  readonly #tabs = new BroadcastChannel(NAME);
  readonly #stream: EventStream;
  readonly #receiver: Receiver;
  readonly #listeners = new Set<() => void>();

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
    this.#stream = new EventStream({
      event: (event) => {
        receiver.event(event);
        this.#tell({ kind: 'event', event });
      },
      resync: () => {
        receiver.resync();
        this.#tell({ kind: 'resync' });
      },
    });
    this.#stream.subscribe(() => this.#onOwnState());
    this.#tabs.onmessage = (message: MessageEvent<Word>) => this.#hear(message.data);
  }

  get state(): LinkState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    const abort = new AbortController();
    this.#abort = abort;
    if (!('locks' in navigator)) {
      this.#lead();
      return;
    }
    this.#tell({ kind: 'ask' });
    navigator.locks
      .request(NAME, { signal: abort.signal }, async () => {
        if (abort.signal.aborted) return;
        this.#lead();
        await new Promise((resolve) => abort.signal.addEventListener('abort', resolve, { once: true }));
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) throw error;
      });
  }

  stop(): void {
    this.#leading = false;
    this.#stream.stop();
    this.#abort?.abort();
  }

  /** Ends a wait for the next attempt, in whichever tab it is. */
  retryNow(): void {
    if (this.#leading) this.#stream.retryNow();
    else this.#tell({ kind: 'retry' });
  }

  #lead(): void {
    this.#leading = true;
    if (this.#followed && !this.#stream.resumable) this.#receiver.resync();
    this.#stream.start();
  }

  #hear(word: Word): void {
    if (this.#leading) {
      if (word.kind === 'ask') this.#tell({ kind: 'state', state: this.#state });
      else if (word.kind === 'retry') this.#stream.retryNow();
      return;
    }
    if (this.#abort === undefined || this.#abort.signal.aborted) return;
    this.#followed = true;
    if (word.kind === 'event') {
      this.#stream.resumeAfter(word.event.id);
      this.#receiver.event(word.event);
    } else if (word.kind === 'resync') {
      this.#receiver.resync();
    } else if (word.kind === 'state') {
      this.#set(word.state);
    }
  }

  #onOwnState(): void {
    if (!this.#leading) return;
    this.#set(this.#stream.state);
    this.#tell({ kind: 'state', state: this.#state });
  }

  #tell(word: Word): void {
    this.#tabs.postMessage(word);
  }

  #set(state: LinkState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}
