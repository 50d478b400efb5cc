import { describe, expect, test } from 'vitest';
import type { Encoder, EncoderSettings } from '../../api/types';
import { encoderChange, encoderForm, isWithin, offerOf, withCodec } from './encoderForm';

const now: EncoderSettings = { codec: 'H264', width: 1280, height: 720, frameRate: 25, bitRate: 2048, keyInterval: 50, quality: 5, profile: 'Main', constantBitRate: false };
const encoder: Encoder = {
  id: 'e', role: 'MAIN', name: 'main', now,
  offers: [{
    codec: 'H264', sizes: [{ width: 1280, height: 720 }], frameRates: [12.5, 25], bitRate: { min: 64, max: 8192 }, keyInterval: { min: 1, max: 100 },
    profiles: ['Main'], constantBitRate: true,
  }],
};

describe('the form of an encoder', () => {
  test('says nothing when nothing was changed', () => expect(encoderChange(now, encoderForm(now))).toEqual({}));

  test('names only what was changed', () => {
    expect(encoderChange(now, { ...encoderForm(now), size: '640x360', frameRate: '12,5', constantBitRate: 'true' })).toEqual({
      width: 640, height: 360, frameRate: 12.5, constantBitRate: true,
    });
  });

  test('lets the rest fit itself to another codec', () => {
    expect(encoderChange(now, withCodec(now, 'H265'))).toEqual({ codec: 'H265' });
    expect(encoderChange(now, { ...withCodec(now, 'H265'), bitRate: '2048' })).toEqual({ codec: 'H265', bitRate: 2048 });
    expect(withCodec(now, 'H264')).toEqual(encoderForm(now));
  });

  test('knows the limits of the device', () => {
    const offer = offerOf(encoder, 'H264')!;
    expect(isWithin(offer, { bitRate: 64, keyInterval: 100 })).toBe(true);
    expect(isWithin(offer, { bitRate: 63 })).toBe(false);
    expect(isWithin(offer, { bitRate: 64.5 })).toBe(false);
    expect(isWithin(offer, { bitRate: Number.NaN })).toBe(false);
    expect(isWithin(offer, { quality: 1 })).toBe(false);
    expect(offerOf(encoder, 'AV1')).toBeUndefined();
  });
});
