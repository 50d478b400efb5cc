import { expect, test } from 'vitest';
import { ThumbnailLoader } from './ThumbnailLoader';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function open() {
  const asked: { at: number; answer: (url: string | undefined) => void }[] = [];
  const forgotten: string[] = [];
  const loader = new ThumbnailLoader((_, at) => new Promise((answer) => asked.push({ at, answer })), (url) => forgotten.push(url));
  return { loader, asked, forgotten };
}

test('one request at a time, then only the newest wish', async () => {
  const { loader, asked } = open();
  const shown: (string | undefined)[] = [];
  for (const at of [1, 2, 3]) loader.want('c', at, (url) => shown.push(url));
  expect(asked.map((a) => a.at)).toEqual([1]);
  asked[0]!.answer('one');
  await settle();
  expect(asked.map((a) => a.at)).toEqual([1, 3]);
  asked[1]!.answer('three');
  await settle();
  expect(shown).toEqual(['one', 'three']);
  expect(loader.peek('c', 3)).toEqual({ known: true, url: 'three' });
  expect(loader.peek('c', 2).known).toBe(false);
});

test('what is not there is known, too', async () => {
  const { loader, asked } = open();
  loader.want('c', 1, () => undefined);
  asked[0]!.answer(undefined);
  await settle();
  expect(loader.peek('c', 1)).toEqual({ known: true, url: undefined });
});

test('a wish that is dropped is not fetched', async () => {
  const { loader, asked } = open();
  loader.want('c', 1, () => undefined);
  loader.want('c', 2, () => undefined);
  loader.drop();
  asked[0]!.answer('one');
  await settle();
  expect(asked).toHaveLength(1);
});

test('the oldest of many is given back', async () => {
  const { loader, asked, forgotten } = open();
  for (let at = 0; at <= 300; at++) {
    loader.want('c', at, () => undefined);
    asked.at(-1)!.answer(`url ${at}`);
    await settle();
  }
  expect(forgotten).toEqual(['url 0']);
});
