import { Navigate } from 'react-router';
import { useSession } from './useSession';

/** What one needs one of to see something on the overview. */
export const OVERVIEW_NEEDS = ['alarm.read', 'device.read', 'recording.play', 'system.read'] as const;

/** Where one comes to after signing in: the overview, or live when it would show nothing. */
export function FirstPage() {
  const { functions } = useSession();
  return <Navigate to={OVERVIEW_NEEDS.some((one) => functions.includes(one)) ? '/overview' : '/live'} replace />;
}
