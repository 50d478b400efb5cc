import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { sessionQuery } from '../api/queries';
import { signOn } from '../api/signOn';
import { reasonWords } from '../i18n/problemWords';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { ProblemNotice } from '../ui/ProblemNotice';
import { signOut } from './signOut';

/**
 * Lets the application in once there is a session. Without one at first load the browser goes to sign-in at once;
 * if it has just come back from there, it stops and says so instead of going round in circles. A session that the center
 * ended takes the page away and says why.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const ended = useSyncExternalStore(signOn.subscribe, () => signOn.ended);
  const cameBack = signOn.cameBack;
  const signedOut = session.data === undefined && session.error instanceof Problem && session.error.status === 401;

  useEffect(() => {
    if (signedOut && !cameBack && ended === undefined) signOn.leaveToSignIn();
  }, [signedOut, cameBack, ended]);

  if (ended !== undefined) {
    return (
      <Empty whole title={reasonWords(t, ended)} text={t('session.endedText')}>
        <Button onClick={() => signOn.leaveToSignIn()}>{t('signOn.again')}</Button>
      </Empty>
    );
  }
  if (session.data !== undefined) return children;
  if (signedOut) {
    return cameBack ? (
      <Empty whole title={t('signOn.failedTitle')} text={t('signOn.failedText')}>
        <Button onClick={() => signOn.leaveToSignIn()}>{t('signOn.retry')}</Button>
      </Empty>
    ) : (
      <Empty whole title={t('signOn.signingIn')} />
    );
  }
  if (session.error instanceof Problem && session.error.status === 403) {
    return (
      <Empty whole title={t('signOn.noRole')} text={session.error.detail}>
        <Button variant="secondary" onClick={() => void signOut()}>{t('app.signOut')}</Button>
      </Empty>
    );
  }
  if (session.error) return <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />;
  return <Loading />;
}
