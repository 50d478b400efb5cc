import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Alarm, AlarmAction } from '../api/types';
import { useMay } from '../app/useSession';
import { timeText } from '../ui/format';
import { Mark, type Tone } from '../ui/Mark';
import { ProblemNotice } from '../ui/ProblemNotice';
import { actionReason, actionsQuery, picturesQuery, useTryAgain } from './linkage';
import './linkage.css';

const TONE: Record<AlarmAction['state'], Tone> = { PENDING: 'busy', RUNNING: 'busy', DONE: 'ok', FAILED: 'major', SKIPPED: 'off' };

/** What was done about an alarm by its scheme, why not, and the pictures that were kept. */
export function AlarmActions({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation();
  const actions = useQuery({ ...actionsQuery(alarm.id, alarm.version), placeholderData: (old) => old });
  const again = useTryAgain(alarm.id);
  const mayOperate = useMay('alarm.operate');
  if (actions.data === undefined || actions.data.length === 0) return null;
  return (
    <>
      <h3>{t('linkage.title')}</h3>
      {again.error && <ProblemNotice error={again.error} />}
      <ul className="ly-linkage">
        {actions.data.map((action) => (
          <li key={action.number} data-state={action.state}>
            <Mark tone={TONE[action.state]} word={t(`linkage.state.${action.state}`)} />
            <span>
              {t(`linkage.kind.${action.kind}`)}
              {action.escalation && <span className="ly-muted"> · {t('linkage.escalation')}</span>}
              <ActionWhy action={action} />
            </span>
            {action.state === 'FAILED' && mayOperate && (
              <Button variant="link" isInline isDisabled={again.isPending} onClick={() => again.mutate(action.number)}>{t('linkage.again')}</Button>
            )}
          </li>
        ))}
      </ul>
      <KeptPictures alarm={alarm} done={actions.data.filter((one) => one.kind === 'SNAPSHOT' && one.state !== 'RUNNING').length} />
    </>
  );
}

function ActionWhy({ action }: { action: AlarmAction }) {
  const { t } = useTranslation();
  const words = [
    actionReason(t, action),
    action.attempts > 1 ? t('linkage.tried', { count: action.attempts }) : '',
    action.state === 'PENDING' ? t('linkage.next', { time: timeText(action.dueAt) }) : '',
  ].filter((word) => word !== '');
  return words.length === 0 ? null : <span className="ly-linkage-why">{words.join(' · ')}</span>;
}

function KeptPictures({ alarm, done }: { alarm: Alarm; done: number }) {
  const { t } = useTranslation();
  const pictures = useQuery({ ...picturesQuery(alarm.id, done), enabled: done > 0, refetchInterval: (query) => (query.state.data?.length === 0 ? 3_000 : false) });
  if (pictures.data === undefined || pictures.data.length === 0) return null;
  return (
    <>
      <h3>{t('linkage.pictures')}</h3>
      <ul className="ly-linkage-pictures">
        {pictures.data.map((one) => {
          const address = `/api/v1/alarms/${alarm.id}/pictures/${one.id}.jpg`;
          return <li key={one.id}><a href={address} target="_blank" rel="noreferrer"><img src={address} alt={t('linkage.pictureAt', { time: timeText(one.takenAt) })} loading="lazy" /></a></li>;
        })}
      </ul>
    </>
  );
}
