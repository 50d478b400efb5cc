import { describe, expect, test } from 'vitest';
import { EMPTY_STREAMS, streamsOrder } from './encodersForm';

describe('one setting for many streams', () => {
  test('is nothing while nothing is typed', () => expect(streamsOrder(EMPTY_STREAMS)).toBeUndefined());

  test('names what is typed', () => {
    expect(streamsOrder({ ...EMPTY_STREAMS, size: '640 × 360', frameRate: '12,5', bitRate: '512', constantBitRate: 'false' })).toEqual({
      stream: 'SUB', width: 640, height: 360, frameRate: 12.5, bitRate: 512, constantBitRate: false,
    });
  });

  test('is nothing when something makes no sense', () => {
    expect(streamsOrder({ ...EMPTY_STREAMS, size: 'large' })).toBeUndefined();
    expect(streamsOrder({ ...EMPTY_STREAMS, bitRate: '1.5' })).toBeUndefined();
    expect(streamsOrder({ ...EMPTY_STREAMS, bitRate: '512', keyInterval: '-1' })).toBeUndefined();
  });
});
