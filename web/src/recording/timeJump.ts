/**
 * Reads a typed time in the viewer's zone: `14:05`, `14:05:30`, `yesterday 14:05`, `2026-11-22 14:05`, `11-22 14:05`,
 * `2026-11-22`, `now`. A time alone belongs to the day that is shown. Undefined when it is not a time.
 */
export function parseTimeJump(text: string, shownDay: number, now: number): number | undefined {
  const input = text.trim().toLowerCase().replaceAll('：', ':').replace(/\s+/g, ' ');
  if (input === 'now' || input === '现在') return now;
  const match = /^(?:(?<word>today|yesterday|今天|昨天)|(?<date>(?:\d{4}-)?\d{1,2}-\d{1,2}))?(?:(?:^|[ t]|(?<=[今昨]天))(?<time>\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(input);
  const { word, date, time } = match?.groups ?? {};
  if (match === null || (word === undefined && date === undefined && time === undefined)) return undefined;
  const day = date !== undefined ? dayOf(date, now) : word !== undefined ? dayOfWord(word, now) : new Date(shownDay);
  return day === undefined ? undefined : at(day, time ?? '00:00');
}

function dayOfWord(word: string, now: number): Date {
  const day = new Date(now);
  if (word === 'yesterday' || word === '昨天') day.setDate(day.getDate() - 1);
  return day;
}

function dayOf(date: string, now: number): Date | undefined {
  const parts = date.split('-').map(Number);
  const [year, month, day] = parts.length === 3 ? parts : [new Date(now).getFullYear(), ...parts];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const result = new Date(year, month - 1, day);
  return result.getMonth() === month - 1 && result.getDate() === day ? result : undefined;
}

function at(day: Date, time: string): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes, seconds).getTime();
}
