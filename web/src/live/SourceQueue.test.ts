import { describe, expect, test } from 'vitest';
import { SourceQueue, type Sink } from './SourceQueue';

/** A SourceBuffer that takes one piece at a time and can be full. */
class FakeSink implements Sink {
  updating = false;
  appended: number[][] = [];
  removed: [number, number][] = [];
  range: [number, number] | undefined;
  full = false;
  #listener: (() => void) | undefined;

  get buffered() {
    const range = this.range;
    return { length: range ? 1 : 0, start: () => range?.[0] ?? 0, end: () => range?.[1] ?? 0 };
  }
  appendBuffer(data: BufferSource): void {
    if (this.updating) throw new Error('InvalidStateError');
    if (this.full) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    this.appended.push([...(data as Uint8Array)]);
    this.updating = true;
  }
  remove(start: number, end: number): void {
    this.removed.push([start, end]);
    this.updating = true;
    this.full = false;
  }
  addEventListener(_: 'updateend', listener: () => void): void {
    this.#listener = listener;
  }
  removeEventListener(): void {
    this.#listener = undefined;
  }
  done(): void {
    this.updating = false;
    this.#listener?.();
  }
}

const bytes = (...values: number[]) => new Uint8Array(values);

function open(position = 0) {
  const sink = new FakeSink();
  const failures: unknown[] = [];
  const taken: number[][][] = [];
  const queue = new SourceQueue(() => position, (error) => failures.push(error), () => taken.push([...sink.appended]));
  return { sink, failures, queue, taken };
}

describe('the queue', () => {
  test('holds what comes before there is a buffer', () => {
    const { sink, queue } = open();
    queue.push(bytes(1));
    queue.push(bytes(2));
    queue.attach(sink);
    expect(sink.appended).toEqual([[1, 2]]);
  });

  test('tells what was taken, once it goes on, and nothing after its end', () => {
    const { sink, queue, taken } = open();
    queue.attach(sink);
    queue.push(bytes(1));
    expect(taken).toEqual([]);
    sink.done();
    expect(taken).toEqual([[[1]]]);
    queue.push(bytes(2));
    queue.close();
    sink.done();
    expect(taken).toHaveLength(1);
  });

  test('joins what comes while the buffer is busy, in order', () => {
    const { sink, queue } = open();
    queue.attach(sink);
    queue.push(bytes(1));
    queue.push(bytes(2));
    queue.push(bytes(3, 4));
    expect(sink.appended).toEqual([[1]]);
    sink.done();
    expect(sink.appended).toEqual([[1], [2, 3, 4]]);
  });

  test('removes the played tail', () => {
    const { sink, queue } = open(30);
    sink.range = [0, 31];
    queue.attach(sink);
    expect(sink.removed).toEqual([[0, 20]]);
  });

  test('keeps the tail while it is short', () => {
    const { sink, queue } = open(14);
    sink.range = [0, 15];
    queue.attach(sink);
    expect(sink.removed).toEqual([]);
  });

  test('empties a full buffer and loses nothing', () => {
    const { sink, failures, queue } = open(8);
    sink.range = [0, 9];
    sink.full = true;
    queue.attach(sink);
    queue.push(bytes(7));
    expect(sink.removed).toEqual([[0, 7.6]]);
    sink.range = [7.6, 9];
    sink.done();
    expect(sink.appended).toEqual([[7]]);
    expect(failures).toEqual([]);
  });

  test('fails when a full buffer cannot be emptied', () => {
    const { sink, failures, queue } = open(0);
    sink.full = true;
    queue.attach(sink);
    queue.push(bytes(7));
    expect(failures).toHaveLength(1);
  });

  test('fails when the decoder does not keep up', () => {
    const { failures, queue } = open();
    for (let i = 0; i < 17; i++) queue.push(new Uint8Array(1024 * 1024));
    expect(failures).toHaveLength(1);
  });

  test('takes nothing once closed', () => {
    const { sink, queue } = open();
    queue.attach(sink);
    queue.close();
    queue.push(bytes(1));
    expect(sink.appended).toEqual([]);
  });
});
