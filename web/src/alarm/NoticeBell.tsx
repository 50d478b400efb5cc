import BellIcon from '@patternfly/react-icons/dist/esm/icons/bell-icon';
import ReadIcon from '@patternfly/react-icons/dist/esm/icons/check-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlarmNotice } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { timeText } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import { Notice } from '../ui/Notice';
import { useShortcuts } from '../ui/shortcuts';
import './bell.css';
import { noticesQuery, unreadOf, useReadNotices } from './notices';

const POPOVER = { popoverTarget: 'notices' };

/** How many notices one has not read, and all of them on demand. The browser's own popover: Escape closes it. */
export function NoticeBell() {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const notices = useQuery(noticesQuery);
  const read = useReadNotices();
  const unread = unreadOf(notices.data).length;
  const items = notices.data ?? [];
  const error = notices.error ?? read.error;
  const label = unread === 0 ? t('notice.title') : t('notice.unread', { count: unread });
  useShortcuts('everywhere', [{ keys: ['g n'], label: t('notice.open'), run: () => list.current?.showPopover() }]);
  return (
    <>
      <Button variant="plain" className="ly-bell" aria-label={label} title={`${label} (g n)`} {...POPOVER}>
        <BellIcon aria-hidden="true" />
        {unread > 0 && <span className="ly-rail-count" aria-hidden="true">{unread}</span>}
      </Button>
      <div id="notices" ref={list} popover="auto" className="ly-account ly-bell-list">
        <div className="ly-bell-head">
          <h2>{t('notice.title')}</h2>
          <Button variant="link" isInline isDisabled={unread === 0 || read.isPending} onClick={() => read.mutate(undefined)}>{t('notice.readAll')}</Button>
        </div>
        {error && <Notice kind="danger" title={problemWords(t, error)} />}
        {items.length === 0 && !error && <p className="ly-muted">{t('notice.none')}</p>}
        <ul>
          {items.map((one) => (
            <NoticeItem key={one.id} notice={one} onRead={() => read.mutate(one)} onGo={() => list.current?.hidePopover()} />
          ))}
        </ul>
      </div>
    </>
  );
}

interface Props {
  notice: AlarmNotice;
  onRead: () => void;
  onGo: () => void;
}

function NoticeItem({ notice, onRead, onGo }: Props) {
  const { t } = useTranslation();
  const go = () => {
    if (!notice.read) onRead();
    onGo();
  };
  return (
    <li data-read={notice.read}>
      <Link to={`/alarms?alarm=${notice.alarmId}`} onClick={go}>{notice.text}</Link>
      <time className="ly-muted" dateTime={notice.at}>{timeText(notice.at)}</time>
      {!notice.read && <IconButton label={t('notice.read', { text: notice.text })} icon={<ReadIcon />} onClick={onRead} />}
    </li>
  );
}
