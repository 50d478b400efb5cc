import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/serverClock';
import type { Channel, LockKind } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Dialog } from '../ui/Dialog';
import { dayText, lengthText, timeText } from '../ui/format';
import { Notice } from '../ui/Notice';
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
  const ready = reason.trim() !== '' && (kind === 'LEGAL_HOLD' || end > serverNow()) && !add.isPending;
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
    <Dialog
      title={t('lock.add')}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form="lock-form" isDisabled={!ready} isLoading={add.isPending}>{t('lock.lock')}</Button>
          <Button variant="link" onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <form
        id="lock-form"
        className="ly-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save();
        }}
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
        {add.error && <Notice kind="danger" title={problemWords(t, add.error)} />}
      </form>
    </Dialog>
  );
}
