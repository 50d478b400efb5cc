import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { useShelve } from './shelves';

const MINUTES = [15, 60, 240, 480] as const;

/** Asks what to hold back, for how long, and why. */
export function ShelveDialog({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState<number>(60);
  const [wholeScheme, setWholeScheme] = useState(false);
  const [reason, setReason] = useState('');
  const shelve = useShelve();
  return (
    <FormDialog
      title={t('alarm.shelve.title', { number: alarm.number })}
      submit={t('alarm.shelve.submit')}
      ready={reason.trim() !== ''}
      pending={shelve.isPending}
      error={shelve.error}
      onSubmit={() => shelve.mutate({ alarmId: alarm.id, wholeScheme, reason: reason.trim(), minutes }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="ly-muted">{t('alarm.shelve.text')}</p>
      <label className="ly-field">
        <span>{t('alarm.shelve.what')}</span>
        <select className="ly-select" value={wholeScheme ? 'scheme' : 'source'} onChange={(event) => setWholeScheme(event.target.value === 'scheme')}>
          <option value="source">{t('alarm.shelve.source', { name: alarm.sourceName })}</option>
          <option value="scheme">{t('alarm.shelve.scheme', { name: alarm.schemeName })}</option>
        </select>
      </label>
      <label className="ly-field">
        <span>{t('alarm.shelve.long')}</span>
        <select className="ly-select" value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
          {MINUTES.map((one) => <option key={one} value={one}>{one < 60 ? t('alarm.shelve.minutes', { count: one }) : t('alarm.shelve.hours', { count: one / 60 })}</option>)}
        </select>
      </label>
      <label className="ly-field">
        <span>{t('alarm.shelve.reason')}</span>
        <input className="ly-input" value={reason} maxLength={1024} autoFocus onChange={(event) => setReason(event.target.value)} />
      </label>
    </FormDialog>
  );
}
