import UserIcon from '@patternfly/react-icons/dist/esm/icons/user-circle-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/queries';
import { signOut } from './signOut';

const POPOVER = { popoverTarget: 'account' };

/** Who is signed in, and the way out. The browser's own popover: a menu kit would cost the first page 20 kB. */
export function Account() {
  const { t } = useTranslation();
  const session = useQuery({ ...sessionQuery, enabled: false }).data;
  if (session === undefined) return null;
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
        <Button variant="secondary" onClick={() => void signOut()}>{t('app.signOut')}</Button>
      </div>
    </>
  );
}
