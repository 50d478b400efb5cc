import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { AuditResult } from '../api/types';

/** What of the log is looked for; empty: anything. Times are local, as a datetime field gives them. */
export interface AuditFilter {
  from: string;
  to: string;
  by: string;
  action: string;
  result: string;
  q: string;
}

export const FILTER_FIELDS = ['from', 'to', 'by', 'action', 'result', 'q'] as const;

export function filterOf(params: URLSearchParams): AuditFilter {
  return Object.fromEntries(FILTER_FIELDS.map((field) => [field, params.get(field) ?? ''])) as unknown as AuditFilter;
}

/** The filter as the API asks for it. */
export function askedOf(filter: AuditFilter) {
  return {
    ...(instant(filter.from) === undefined ? {} : { from: instant(filter.from)! }),
    ...(instant(filter.to) === undefined ? {} : { to: instant(filter.to)! }),
    ...(filter.by.trim() === '' ? {} : { by: filter.by.trim() }),
    ...(filter.action === '' ? {} : { action: filter.action }),
    ...(filter.result === '' ? {} : { result: filter.result as AuditResult }),
    ...(filter.q.trim() === '' ? {} : { q: filter.q.trim() }),
  };
}

function instant(local: string): string | undefined {
  const at = Date.parse(local);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/audit-entries', { params: { query: { ...askedOf(filter), limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });
}

export const auditActionsQuery = queryOptions({
  queryKey: ['audit-actions'],
  queryFn: async () => (await answer(api.GET('/api/v1/audit-entries/actions'))).items,
});

export function exportAddress(filter: AuditFilter): string {
  return `/api/v1/audit-entries/export.csv?${new URLSearchParams(askedOf(filter)).toString()}`;
}
