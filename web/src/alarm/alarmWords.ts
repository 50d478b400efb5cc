import type { Alarm, AlarmPriority } from '../api/types';
import type { T } from '../i18n';
import type { Tone } from '../ui/Mark';

export const PRIORITY_TONE: Record<AlarmPriority, Tone> = { CRITICAL: 'critical', HIGH: 'major', MEDIUM: 'busy', LOW: 'off' };

/** Whether what it is about lasts: nothing that people do changes that. */
export function conditionWords(t: T, alarm: Alarm): string {
  if (alarm.gone) return t('alarm.gone');
  if (alarm.endedAt === undefined) return t('alarm.lasts');
  return alarm.endMissing ? t('alarm.endMissing') : t('alarm.over');
}
