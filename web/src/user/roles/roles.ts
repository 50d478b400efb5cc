import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { NewRole, Role, RoleMapping } from '../../api/types';

/** Roles, who has them by Keycloak, and the commands on both. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async () => (await answer(api.GET('/api/v1/roles'))).items,
});

export const mappingsQuery = queryOptions({
  queryKey: ['role-mappings'],
  queryFn: async () => (await answer(api.GET('/api/v1/role-mappings'))).items,
});

/** The functions in the order in which they are shown, by the part of the center they are about. */
export const FUNCTIONS = {
  live: ['live.view', 'live.talk', 'live.output'],
  ptz: ['ptz.operate', 'ptz.configure'],
  recording: ['recording.play', 'recording.download', 'recording.tag', 'recording.lock', 'recording.operate', 'recording.configure'],
  device: ['device.read', 'device.configure'],
  event: ['event.read', 'event.send'],
  alarm: ['alarm.read', 'alarm.operate', 'alarm.takeover', 'alarm.configure'],
  map: ['map.read', 'map.configure'],
  organisation: ['organisation.configure'],
  schedule: ['schedule.configure'],
  user: ['user.configure'],
  audit: ['audit.read'],
  system: ['system.read', 'system.configure'],
} as const;

export type FunctionGroup = keyof typeof FUNCTIONS;
export type FunctionWord = (typeof FUNCTIONS)[FunctionGroup][number];

/** These hold for the center as a whole. */
export const CENTRAL: readonly FunctionGroup[] = ['schedule', 'user', 'audit', 'system'];

/** The key of a function's words. */
export function wordKey(word: FunctionWord) {
  return `role.function.${word.replace('.', '-') as Dashed<FunctionWord>}` as const;
}
type Dashed<T extends string> = T extends `${infer A}.${infer B}` ? `${A}-${B}` : T;

/** What can be changed of a role. */
export function formOf(role: Role | undefined, name = ''): NewRole {
  return role === undefined
    ? { name, functions: ['live.view'], whole: false, grants: [] }
    : { name: role.name, functions: [...role.functions], whole: role.whole, grants: [...role.grants], ...(role.remark === undefined ? {} : { remark: role.remark }) };
}

export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

export function useSaveRole(role: Role | undefined) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: NewRole) =>
      role === undefined ? answer(api.POST('/api/v1/roles', { body })) : answer(api.PUT('/api/v1/roles/{id}', { params: target(role), body })),
    onSettled: refresh,
  });
}

export function useRemoveRole() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (role: Role) => answer(api.DELETE('/api/v1/roles/{id}', { params: target(role) })), onSettled: refresh });
}

export function useMapRole() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ kind, name, roleId }: Omit<RoleMapping, 'fixed'>) => answer(api.POST('/api/v1/role-mappings', { body: { kind, name, roleId } })),
    onSettled: refresh,
  });
}

export function useUnmapRole() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ kind, name, roleId }: RoleMapping) => answer(api.DELETE('/api/v1/role-mappings', { params: { query: { kind, name, roleId } } })),
    onSettled: refresh,
  });
}

function target(role: Role) {
  return { path: { id: role.id }, header: { 'If-Match': `"${role.version}"` } };
}

function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all([['roles'], ['role-mappings'], ['session']].map((queryKey) => client.invalidateQueries({ queryKey })));
}
