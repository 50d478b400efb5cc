import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries';
import type { Session } from '../api/types';

/** The signed-in user; only below SessionGate. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}
