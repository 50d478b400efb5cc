import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** The page of one device: what it says of itself, and what can be done with it. */

export function factsQuery(id: string) {
  return queryOptions({
    queryKey: ['device-facts', id],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}/management', { params: { path: { id } } })),
    staleTime: 60_000,
    retry: false, // every question presents the password
    refetchOnWindowFocus: false,
  });
}

/** Sets the device's clock; an empty server: to the center's time, once. */
export function useSetClock(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (server: string) =>
      answer(api.POST('/api/v1/devices/{id}/management/clock', {
        params: { path: { id } }, body: server.trim() === '' ? {} : { server: server.trim() },
      })),
    onSuccess: (facts) => client.setQueryData(factsQuery(id).queryKey, facts),
  });
}

export function useRestart(id: string) {
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/devices/{id}/management/restart', { params: { path: { id } } })),
  });
}

/** The address of the device's own web page. */
export function ownPage(url: string): string {
  const match = /^([a-z]+):\/\/(\[[^\]]*\]|[^/:]+)(:\d+)?/i.exec(url);
  if (match === null) return 'about:blank';
  const [, scheme = '', host = '', port = ''] = match;
  return scheme.startsWith('http') ? `${scheme}://${host}${port}/` : `http://${host}/`;
}

/** Reasons for which an installer can do something. */
const ADVISED = ['unreachable', 'refused', 'timeout', 'unauthorized', 'forbidden', 'not-found', 'not-onvif', 'not-rtsp', 'unsupported-codec', 'no-data', 'closed', 'tls-untrusted'] as const;
export type Advised = (typeof ADVISED)[number];

export function isAdvised(code: string): code is Advised {
  return (ADVISED as readonly string[]).includes(code);
}

/** A difference of clocks for people: seconds below two minutes, else minutes, else hours. */
export function offsetParts(millis: number): { unit: 'seconds' | 'minutes' | 'hours'; amount: string } {
  const seconds = Math.abs(millis) / 1000;
  if (seconds < 120) return { unit: 'seconds', amount: seconds.toFixed(seconds < 10 ? 1 : 0) };
  if (seconds < 7200) return { unit: 'minutes', amount: (seconds / 60).toFixed(0) };
  return { unit: 'hours', amount: (seconds / 3600).toFixed(0) };
}
