import { center } from '../i18n/en.center';
import type { T } from '../i18n';

/** The browser's words for an action of the log, or the action itself when it is new here. */
export function actionWords(t: T, action: string): string {
  const key = action.replaceAll('.', '-');
  return Object.hasOwn(center.audit.actions, key) ? t(`audit.actions.${key as keyof typeof center.audit.actions}`) : action;
}
