/**
 * The center's time as seen from this browser, learnt from the `Date` header of answers. That header counts
 * whole seconds, so a difference under two seconds is taken for none.
 */
let offsetMillis = 0;

export function learnServerTime(dateHeader: string | null, received = Date.now()): void {
  const server = dateHeader === null ? NaN : Date.parse(dateHeader);
  if (Number.isNaN(server)) return;
  const offset = server + 500 - received;
  offsetMillis = Math.abs(offset) < 2_000 ? 0 : offset;
}

export function serverNow(): number {
  return Date.now() + offsetMillis;
}

/** Milliseconds the center's clock is ahead of this browser's; 0 when they agree. */
export function clockDifference(): number {
  return offsetMillis;
}
