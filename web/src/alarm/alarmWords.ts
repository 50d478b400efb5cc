import type { Alarm, AlarmPriority, DeviceEvent } from '../api/types';
import type { T } from '../i18n';
import type { Tone } from '../ui/Mark';

/** The browser's words for a type of event, or the type itself when it is new here. */
export function typeWords(t: T, type: string): string {
  return t(`event.${type as DeviceEvent['type']}`, { defaultValue: type });
}

export const PRIORITY_TONE: Record<AlarmPriority, Tone> = { CRITICAL: 'critical', HIGH: 'major', MEDIUM: 'busy', LOW: 'off' };

/** Whether what it is about lasts: nothing that people do changes that. */
export function conditionWords(t: T, alarm: Alarm): string {
  if (alarm.endedAt === undefined) return t('alarm.lasts');
  return alarm.endMissing ? t('alarm.endMissing') : t('alarm.over');
}
