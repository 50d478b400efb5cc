/** Fetches one picture of a source, which is named by any word; undefined when nothing is recorded there. */
export type FetchThumbnail = (source: string, at: number) => Promise<string | undefined>;

const KEPT = 300;

/**
 * Pictures for the hover over the timeline: one request at a time, of those wished meanwhile only the newest, and what
 * was seen once comes from the cache.
 */
export class ThumbnailLoader {
  #wanted: { key: string; source: string; at: number; done: (url: string | undefined) => void } | undefined;
  #busy = false;
  readonly #cache = new Map<string, string | undefined>();
  readonly #fetch: FetchThumbnail;
  readonly #forget: (url: string) => void;

  constructor(fetch: FetchThumbnail, forget: (url: string) => void) {
    this.#fetch = fetch;
    this.#forget = forget;
  }

  /** What is known already; `known` false when it has to be fetched. */
  peek(source: string, at: number): { known: boolean; url: string | undefined } {
    const key = `${source} ${at}`;
    return { known: this.#cache.has(key), url: this.#cache.get(key) };
  }

  want(source: string, at: number, done: (url: string | undefined) => void): void {
    this.#wanted = { key: `${source} ${at}`, source, at, done };
    this.#next();
  }

  /** The newest wish is not wanted any more. */
  drop(): void {
    this.#wanted = undefined;
  }

  #next(): void {
    const wanted = this.#wanted;
    if (this.#busy || wanted === undefined) return;
    this.#wanted = undefined;
    this.#busy = true;
    this.#fetch(wanted.source, wanted.at)
      .then((url) => {
        this.#keep(wanted.key, url);
        wanted.done(url);
      }, () => wanted.done(undefined))
      .finally(() => {
        this.#busy = false;
        this.#next();
      });
  }

  #keep(key: string, url: string | undefined): void {
    this.#cache.set(key, url);
    if (this.#cache.size <= KEPT) return;
    const [oldest, old] = this.#cache.entries().next().value!;
    this.#cache.delete(oldest);
    if (old !== undefined) this.#forget(old);
  }
}
