import CameraIcon from '@patternfly/react-icons/dist/esm/icons/video-icon';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon';
import CalendarIcon from '@patternfly/react-icons/dist/esm/icons/calendar-alt-icon';
import RecordIcon from '@patternfly/react-icons/dist/esm/icons/dot-circle-icon';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import HddIcon from '@patternfly/react-icons/dist/esm/icons/hdd-icon';
import AuditIcon from '@patternfly/react-icons/dist/esm/icons/clipboard-list-icon';
import ServerIcon from '@patternfly/react-icons/dist/esm/icons/server-icon';
import GridIcon from '@patternfly/react-icons/dist/esm/icons/th-icon';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

const ENTRIES = [
  { to: '/live', word: 'nav.live', Icon: GridIcon },
  { to: '/playback', word: 'nav.playback', Icon: HistoryIcon },
  { to: '/downloads', word: 'nav.downloads', Icon: DownloadIcon },
  { to: '/devices', word: 'nav.devices', Icon: CameraIcon },
  { to: '/recording', word: 'nav.recording', Icon: RecordIcon },
  { to: '/schedules', word: 'nav.schedules', Icon: CalendarIcon },
  { to: '/storage', word: 'nav.storage', Icon: HddIcon },
  { to: '/audit', word: 'audit.title', Icon: AuditIcon },
  { to: '/system', word: 'nav.system', Icon: ServerIcon },
] as const;

export function Rail() {
  const { t } = useTranslation();
  return (
    <nav className="ly-rail" aria-label={t('app.navigation')}>
      {ENTRIES.map(({ to, word, Icon }) => (
        <NavLink key={to} to={to} className="ly-rail-entry">
          <Icon aria-hidden="true" />
          <span>{t(word)}</span>
        </NavLink>
      ))}
    </nav>
  );
}
