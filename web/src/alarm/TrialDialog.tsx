import { Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { serverNow } from '../api/serverClock';
import type { AlarmSimulation, NewAlarmScheme } from '../api/types';
import { useTypeWords } from '../event/eventTypes';
import { problemWords } from '../i18n/problemWords';
import { timeText } from '../ui/format';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { TableRoom } from '../ui/TableRoom';
import { conditionText } from './conditions';
import { midnight } from './search';

interface Props {
  /** None: of a scheme that is not stored. */
  id: string | undefined;
  /** What is tried: the scheme as it is, or as it stands in the form. */
  draft: NewAlarmScheme;
  onClose: () => void;
}

/** Tries a scheme on recorded events and says what it would have raised, and why not more. */
export function TrialDialog({ id, draft, onClose }: Props) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(() => midnight(serverNow(), 0));
  const [to, setTo] = useState(() => midnight(serverNow(), 1));
  const trial = useMutation({
    mutationFn: () => {
      const body = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), draft };
      return answer(id === undefined ? api.POST('/api/v1/alarm-schemes/simulation', { body }) : api.POST('/api/v1/alarm-schemes/{id}/simulation', { params: { path: { id } }, body }));
    },
  });
  const ready = !Number.isNaN(Date.parse(from)) && Date.parse(from) < Date.parse(to);
  return (
    <Dialog
      title={t('trial.title', { name: draft.name })}
      size="large"
      scrolls
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={!ready || trial.isPending} isLoading={trial.isPending} onClick={() => trial.mutate()}>{t('trial.run')}</Button>
          <Button variant="link" onClick={onClose}>{t('app.close')}</Button>
        </>
      }
    >
      <div className="ly-form">
        <p className="ly-muted">{t('trial.text')}</p>
        {!draft.enabled && <Notice kind="info" title={t('trial.off')} />}
        <div className="ly-fields">
          <label className="ly-field"><span>{t('trial.from')}</span><input className="ly-input ly-mono" type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} /></label>
          <label className="ly-field"><span>{t('trial.to')}</span><input className="ly-input ly-mono" type="datetime-local" value={to} onChange={(event) => setTo(event.target.value)} /></label>
        </div>
        {trial.error && <Notice kind="danger" title={problemWords(t, trial.error)} />}
        {trial.data && <Outcome outcome={trial.data} />}
      </div>
    </Dialog>
  );
}

function Outcome({ outcome }: { outcome: AlarmSimulation }) {
  const { t } = useTranslation();
  const typeWords = useTypeWords();
  return (
    <>
      <p role="status">{t('trial.found', { alarms: outcome.alarms, events: outcome.events, merged: outcome.merged })}</p>
      {outcome.left.length > 0 && <ul className="ly-plain-list">{outcome.left.map((left) => <li key={left.why}>{left.count} {t(`trial.why.${left.why}`)}</li>)}</ul>}
      {outcome.firsts > 0 && <p>{t('trial.firsts', { firsts: outcome.firsts, followed: outcome.followed })}</p>}
      {outcome.items.length > 0 && (
        <TableRoom label={t('trial.wouldRaise')}>
          <thead><tr><th scope="col">{t('alarm.column.at')}</th><th scope="col">{t('alarm.column.type')}</th><th scope="col">{t('alarm.column.source')}</th><th scope="col" className="ly-number">{t('alarm.column.count')}</th><th scope="col">{t('alarmReport.end')}</th></tr></thead>
          <tbody>
            {outcome.items.map((one, index) => (
              <tr key={index}>
                <th scope="row" className="ly-mono">{timeText(one.firstAt)}</th>
                <td>{typeWords(one.type)}</td>
                <td>{one.sourceName}</td>
                <td className="ly-number">{one.occurrences}</td>
                <td className="ly-mono">{one.endedAt === undefined ? t('alarm.lasts') : timeText(one.endedAt)}</td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
      {outcome.examples.length > 0 && (
        <TableRoom label={t('trial.left')}>
          <thead><tr><th scope="col">{t('alarmReport.time')}</th><th scope="col">{t('alarm.column.type')}</th><th scope="col">{t('alarm.column.source')}</th><th scope="col">{t('trial.reason')}</th></tr></thead>
          <tbody>
            {outcome.examples.map((one, index) => (
              <tr key={index}>
                <th scope="row" className="ly-mono">{timeText(one.at)}</th>
                <td>{typeWords(one.type)}</td>
                <td>{one.sourceName}</td>
                <td>{t(`trial.why.${one.why}`)}{one.condition !== undefined && t('trial.condition', { text: conditionText(t, one.condition) })}</td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
    </>
  );
}
