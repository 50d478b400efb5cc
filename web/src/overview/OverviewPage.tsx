import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AlarmBars } from '../alarm/AlarmBars';
import { alarmCountQuery, newestAlarmsQuery } from '../alarm/alarmCount';
import { PRIORITY_TONE } from '../alarm/alarmWords';
import { Figure } from '../alarm/Figure';
import { barsOf, LEVELS, reportQuery } from '../alarm/report';
import { deviceTotalsQuery } from '../api/deviceQueries';
import { recordingTotalsQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import type { AlarmPriority } from '../api/types';
import { useMay } from '../app/useSession';
import { useTypeWords } from '../event/eventTypes';
import { volumesQuery } from '../storage/storage';
import { timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { leastLeft } from './storageDays';
import '../ui/page.css';
import './overview.css';

/** How the center is at a glance; each figure leads to what it counts. What one may not see is not asked for. */
export function OverviewPage() {
  const { t } = useTranslation();
  const mayAlarms = useMay('alarm.read');
  const mayDevices = useMay('device.read');
  const mayRecordings = useMay('recording.play');
  const maySystem = useMay('system.read');
  return (
    <>
      <PageBar title={t('overview.title')} />
      <div className="ly-body">
        <div className="ly-figures">
          {mayDevices && <Devices />}
          {mayRecordings && <Recording />}
          {maySystem && <Storage />}
        </div>
        {mayAlarms && <Alarms />}
        {!mayAlarms && !mayDevices && !mayRecordings && !maySystem && <p className="ly-muted">{t('overview.nothing')}</p>}
      </div>
    </>
  );
}

function Devices() {
  const { t } = useTranslation();
  const { data: totals, error } = useQuery(deviceTotalsQuery);
  const all = totals && totals.online + totals.offline + totals.connecting;
  const known = error === null ? totals : undefined;
  return (
    <>
      <Figure to="/devices" label={t('overview.online')} value={known?.online} note={known && t('overview.of', { count: all ?? 0 })} />
      <Figure to="/devices?state=OFFLINE" label={t('overview.offline')} value={known?.offline} note={known && t('overview.connecting', { count: known.connecting })} />
    </>
  );
}

function Recording() {
  const { t } = useTranslation();
  const { data, error } = useQuery(recordingTotalsQuery);
  const known = error === null ? data : undefined;
  return <Figure to="/recording" label={t('overview.recording')} value={known?.recording} note={known && t('overview.recordingOf', { count: known.switchedOn, interrupted: known.interrupted })} />;
}

function Storage() {
  const { t } = useTranslation();
  const { data, error } = useQuery(volumesQuery);
  const left = error !== null || data === undefined ? { kind: 'unknown' as const } : leastLeft(data);
  const value = left.kind === 'unknown' ? undefined : left.kind === 'full' ? t('overview.full') : left.days >= 10 ? Math.floor(left.days) : Math.round(left.days * 10) / 10;
  return <Figure to="/storage" label={t('overview.daysLeft')} value={value} note={t(`overview.left.${left.kind}`)} />;
}

function Alarms() {
  const { t } = useTranslation();
  const typeWords = useTypeWords();
  const count = useQuery(alarmCountQuery);
  const report = useQuery(reportQuery(1, '', serverNow()));
  const newest = useQuery(newestAlarmsQuery);
  const rows = newest.data ?? [];
  const error = report.error ?? newest.error;
  return (
    <>
      <section>
        <h2>{t('overview.open')}</h2>
        <div className="ly-figures">
          {LEVELS.map((level) => {
            const priority = level.toUpperCase() as AlarmPriority;
            return <Figure key={level} to={`/alarms?priority=${priority}`} label={t(`alarm.priority.${priority}`)} value={count.error === null ? count.data?.priorities[level] : undefined} />;
          })}
        </div>
      </section>
      {error && <ProblemNotice error={error} onRetry={() => void Promise.all([report.refetch(), newest.refetch()])} />}
      {report.data && (
        <section>
          <AlarmBars title={t('overview.trend')} bars={barsOf(report.data.hours, Date.parse(report.data.from), Date.parse(report.data.to))} />
          <Link className="ly-overview-more" to="/alarm-report">{t('overview.figures')}</Link>
        </section>
      )}
      <section>
        <h2>{t('overview.newest')}</h2>
        {newest.isSuccess && rows.length === 0 && <p className="ly-muted">{t('overview.noneOpen')}</p>}
        <ul className="ly-overview-alarms">
          {rows.map((alarm) => (
            <li key={alarm.id}>
              <Mark tone={PRIORITY_TONE[alarm.priority]} word={t(`alarm.priority.${alarm.priority}`)} />
              <time dateTime={alarm.firstAt}>{timeText(alarm.firstAt)}</time>
              <Link to={`/alarms?alarm=${alarm.id}`}>{typeWords(alarm.type)}</Link>
              <span>{alarm.sourceName}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
