import { expect, test } from 'vitest';
import { addressOf, dialsIn, partsOf, validId } from './registration';

test('an address is taken apart and put together again', () => {
  for (const url of ['autoreg:cam-1', 'autoreg:cam-1?streams=10.0.0.5:554', 'autoreg:cam-1?answer=none', 'autoreg:cam-1?streams=none&answer=none']) {
    expect(addressOf(partsOf(url))).toBe(url);
  }
  expect(partsOf('autoreg:cam-1?streams=10.0.0.5:554&answer=none')).toEqual({ id: 'cam-1', streams: '10.0.0.5:554', answered: false });
});

test('only addresses of this kind are taken for one', () => {
  expect(dialsIn('autoreg:x')).toBe(true);
  expect(dialsIn('rtsp://autoreg:x')).toBe(false);
  expect(validId('A.b_c-1')).toBe(true);
  expect(validId('a b')).toBe(false);
  expect(validId('')).toBe(false);
});
