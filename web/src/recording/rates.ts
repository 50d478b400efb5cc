/** Speeds of playback, from the fastest backwards to the fastest forwards. */
export const RATES = [-16, -8, -4, -2, -1, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** Faster than this, and backwards, only key frames are shown: no browser decodes everything at such speeds. */
const WHOLE_UNTIL = 2;

export function isTrick(rate: number): boolean {
  return rate < 0 || rate > WHOLE_UNTIL;
}

export function rateText(rate: number): string {
  const size = Math.abs(rate);
  return `${rate < 0 ? '−' : ''}${size < 1 ? `1/${1 / size}` : size}×`;
}

/** The next faster (or slower, at last backwards) speed. */
export function nextRate(rate: number, step: 1 | -1): number {
  const index = RATES.findIndex((r) => r === rate);
  return RATES[Math.max(0, Math.min(RATES.length - 1, (index < 0 ? RATES.indexOf(1) : index) + step))] ?? 1;
}

export function reversed(rate: number): number {
  return rate < 0 ? -rate : -Math.max(1, rate);
}
