/** Times and sizes as text. Times are ISO-like and in the viewer's zone, 24 hours, always two digits. */

const two = (n: number): string => String(n).padStart(2, '0');

export function dayText(at: number | Date): string {
  const d = new Date(at);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
}

export function clockText(at: number | Date, seconds = true): string {
  const d = new Date(at);
  return `${two(d.getHours())}:${two(d.getMinutes())}${seconds ? `:${two(d.getSeconds())}` : ''}`;
}

export function timeText(at: number | Date | string | undefined): string {
  if (at === undefined) return '';
  const d = new Date(at);
  return `${dayText(d)} ${clockText(d)}`;
}

/** Today's times lose the day, to be read faster. */
export function shortTimeText(at: string, now: number): string {
  const d = new Date(at);
  return dayText(d) === dayText(now) ? clockText(d) : `${dayText(d).slice(5)} ${clockText(d)}`;
}

/** `1:02:03`, `2:03` or, under a minute, `3.5 s`. */
export function lengthText(millis: number): string {
  if (millis < 60_000) return `${Math.round(millis / 100) / 10} s`;
  const all = Math.round(millis / 1000);
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

export function zoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `UTC`, `UTC+1`, `UTC+5:30` for the viewer's zone at that time. */
export function zoneOffsetText(at: number | Date): string {
  const minutes = -new Date(at).getTimezoneOffset();
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${two(rest)}`}`;
}

export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
