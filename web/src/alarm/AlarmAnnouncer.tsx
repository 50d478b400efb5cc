import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { serverNow } from '../api/serverClock';
import type { Alarm } from '../api/types';
import { useTypeWords } from '../event/eventTypes';
import { IconButton } from '../ui/IconButton';
import { Mark } from '../ui/Mark';
import { hearAlarms } from './alarmNews';
import { alarmSound } from './alarmSound';
import { PRIORITY_TONE } from './alarmWords';
import { NoticeToasts } from './NoticeToasts';
import { usePopup } from './usePopup';
import './toasts.css';

const AlarmPopup = lazy(() => import('./AlarmPopup'));

const MOST = 3;
const NEWS_MS = 60_000;

/** Says on every page that an alarm was raised: by its sound, and, but for the alarm center, by a note in the corner. */
export function AlarmAnnouncer() {
  const { t } = useTranslation();
  const typeWords = useTypeWords();
  const { pathname } = useLocation();
  const [waiting, setWaiting] = useState<readonly Alarm[]>([]);
  const [popup, closePopup] = usePopup();
  const there = pathname === '/alarms';
  const dismiss = (id: string) => setWaiting((old) => old.filter((one) => one.id !== id));

  useEffect(() => {
    const known = new Set<string>();
    const end = hearAlarms((alarm) => {
      if (alarm.handling !== 'PENDING' || alarm.gone || alarm.held !== 'NONE') {
        alarmSound.settled(alarm.id);
        setWaiting((old) => old.filter((one) => one.id !== alarm.id));
      } else if (known.has(alarm.id) && alarm.sounds) {
        alarmSound.goesOn(alarm.id);
      } else if (!known.has(alarm.id) && Date.parse(alarm.raisedAt) > serverNow() - NEWS_MS) {
        known.add(alarm.id);
        alarmSound.raised(alarm.id, alarm.priority, alarm.sounds);
        setWaiting((old) => [alarm, ...old].slice(0, 100));
      }
    });
    return () => {
      end();
      alarmSound.stop();
    };
  }, []);
  useEffect(() => {
    if (there) setWaiting([]);
  }, [there]);

  const noted = there ? [] : waiting.filter((one) => one.id !== popup?.id);
  return (
    <div className="ly-toasts" role="status">
      {popup && <Suspense><AlarmPopup key={popup.id} alarm={popup} onClose={closePopup} /></Suspense>}
      <NoticeToasts />
      {noted.slice(0, MOST).map((alarm) => (
        <div key={alarm.id} className="ly-toast">
          <Mark tone={PRIORITY_TONE[alarm.priority]} word={t(`alarm.priority.${alarm.priority}`)} />
          <Link to={`/alarms?alarm=${alarm.id}`}>{typeWords(alarm.type)}: {alarm.sourceName}</Link>
          <IconButton label={t('app.close')} icon={<CloseIcon />} onClick={() => dismiss(alarm.id)} />
        </div>
      ))}
      {noted.length > MOST && <Link className="ly-toast" to="/alarms">+{noted.length - MOST}</Link>}
    </div>
  );
}
