import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/serverClock';
import type { Channel, LockKind } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { dayText, lengthText, timeText } from '../ui/format';
import { addDays, type Range } from './days';
import { useAddLock } from './plans/planQueries';

const USUAL_DAYS = 30;

/** Keeps a range from being deleted: for an incident until a day, or as a legal hold until it is removed. */
export function LockDialog({ channels, range, onClose }: { channels: readonly Channel[]; range: Range; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddLock();
  const [kind, setKind] = useState<LockKind>('INCIDENT');
  const [until, setUntil] = useState(() => dayText(addDays(serverNow(), USUAL_DAYS)));
  const [reason, setReason] = useState('');
  const end = Date.parse(`${until}T00:00:00`);
  const ready = reason.trim() !== '' && (kind === 'LEGAL_HOLD' || end > serverNow());
  const save = () =>
    add.mutate(
      {
        channelIds: channels.map((c) => c.id),
        from: new Date(range.from).toISOString(),
        to: new Date(range.to).toISOString(),
        kind,
        reason: reason.trim(),
        ...(kind === 'INCIDENT' ? { until: new Date(end).toISOString() } : {}),
      },
      { onSuccess: onClose },
    );
  return (
    <FormDialog
      title={t('lock.add')}
      submit={t('lock.lock')}
      ready={ready}
      pending={add.isPending}
      error={add.error}
      onSubmit={save}
      onClose={onClose}
    >
      <p>
        <span className="ly-mono">{timeText(range.from)} – {timeText(range.to)}</span> <span className="ly-muted">{lengthText(range.to - range.from)}</span>
        <br />
        <span className="ly-muted">{channels.map((c) => c.name).join(', ')}</span>
      </p>
      <label className="ly-field">
        <span>{t('lock.columns.kind')}</span>
        <select className="ly-select" value={kind} onChange={(event) => setKind(event.target.value as LockKind)}>
          <option value="INCIDENT">{t('lock.incident')}</option>
          <option value="LEGAL_HOLD">{t('lock.legalHold')}</option>
        </select>
        <span className="ly-muted">{kind === 'INCIDENT' ? t('lock.incidentText') : t('lock.legalHoldText')}</span>
      </label>
      {kind === 'INCIDENT' && (
        <label className="ly-field">
          <span>{t('lock.untilDay')}</span>
          <input className="ly-input ly-mono" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </label>
      )}
      <label className="ly-field">
        <span>{t('lock.reason')}</span>
        <input className="ly-input" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </FormDialog>
  );
}
