import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { signOn } from '../api/signOn';
import { Empty } from '../ui/Empty';

let arrival: { back: string | null } | undefined;

/**
 * Where the server sends the browser after sign-in. In the tab that left for it, the page it left comes back; a
 * window opened beside a running page tells that page and closes.
 */
export function SignedInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useEffect(() => {
    arrival ??= { back: signOn.arrive() };
    if (arrival.back !== null) void navigate(arrival.back, { replace: true });
    else window.close();
  }, [navigate]);
  return (
    <main className="ly-alone">
      <Empty whole title={t('signOn.done')} text={t('signOn.doneText')}>
        <a href="/live">{t('signOn.open')}</a>
      </Empty>
    </main>
  );
}
