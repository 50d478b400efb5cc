import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries';
import type { Session } from '../api/types';

/** The signed-in user; only below SessionGate. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the user may do something with this device, or at this site. */
export function mayAt(place: { functions: readonly string[] } | undefined, what: string): boolean {
  return place?.functions.includes(what) === true;
}

/** Whether the user may do something anywhere, for example device.configure; the server decides place by place. */
export function useMay(what: string): boolean {
  return useSession().functions.includes(what);
}
