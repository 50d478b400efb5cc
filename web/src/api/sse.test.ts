import { describe, expect, test } from 'vitest';
import { Backoff } from './backoff';
import { SseParser } from './sseParser';

const parse = (...chunks: string[]) => {
  const parser = new SseParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

describe('the event stream', () => {
  test('reads an event with its id', () => {
    expect(parse('id: 41\nevent: device-events\ndata: {"a":1}\n\n')).toEqual([{ id: '41', event: 'device-events', data: '{"a":1}' }]);
  });

  test('does not care where the chunks are cut', () => {
    const text = 'id: 1\r\nevent: x\r\ndata: a\r\ndata: b\r\n\r\n: comment\r\n\r\nevent: ping\r\ndata:\r\n\r\n';
    const whole = parse(text);
    expect(whole).toEqual([{ id: '1', event: 'x', data: 'a\nb' }, { id: undefined, event: 'ping', data: '' }]);
    for (let cut = 1; cut < text.length; cut++) expect(parse(text.slice(0, cut), text.slice(cut))).toEqual(whole);
    expect(parse(...text)).toEqual(whole);
  });

  test('an id belongs to its event only', () => {
    expect(parse('id: 1\ndata: a\n\ndata: b\n\n').map((e) => e.id)).toEqual(['1', undefined]);
  });

  test('an event without data is passed on, an id alone is not', () => {
    expect(parse('event: resync\n\n')).toEqual([{ id: undefined, event: 'resync', data: '' }]);
    expect(parse('id: 7\n\n: hello\n\n\n')).toEqual([]);
  });

  test('only one blank after the colon is left out', () => {
    expect(parse('data:  two\n\ndata:none\n\ndata\n\n').map((e) => e.data)).toEqual([' two', 'none', '']);
  });
});

describe('the waiting time', () => {
  test('doubles to its limit', () => {
    const backoff = new Backoff({ random: () => 1 });
    expect(Array.from({ length: 7 }, () => backoff.next())).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    backoff.reset();
    expect(backoff.next()).toBe(500);
  });

  test('is spread over the upper half', () => {
    expect(new Backoff({ random: () => 0 }).next()).toBe(250);
    for (let i = 0; i < 50; i++) {
      const wait = new Backoff().next();
      expect(wait).toBeGreaterThanOrEqual(250);
      expect(wait).toBeLessThanOrEqual(500);
    }
  });

  test('stays finite after thousands of attempts', () => {
    const backoff = new Backoff();
    for (let i = 0; i < 5000; i++) backoff.next();
    expect(backoff.next()).toBeLessThanOrEqual(15_000);
  });
});
