import type { Volume } from '../api/types';

/** How long a volume takes recordings at today's rate before it deletes the oldest: days, that it is full, or unknown. */
export type DaysLeft = { kind: 'days'; days: number } | { kind: 'full' } | { kind: 'unknown' };

const DAY = 86_400;

export function daysLeft(volume: Volume): DaysLeft {
  const { freeBytes, usedBytes, bytesPerSecond } = volume;
  if (freeBytes === undefined || usedBytes === undefined || bytesPerSecond === undefined) return { kind: 'unknown' };
  const onDisk = freeBytes - (volume.reserveBytes ?? 0);
  const room = volume.quotaBytes === undefined ? onDisk : Math.min(onDisk, volume.quotaBytes - usedBytes);
  // Within a minute of being full it deletes as fast as it writes.
  if (room <= bytesPerSecond * 60) return room > 0 && bytesPerSecond === 0 ? { kind: 'unknown' } : { kind: 'full' };
  return bytesPerSecond === 0 ? { kind: 'unknown' } : { kind: 'days', days: room / bytesPerSecond / DAY };
}

/** The volume that is full first. */
export function leastLeft(volumes: readonly Volume[]): DaysLeft {
  const all = volumes.map(daysLeft);
  if (all.some((one) => one.kind === 'full')) return { kind: 'full' };
  const days = all.flatMap((one) => (one.kind === 'days' ? [one.days] : []));
  return days.length === 0 ? { kind: 'unknown' } : { kind: 'days', days: Math.min(...days) };
}
