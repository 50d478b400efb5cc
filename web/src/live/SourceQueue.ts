import { joined } from './bytes';

/** The part of a SourceBuffer the queue uses, so that it can be tested without a browser. */
export interface Sink {
  readonly updating: boolean;
  readonly buffered: { readonly length: number; start(i: number): number; end(i: number): number };
  appendBuffer(data: BufferSource): void;
  remove(start: number, end: number): void;
  addEventListener(type: 'updateend', listener: () => void): void;
  removeEventListener(type: 'updateend', listener: () => void): void;
}

/** Seconds kept behind the playhead, and the slack before old pictures are removed. */
const TAIL = 10;
const SLACK = 5;
/** Bytes that may wait for the decoder before the viewer counts as too slow. */
const MAX_WAITING = 16 * 1024 * 1024;

/**
 * Feeds fMP4 pieces to a SourceBuffer, which takes one at a time: what comes meanwhile waits and goes in as one
 * piece, and tells when something was taken. Keeps the played tail short. A full buffer is emptied behind the playhead
 * and tried again.
 */
export class SourceQueue {
  #sink: Sink | undefined;
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #waitingBytes = 0;
  #closed = false;
  readonly #position: () => number;
  readonly #failed: (error: unknown) => void;
  readonly #taken: () => void;
  readonly #pump = (): void => {
    this.pump();
    if (!this.#closed) this.#taken();
  };

  constructor(position: () => number, failed: (error: unknown) => void, taken: () => void) {
    this.#position = position;
    this.#failed = failed;
    this.#taken = taken;
  }

  attach(sink: Sink): void {
    this.#sink = sink;
    sink.addEventListener('updateend', this.#pump);
    this.pump();
  }

  close(): void {
    this.#closed = true;
    this.#waiting = [];
    this.#sink?.removeEventListener('updateend', this.#pump);
  }

  push(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#closed || bytes.length === 0) return;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.byteLength;
    if (this.#waitingBytes > MAX_WAITING) this.#fail(new Error('the decoder does not keep up'));
    else this.pump();
  }

  /** Start and end of the newest buffered range. */
  range(): { start: number; end: number } | undefined {
    const buffered = this.#sink?.buffered;
    const last = (buffered?.length ?? 0) - 1;
    return buffered === undefined || last < 0 ? undefined : { start: buffered.start(last), end: buffered.end(last) };
  }

  pump(): void {
    const sink = this.#sink;
    if (this.#closed || sink === undefined || sink.updating) return;
    try {
      if (this.#trim(sink, SLACK)) return;
      if (this.#waiting.length > 0) this.#append(sink);
    } catch (error) {
      this.#fail(error);
    }
  }

  #append(sink: Sink): void {
    const piece = joined(this.#waiting);
    try {
      sink.appendBuffer(piece);
      this.#waiting = [];
      this.#waitingBytes = 0;
    } catch (error) {
      if (!isFull(error) || !this.#trim(sink, 0.5 - TAIL)) throw error;
      this.#waiting = [piece];
    }
  }

  /** Starts to remove what lies more than the tail and the slack behind; true if it did. */
  #trim(sink: Sink, slack: number): boolean {
    if (sink.buffered.length === 0) return false;
    const start = sink.buffered.start(0);
    const until = this.#position() - TAIL;
    if (this.#position() - start <= TAIL + slack) return false;
    sink.remove(start, Math.max(start + 0.1, slack < 0 ? this.#position() - 0.4 : until));
    return true;
  }

  #fail(error: unknown): void {
    this.close();
    this.#failed(error);
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
