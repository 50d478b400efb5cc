import { Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/queries';
import { signOn } from '../api/signOn';

/** Appears when the session ran out under a running page and leads back in without leaving it. */
export function SignedOutBar() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const state = useSyncExternalStore(signOn.subscribe, () => signOn.state);
  const ended = useSyncExternalStore(signOn.subscribe, () => signOn.ended);
  const [blocked, setBlocked] = useState(false);
  const wasIn = client.getQueryData(sessionQuery.queryKey) !== undefined;
  if (state !== 'signed-out' || !wasIn || ended !== undefined) return null;
  return (
    <div className="ly-signed-out" role="alert">
      <span>{blocked ? t('signOn.blocked') : signOn.asleep === undefined ? t('signOn.signedOut') : t('session.asleep', { count: signOn.asleep })}</span>
      {blocked ? (
        <Button variant="secondary" onClick={() => signOn.leaveToSignIn()}>{t('signOn.here')}</Button>
      ) : (
        <Button variant="secondary" onClick={() => setBlocked(!signOn.signInBeside())}>{t('signOn.again')}</Button>
      )}
    </div>
  );
}
