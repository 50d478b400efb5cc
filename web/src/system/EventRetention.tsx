import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/serverClock';
import { useMay } from '../app/useSession';
import { problemWords } from '../i18n/problemWords';
import { dayText } from '../ui/format';
import { FormDialog } from '../ui/FormDialog';
import { Notice } from '../ui/Notice';
import '../ui/page.css';
import { eventRetentionQuery, LEAST_DAYS, MOST_DAYS, useSetEventRetention } from './eventRetention';

const DAY = 86_400_000;

/** How long events are kept, and the dialog to change it, which says what goes. */
export function EventRetention() {
  const { t } = useTranslation();
  const current = useQuery(eventRetentionQuery);
  const set = useSetEventRetention();
  const may = useMay('system.configure');
  const [typed, setTyped] = useState<string>();
  const days = Number(typed);
  const ready = typed !== undefined && /^\d+$/.test(typed) && days >= LEAST_DAYS && days <= MOST_DAYS;
  const shorter = ready && current.data !== undefined && days < current.data.days;
  const close = () => {
    set.reset();
    setTyped(undefined);
  };
  return (
    <section>
      <h2>{t('eventRetention.title')}</h2>
      {current.error && <Notice kind="danger" title={problemWords(t, current.error)} />}
      {current.data && (
        <p>
          {t('eventRetention.kept', { count: current.data.days })} <span className="ly-muted">{t('eventRetention.how')}</span>{' '}
          {may && <Button variant="link" isInline onClick={() => setTyped(String(current.data.days))}>{t('eventRetention.change')}</Button>}
        </p>
      )}
      {typed !== undefined && current.data !== undefined && (
        <FormDialog
          title={t('eventRetention.title')}
          submit={t(shorter ? 'eventRetention.shorten' : 'device.save')}
          danger={shorter}
          ready={ready && days !== current.data.days}
          pending={set.isPending}
          error={set.error}
          onSubmit={() => set.mutate({ days, version: current.data.version }, { onSuccess: close })}
          onClose={close}
        >
          <label className="ly-field">
            <span>{t('eventRetention.days')}</span>
            <input className="ly-input ly-mono" inputMode="numeric" autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
            <span className="ly-muted">{t('eventRetention.range', { least: LEAST_DAYS, most: MOST_DAYS })}</span>
          </label>
          {shorter && <Notice kind="warning" title={t('eventRetention.goes', { date: dayText(serverNow() - days * DAY) })} />}
        </FormDialog>
      )}
    </section>
  );
}
