import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '../ui/IconButton';
import { hearAlarms } from './alarmNews';
import { noticesQuery, unreadOf, useReadNotices } from './notices';

const MOST = 3;

/** Notices to the one who is signed in, until he has read them. */
export function NoticeToasts() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const heard = useRef(new Map<string, string>());
  const notices = useQuery(noticesQuery);
  const read = useReadNotices();
  useEffect(
    () =>
      hearAlarms((alarm) => {
        if (alarm.noticedAt === undefined || heard.current.get(alarm.id) === alarm.noticedAt) return;
        heard.current.set(alarm.id, alarm.noticedAt);
        void client.invalidateQueries({ queryKey: noticesQuery.queryKey });
      }),
    [client],
  );
  const unread = unreadOf(notices.data);
  if (unread.length === 0) return null;
  return (
    <div className="ly-toast ly-notices">
      <strong>{t('notice.unread', { count: unread.length })}</strong>
      <IconButton label={t('notice.readAll')} icon={<CloseIcon />} onClick={() => read.mutate(undefined)} />
      <ul>
        {unread.slice(0, MOST).map((one) => <li key={one.id}><Link to={`/alarms?alarm=${one.alarmId}`} onClick={() => read.mutate(one)}>{one.text}</Link></li>)}
      </ul>
    </div>
  );
}
