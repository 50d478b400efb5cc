import { describe, expect, it } from 'vitest';
import { Resampler, TALK_RATE, toPcm } from './Resampler';

function tone(hertz: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate));
}

function level(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);
}

function crossings(samples: Float32Array): number {
  return samples.reduce((n, s, i) => n + (i > 0 && samples[i - 1]! < 0 && s >= 0 ? 1 : 0), 0);
}

describe('Resampler', () => {
  for (const rate of [16_000, 44_100, 48_000, 96_000]) {
    it(`keeps a tone of ${rate} samples a second as high and as loud`, () => {
      const made = new Resampler(rate).take(tone(440, rate, 1));
      expect(Math.abs(made.length - TALK_RATE)).toBeLessThan(40);
      const inner = made.slice(200, -200);
      expect(level(inner)).toBeCloseTo(0.5 / Math.SQRT2, 2);
      expect(Math.abs(crossings(inner) - (440 * inner.length) / TALK_RATE)).toBeLessThanOrEqual(1);
    });
  }

  it('lets nothing of a tone fold down that 8000 samples a second cannot hold', () => {
    const made = new Resampler(48_000).take(tone(5_000, 48_000, 1));
    expect(level(made.slice(200, -200))).toBeLessThan(0.005);
  });

  it('makes the same of pieces as of the whole', () => {
    const whole = tone(700, 44_100, 1);
    const once = new Resampler(44_100).take(whole);
    const pieces = new Resampler(44_100);
    const made: number[] = [];
    for (let i = 0; i < whole.length; i += 128) made.push(...pieces.take(whole.subarray(i, i + 128)));
    expect(made.length).toBe(once.length);
    made.forEach((s, i) => expect(s).toBeCloseTo(once[i]!, 5));
  });
});

it('cuts what is too loud for 16 bits', () => {
  expect([...toPcm(Float32Array.of(0, 0.5, 1, 2, -3))]).toEqual([0, 16_384, 32_767, 32_767, -32_767]);
});
