import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { AlarmScheme, AlarmSource, NewAlarmScheme, OnlyAfter } from '../api/types';
import { cleaned, isCondition } from './conditions';
import { isWhole } from './linkage';

/** Alarm schemes and the commands on them. */
export const schemesQuery = queryOptions({
  queryKey: ['alarm-schemes'],
  queryFn: async () => (await answer(api.GET('/api/v1/alarm-schemes'))).items,
});

/** What the dialog starts with. */
export function formOf(scheme: AlarmScheme | undefined): NewAlarmScheme {
  if (scheme !== undefined) {
    const { id: _, version: __, ...body } = scheme;
    return body;
  }
  return {
    name: '', enabled: true, priority: 'MEDIUM', templateId: '', sources: [], types: [], mergeSeconds: 30, capSeconds: 600, delayOnSeconds: 0, delayOffSeconds: 0, toRoles: [], toUsers: [], actions: [], conditions: [],
  };
}

export function camerasOf(sources: readonly AlarmSource[]): string[] {
  return sources.flatMap((source) => (source.kind === 'CHANNEL' && source.objectId !== undefined ? [source.objectId] : []));
}

/** The other sources stay as they are. */
export function withCameras(sources: readonly AlarmSource[], ids: readonly string[]): AlarmSource[] {
  return [...sources.filter((source) => source.kind !== 'CHANNEL'), ...ids.map((objectId) => ({ kind: 'CHANNEL' as const, objectId }))];
}

export function sameSource(one: AlarmSource, other: AlarmSource): boolean {
  return one.kind === other.kind && one.objectId === other.objectId && one.part === other.part;
}

export function withSource(sources: readonly AlarmSource[], added: AlarmSource): AlarmSource[] {
  return sources.some((one) => sameSource(one, added)) ? [...sources] : [...sources, added];
}

export function withOnlyAfter({ onlyAfter: _, ...form }: NewAlarmScheme, rule: OnlyAfter | undefined): NewAlarmScheme {
  return rule === undefined ? form : { ...form, onlyAfter: rule };
}

function isOrder({ sources, types, seconds }: OnlyAfter): boolean {
  return sources.length > 0 && types.length > 0 && Number.isInteger(seconds) && seconds >= 1 && seconds <= 3600;
}

/** What is sent of a complete form. */
export function bodyOf(form: NewAlarmScheme): NewAlarmScheme {
  return { ...form, conditions: (form.conditions ?? []).map(cleaned) };
}

export function isComplete(form: NewAlarmScheme): boolean {
  const whole = [form.mergeSeconds, form.capSeconds, form.delayOnSeconds, form.delayOffSeconds].every((n) => Number.isInteger(n) && n >= 0);
  return form.name.trim() !== '' && form.templateId !== '' && form.sources.length > 0 && form.types.length > 0 && whole && (form.actions ?? []).every(isWhole) && (form.conditions ?? []).every(isCondition) && (form.onlyAfter === undefined || isOrder(form.onlyAfter));
}

export function useSaveScheme(scheme: AlarmScheme | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAlarmScheme) =>
      scheme === undefined ? answer(api.POST('/api/v1/alarm-schemes', { body })) : answer(api.PUT('/api/v1/alarm-schemes/{id}', { params: target(scheme), body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['alarm-schemes'] }),
  });
}

export function useRemoveScheme() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (scheme: AlarmScheme) => answer(api.DELETE('/api/v1/alarm-schemes/{id}', { params: target(scheme) })),
    onSettled: () => client.invalidateQueries({ queryKey: ['alarm-schemes'] }),
  });
}

function target(scheme: AlarmScheme) {
  return { path: { id: scheme.id }, header: { 'If-Match': `"${scheme.version}"` } };
}
