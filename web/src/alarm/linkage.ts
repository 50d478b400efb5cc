import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { AlarmAction, SchemeAction } from '../api/types';
import { linkage } from '../i18n/en.linkage';
import type { T } from '../i18n';
import { reasonWords } from '../i18n/problemWords';

/** What schemes do when they raise alarms. */
const SOON_MS = 60_000;

/** Whether more is to be heard of it soon. */
export function isUnderWay(action: AlarmAction, now: number): boolean {
  return action.state === 'RUNNING' || (action.state === 'PENDING' && Date.parse(action.dueAt) < now + SOON_MS);
}

export function actionsQuery(alarmId: string, version: number) {
  return queryOptions({
    queryKey: ['alarms', 'actions', alarmId, version],
    queryFn: async () => (await answer(api.GET('/api/v1/alarms/{id}/actions', { params: { path: { id: alarmId } } }))).items,
    refetchInterval: (query) => (query.state.data?.some((one) => isUnderWay(one, Date.now())) ? 2_000 : false),
  });
}

export function picturesQuery(alarmId: string, done: number) {
  return queryOptions({
    queryKey: ['alarms', 'pictures', alarmId, done],
    queryFn: async () => (await answer(api.GET('/api/v1/alarms/{id}/pictures', { params: { path: { id: alarmId } } }))).items,
  });
}

export function useTryAgain(alarmId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: number) => answer(api.POST('/api/v1/alarms/{id}/actions/{number}/attempts', { params: { path: { id: alarmId, number } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['alarms', 'actions', alarmId] }),
  });
}

type ReasonCode = keyof typeof linkage.linkage.reason;

/** Why an action is as it is, in the browser's words where it has some. */
export function actionReason(t: T, action: AlarmAction): string {
  const reason = action.reason;
  if (reason === undefined) return '';
  return Object.hasOwn(linkage.linkage.reason, reason.code) ? t(`linkage.reason.${reason.code as ReasonCode}`, { text: reason.text }) : reasonWords(t, reason);
}

/** The kinds that the editor offers. */
export const OFFERED = ['RECORD', 'SNAPSHOT', 'POPUP', 'PTZ_PRESET', 'OUTPUT', 'EMAIL', 'WEBHOOK', 'NOTIFY', 'MAP_FLASH', 'SOUND'] as const;
export type OfferedKind = (typeof OFFERED)[number];

/** An action as the editor begins with it. */
export function newAction(kind: OfferedKind, afterMinutes: number): SchemeAction {
  const more: Partial<Record<OfferedKind, Partial<SchemeAction>>> = {
    RECORD: { before: 10, seconds: 30 },
    PTZ_PRESET: { seconds: 60, target: '', back: '' },
    OUTPUT: { seconds: 10, target: '' },
    EMAIL: { addresses: [], picture: true },
    WEBHOOK: { url: '' },
    NOTIFY: { toUsers: [], toRoles: [] },
  };
  return { kind, ...(afterMinutes === 0 ? {} : { afterMinutes }), ...more[kind] };
}

/** Whether the center will take it, as far as can be told here. */
export function isWhole(action: SchemeAction): boolean {
  const seconds = action.seconds ?? 0;
  switch (action.kind) {
    case 'RECORD': return Number.isInteger(action.before) && seconds >= 5;
    case 'PTZ_PRESET': return (action.target ?? '') !== '' && (seconds === 0 || (action.back ?? '') !== '');
    case 'OUTPUT': return (action.target ?? '') !== '' && seconds >= 1;
    case 'EMAIL': return (action.addresses ?? []).length > 0;
    case 'WEBHOOK': return /^https?:\/\/[^/]+/.test(action.url ?? '');
    case 'NOTIFY': return (action.toUsers ?? []).length + (action.toRoles ?? []).length > 0;
    default: return true;
  }
}

/** Words that are separated by commas. */
export function listOf(text: string): string[] {
  return text.split(/[,;，；\s]+/).filter((word) => word !== '');
}
