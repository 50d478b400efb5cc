import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ClockSchedule } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import { timeText } from '../../ui/format';
import { Loading } from '../../ui/Loading';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { TableRoom } from '../../ui/TableRoom';
import { offsetParts } from '../devicePage';
import { clockScheduleQuery, useRunClocks, useSetClockSchedule, wrongClocksQuery } from './deviceSettings';

interface Props {
  onClose: () => void;
}

/** When the center sets clocks of devices, and which of them are wrong now. */
export function ClocksDialog({ onClose }: Props) {
  const schedule = useQuery(clockScheduleQuery);
  if (schedule.error) return <ProblemNotice error={schedule.error} onRetry={() => void schedule.refetch()} />;
  return schedule.data === undefined ? <Loading /> : <Clocks schedule={schedule.data} onClose={onClose} />;
}

function Clocks({ schedule, onClose }: Props & { schedule: ClockSchedule }) {
  const { t } = useTranslation();
  const [form, setForm] = useState(schedule);
  const save = useSetClockSchedule();
  const run = useRunClocks();
  const put = (part: Partial<ClockSchedule>) => setForm((old) => ({ ...old, ...part }));
  return (
    <FormDialog
      title={t('care.clocks')}
      size="medium"
      submit={t('device.save')}
      ready={/^\d{2}:\d{2}$/.test(form.at) && form.driftSeconds >= 1 && form.driftSeconds <= 3600}
      pending={save.isPending}
      error={save.error ?? run.error}
      onSubmit={() => save.mutate(form, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('care.clocksText')}</p>
      <label className="ly-user-tick"><input type="checkbox" checked={form.enabled} onChange={(e) => put({ enabled: e.target.checked })} /> {t('care.daily')}</label>
      <div className="ly-fields">
        <label className="ly-field">
          <span>{t('care.at')}</span>
          <input className="ly-input ly-mono" type="time" value={form.at} onChange={(e) => put({ at: e.target.value })} />
        </label>
        <label className="ly-field">
          <span>{t('care.drift')}</span>
          <input className="ly-input ly-mono" type="number" min={1} max={3600} value={form.driftSeconds} onChange={(e) => put({ driftSeconds: Number(e.target.value) })} />
        </label>
      </div>
      <p className="ly-device-acts"><Button variant="secondary" isDisabled={run.isPending} onClick={() => run.mutate()}>{t('care.runNow')}</Button></p>
      {run.isSuccess && <Notice kind="success" title={t('care.running')} />}
      <WrongClocks />
    </FormDialog>
  );
}

function WrongClocks() {
  const { t } = useTranslation();
  const wrong = useQuery(wrongClocksQuery);
  if (wrong.data === undefined) return null;
  if (wrong.data.length === 0) return <p className="ly-muted">{t('care.allRight')}</p>;
  return (
    <div className="ly-find-room">
      <TableRoom label={t('care.wrongClocks')}>
        <thead>
          <tr>
            <th scope="col">{t('care.wrongClocks')}</th>
            <th scope="col">{t('devicePage.clock')}</th>
            <th scope="col">{t('care.seen')}</th>
          </tr>
        </thead>
        <tbody>
          {wrong.data.map((one) => {
            const { unit, amount } = offsetParts(one.offsetMillis);
            return (
              <tr key={one.deviceId}>
                <td><Link to={`/devices/${one.deviceId}`}>{one.deviceName}</Link></td>
                <td>{one.offsetMillis > 0 ? t(`devicePage.ahead.${unit}`, { amount }) : t(`devicePage.behind.${unit}`, { amount })}</td>
                <td>{timeText(one.seenAt)}</td>
              </tr>
            );
          })}
        </tbody>
      </TableRoom>
    </div>
  );
}
