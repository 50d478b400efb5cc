import { Problem } from '../api/problem';
import type { Reason } from '../api/types';
import { server } from './en.server';
import type { T } from './index';

/** The browser's own words for what the server says by code; the server's sentence when the code is new here. */
export function reasonWords(t: T, reason: Reason | undefined): string {
  if (reason === undefined) return '';
  return isReason(reason.code) ? t(`reason.${reason.code}`) : reason.text;
}

/** The words for a refusal; a camera's or volume's own reason says more than the problem's type. */
export function problemWords(t: T, error: unknown): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
  if (error.reason !== undefined) return reasonWords(t, error.reason);
  const { code, detail, status } = error;
  if (!Object.hasOwn(server.problem, code)) return detail || t('problem.unknown', { status });
  if (code === 'internal' && error.correlationId === undefined) return detail || t('problem.unknown', { status });
  return t(`problem.${code as ProblemCode}`, { detail, id: error.correlationId ?? '', status }).trim();
}

type ProblemCode = keyof typeof server.problem;

type ReasonCode = keyof typeof server.reason;

function isReason(code: string): code is ReasonCode {
  return Object.hasOwn(server.reason, code);
}
