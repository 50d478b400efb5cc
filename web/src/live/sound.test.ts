import { describe, expect, test } from 'vitest';
import { g711Table, readSamples } from './g711';
import { SoundRing } from './SoundRing';

describe('G.711', () => {
  // Values of ITU-T G.711 (16-bit): the ends, the steps beside zero, and one in the middle of each law.
  test.each([
    ['alaw', 0xd5, 8], ['alaw', 0x55, -8], ['alaw', 0xaa, 32256], ['alaw', 0x2a, -32256], ['alaw', 0x80, 5504],
    ['ulaw', 0xff, 0], ['ulaw', 0x7f, 0], ['ulaw', 0x80, 32124], ['ulaw', 0x00, -32124], ['ulaw', 0xf0, 120],
  ] as const)('%s %i is %i', (codec, byte, value) => expect(g711Table(codec)[byte]! * 32768 + 0).toBeCloseTo(value, 6));

  test('samples come in a box with their time', () => {
    const box = new Uint8Array([0, 0, 0, 18, 0x6c, 0x79, 0x61, 0x75, 0, 0, 0, 0, 0, 0x16, 0xe3, 0x60, 7, 9]);
    expect(readSamples(box.buffer)).toEqual({ at: 1.5, bytes: new Uint8Array([7, 9]) });
    expect(readSamples(new Uint8Array([0, 0, 0, 16, 0x6d, 0x6f, 0x6f, 0x66, 0, 0, 0, 0, 0, 0, 0, 0]).buffer)).toBeUndefined();
  });
});

describe('the ring of sound', () => {
  const ring = () => new SoundRing(10, 2);
  const read = (of: SoundRing, count: number) => {
    const output = new Float32Array(count);
    of.read(output, 0.1);
    return [...output].map((v) => Math.round(v * 100) / 100);
  };

  test('is silent until it knows where the video is', () => {
    const sound = ring();
    sound.push(0, Float32Array.of(1, 1));
    expect(read(sound, 2)).toEqual([0, 0]);
  });

  test('plays each sample at its time and silence in between', () => {
    const sound = ring();
    sound.push(1, Float32Array.of(0.1, 0.2));
    sound.push(1.4, Float32Array.of(0.5));
    sound.follow(1);
    expect(read(sound, 6)).toEqual([0.1, 0.2, 0, 0, 0.5, 0]);
  });

  test('forgets what the ring no longer holds', () => {
    const sound = ring();
    sound.push(0, Float32Array.of(1));
    sound.push(100, Float32Array.of(0.5));
    sound.follow(0);
    expect(read(sound, 1)).toEqual([0]);
    sound.follow(100);
    expect(read(sound, 1)).toEqual([0.5]);
  });

  test('follows small errors by speed and large ones by a jump', () => {
    const sound = ring();
    sound.push(0, Float32Array.from({ length: 20 }, (_, i) => i));
    sound.follow(0);
    sound.follow(0.04);
    expect(read(sound, 3)).toEqual([0, 1.02, 2.04]);
    sound.follow(1.5);
    expect(read(sound, 1)).toEqual([15]);
  });
});
