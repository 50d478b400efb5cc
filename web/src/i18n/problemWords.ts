import { Problem } from '../api/problem';
import type { Reason } from '../api/types';
import { en } from './en';
import type { T } from './index';

/** The browser's own words for what the server says by code; the server's sentence when the code is new here. */
export function reasonWords(t: T, reason: Reason | undefined): string {
  if (reason === undefined) return '';
  return isReason(reason.code) ? t(`reason.${reason.code}`) : reason.text;
}

export function problemWords(t: T, error: unknown): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
  if (isReason(error.code)) return t(`reason.${error.code}`);
  if (error.code === 'network') return t('problem.network');
  if (error.status === 401) return t('problem.unauthenticated');
  if (error.status === 403) {
    return error.detail ? t('problem.forbiddenRight', { detail: error.detail }) : t('problem.forbidden');
  }
  if (error.status === 412) return t('problem.stale');
  if (error.status === 404) return t('problem.notFound');
  if (error.status >= 500 && error.correlationId) return t('problem.internal', { id: error.correlationId });
  return error.detail || t('problem.unknown', { status: error.status });
}

export type ReasonCode = keyof typeof en.reason;

export function isReason(code: string): code is ReasonCode {
  return Object.hasOwn(en.reason, code);
}
