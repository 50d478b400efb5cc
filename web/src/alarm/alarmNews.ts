import type { Alarm } from '../api/types';

/** Alarms as the stream tells of them, for whoever shows them. */
const listeners = new Set<(alarm: Alarm) => void>();

export function tellOfAlarm(alarm: Alarm): void {
  listeners.forEach((listener) => listener(alarm));
}

export function hearAlarms(listener: (alarm: Alarm) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
