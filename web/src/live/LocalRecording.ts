import { earlier, startsWithKeyFrame, tracksOf, videoTime, type Track } from './fmp4';

/** More than this is not kept in the browser's memory; the recording then ends by itself. */
const LIMIT = 1024 * 1024 * 1024;

/**
 * What a pane shows, kept as one MP4 file in the browser: the initialisation segment and, from the next key frame on,
 * every fragment, with times from zero.
 */
export class LocalRecording {
  #pieces: ArrayBuffer[];
  #bytes: number;
  #base: number | undefined;
  #end = 0;
  readonly #tracks: readonly Track[];

  constructor(init: ArrayBuffer) {
    this.#pieces = [init];
    this.#bytes = init.byteLength;
    this.#tracks = tracksOf(init);
  }

  /** Takes a fragment; false when the file is as large as it may get. */
  push(fragment: ArrayBuffer): boolean {
    if (this.#base === undefined && !startsWithKeyFrame(fragment, this.#tracks)) return true;
    const time = videoTime(fragment, this.#tracks);
    this.#base ??= time;
    if (this.#base === undefined) return true;
    this.#pieces.push(earlier(fragment, this.#tracks, this.#base));
    this.#bytes += fragment.byteLength;
    this.#end = Math.max(this.#end, (time ?? 0) - this.#base);
    return this.#bytes < LIMIT;
  }

  get seconds(): number {
    return this.#end;
  }

  /** The file, or undefined when no key frame came. */
  file(): Blob | undefined {
    return this.#pieces.length < 2 ? undefined : new Blob(this.#pieces, { type: 'video/mp4' });
  }
}
