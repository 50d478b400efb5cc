import { currentLanguage } from '../i18n';
import { DAYS, type Day } from './week';

/** The name of the day in the user's language. */
export function dayName(day: Day): string {
  const monday = Date.UTC(2024, 0, 1);
  const language = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(monday + DAYS.indexOf(day) * 86_400_000);
}
