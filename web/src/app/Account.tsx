import UserIcon from '@patternfly/react-icons/dist/esm/icons/user-circle-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/queries';
import { signOn } from '../api/signOn';
import type { Session } from '../api/types';
import { timeText } from '../ui/format';
import { signOut } from './signOut';

const POPOVER = { popoverTarget: 'account' };

/** Who is signed in, and the way out. The browser's own popover: a menu kit would cost the first page 20 kB. */
export function Account() {
  const { t } = useTranslation();
  const session = useQuery({ ...sessionQuery, enabled: false }).data;
  const ended = useSyncExternalStore(signOn.subscribe, () => signOn.ended);
  if (session === undefined || ended !== undefined) return null;
  const name = session.name ?? session.username;
  return (
    <>
      <Button variant="plain" icon={<UserIcon />} aria-label={t('app.account', { name })} title={name} {...POPOVER} />
      <div id="account" popover="auto" className="ly-account">
        <p>
          <strong>{name}</strong>
          <br />
          <span className="ly-muted">{session.administrator ? t('app.administrator') : t('app.operator')}</span>
        </p>
        {session.lastSignIn && <LastSignIn last={session.lastSignIn} />}
        <Button variant="secondary" onClick={() => void signOut()}>{t('app.signOut')}</Button>
      </div>
    </>
  );
}

/** Somebody else's sign-in would be noticed here. */
function LastSignIn({ last }: { last: NonNullable<Session['lastSignIn']> }) {
  const { t } = useTranslation();
  return (
    <p className="ly-muted">
      {t('session.last', { time: timeText(last.at), address: last.address ?? t('session.lastUnknown') })}
      {last.addressChanged && <><br />{t('session.otherAddress')}</>}
    </p>
  );
}
