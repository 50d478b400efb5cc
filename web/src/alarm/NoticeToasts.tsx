import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../api/client';
import { IconButton } from '../ui/IconButton';
import { hearAlarms } from './alarmNews';

const MOST = 3;
const KEY = ['alarm-notices'];

/** Notices to the one who is signed in, until he has read them. */
export function NoticeToasts() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const heard = useRef(new Map<string, string>());
  const notices = useQuery({ queryKey: KEY, queryFn: async () => (await answer(api.GET('/api/v1/alarm-notices'))).items, staleTime: Infinity });
  const read = useMutation({ mutationFn: () => answer(api.POST('/api/v1/alarm-notices/reading')), onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
  useEffect(
    () =>
      hearAlarms((alarm) => {
        if (alarm.noticedAt === undefined || heard.current.get(alarm.id) === alarm.noticedAt) return;
        heard.current.set(alarm.id, alarm.noticedAt);
        void client.invalidateQueries({ queryKey: KEY });
      }),
    [client],
  );
  const unread = notices.data?.filter((one) => !one.read) ?? [];
  if (unread.length === 0) return null;
  return (
    <div className="ly-toast ly-notices">
      <strong>{t('linkage.bellCount', { count: unread.length })}</strong>
      <IconButton label={t('linkage.read')} icon={<CloseIcon />} onClick={() => read.mutate()} />
      <ul>
        {unread.slice(0, MOST).map((one) => <li key={one.id}><Link to={`/alarms?alarm=${one.alarmId}`}>{one.text}</Link></li>)}
      </ul>
    </div>
  );
}
