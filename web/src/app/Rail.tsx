import BellIcon from '@patternfly/react-icons/dist/esm/icons/bell-icon';
import CameraIcon from '@patternfly/react-icons/dist/esm/icons/video-icon';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon';
import CalendarIcon from '@patternfly/react-icons/dist/esm/icons/calendar-alt-icon';
import RecordIcon from '@patternfly/react-icons/dist/esm/icons/dot-circle-icon';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import HddIcon from '@patternfly/react-icons/dist/esm/icons/hdd-icon';
import RuleIcon from '@patternfly/react-icons/dist/esm/icons/bolt-icon';
import AuditIcon from '@patternfly/react-icons/dist/esm/icons/clipboard-list-icon';
import SiteIcon from '@patternfly/react-icons/dist/esm/icons/sitemap-icon';
import RoleIcon from '@patternfly/react-icons/dist/esm/icons/user-shield-icon';
import UsersIcon from '@patternfly/react-icons/dist/esm/icons/users-icon';
import ServerIcon from '@patternfly/react-icons/dist/esm/icons/server-icon';
import MapIcon from '@patternfly/react-icons/dist/esm/icons/map-icon';
import OverviewIcon from '@patternfly/react-icons/dist/esm/icons/tachometer-alt-icon';
import GridIcon from '@patternfly/react-icons/dist/esm/icons/th-icon';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { alarmCountQuery } from '../alarm/alarmCount';
import { sessionQuery } from '../api/queries';
import { OVERVIEW_NEEDS } from './FirstPage';

/** Where one can go, and the functions of which one is needed; none: everybody. */
const ENTRIES = [
  { to: '/overview', word: 'nav.overview', needs: OVERVIEW_NEEDS, Icon: OverviewIcon },
  { to: '/live', word: 'nav.live', needs: ['live.view'], Icon: GridIcon },
  { to: '/playback', word: 'nav.playback', needs: ['recording.play'], Icon: HistoryIcon },
  { to: '/alarms', word: 'nav.alarms', needs: ['alarm.read'], Icon: BellIcon },
  { to: '/map', word: 'nav.map', needs: ['map.read'], Icon: MapIcon },
  { to: '/downloads', word: 'nav.downloads', needs: ['recording.download'], Icon: DownloadIcon },
  { to: '/devices', word: 'nav.devices', needs: ['device.read', 'device.configure'], Icon: CameraIcon },
  { to: '/sites', word: 'site.title', needs: ['organisation.configure'], Icon: SiteIcon },
  { to: '/recording', word: 'nav.recording', needs: ['recording.play', 'recording.configure'], Icon: RecordIcon },
  { to: '/schedules', word: 'nav.schedules', needs: ['recording.configure', 'schedule.configure', 'system.read'], Icon: CalendarIcon },
  { to: '/alarm-schemes', word: 'nav.alarmSchemes', needs: ['alarm.configure'], Icon: RuleIcon },
  { to: '/storage', word: 'nav.storage', needs: ['system.read'], Icon: HddIcon },
  { to: '/users', word: 'nav.users', needs: ['user.configure'], Icon: UsersIcon },
  { to: '/roles', word: 'nav.roles', needs: ['user.configure'], Icon: RoleIcon },
  { to: '/audit', word: 'nav.audit', needs: ['audit.read'], Icon: AuditIcon },
  { to: '/system', word: 'nav.system', needs: ['system.read'], Icon: ServerIcon },
] as const;

export function Rail() {
  const { t } = useTranslation();
  const functions = useQuery(sessionQuery).data?.functions ?? [];
  const entries = ENTRIES.filter(({ needs }) => needs.some((one) => functions.includes(one)));
  return (
    <nav className="ly-rail" aria-label={t('app.navigation')}>
      {entries.map(({ to, word, Icon }) => (
        <NavLink key={to} to={to} className="ly-rail-entry">
          <Icon aria-hidden="true" />
          <span>{t(word)}</span>
          {to === '/alarms' && <OpenAlarms />}
        </NavLink>
      ))}
    </nav>
  );
}

/** How many alarms nobody has; it lies over the entry and moves nothing. */
function OpenAlarms() {
  const { t } = useTranslation();
  const count = useQuery(alarmCountQuery).data?.open ?? 0;
  if (count === 0) return null;
  return <span className="ly-rail-count" title={t('nav.openAlarms', { count })}>{count > 99 ? '99+' : count}</span>;
}
