import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { serverNow } from '../api/serverClock';
import type { AlarmReport, AlarmSourceCount } from '../api/types';
import { useTypeWords } from '../event/eventTypes';
import { SiteSelect } from '../organisation/SiteSelect';
import { timeText } from '../ui/format';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { TableRoom } from '../ui/TableRoom';
import { Tabs } from '../ui/Tabs';
import { useAddressParams, withParams } from '../ui/useAddressParams';
import { AlarmBars } from './AlarmBars';
import { AlarmOperators } from './AlarmOperators';
import { AlarmPlaces } from './AlarmPlaces';
import { Figure } from './Figure';
import { barsOf, reportQuery, share, SPANS, wait, type Listed, type Span } from './report';
import { searchAddress } from './search';
import '../ui/page.css';
import './alarm.css';

/** Figures about alarms. The time and the site are in the address. */
export function AlarmReportPage() {
  const { t } = useTranslation();
  const [params, change] = useAddressParams();
  const days = SPANS.find((one) => one === params.get('days')) ?? '1';
  const site = params.get('site') ?? '';
  const report = useQuery(reportQuery(Number(days), site, serverNow()));
  const set = (field: string, value: string) => change((old) => withParams(old, { [field]: value }));
  return (
    <>
      <PageBar title={t('alarm.title')} actions={<SiteSelect label={t('alarmSearch.field.site')} value={site} none={t('alarmReport.everywhere')} onChoose={(id) => set('site', id)} />}>
        <AlarmPlaces />
        <Tabs label={t('alarmReport.time')} tabs={SPANS.map((id) => ({ id, word: t('alarmReport.days', { count: Number(id) }) }))} current={days} onChoose={(id: Span) => set('days', id === '1' ? '' : id)} />
      </PageBar>
      <div className="ly-body">
        {report.error && <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />}
        {report.isPending && <Loading />}
        {report.data && <Report report={report.data} site={site} />}
      </div>
    </>
  );
}

function Report({ report, site }: { report: AlarmReport; site: string }) {
  const { t } = useTranslation();
  const listed: Listed = (filters) => searchAddress(Date.parse(report.from), Date.parse(report.to), { site, ...filters });
  const closed = report.total - report.open;
  const wrong = report.schemes.reduce((all, scheme) => all + scheme.falseAlarms, 0);
  const rounded = (rate: number | undefined) => (rate === undefined ? undefined : Math.round(rate * 100) / 100);
  return (
    <>
      <div className="ly-figures">
        <Figure label={t('alarmReport.total')} value={report.total} note={t('alarmReport.stillOpen', { count: report.open })} to={listed({})} />
        <Figure label={t('alarmReport.perOperator')} value={rounded(report.perOperator)} note={t('alarmReport.operators', { count: report.operators, rate: rounded(report.perTenMinutes) })} />
        <Figure label={t('alarmReport.busiest')} value={report.busiest} note={t('alarmReport.inTen')} />
        <Figure label={t('alarmReport.floodShare')} value={share(report.floodShare, 1)} note={t('alarmReport.floodCount', { count: report.floods.length })} />
        <Figure label={t('alarmReport.acknowledge')} value={wait(report.acknowledge.medianSeconds)} note={t('alarmReport.p95', { time: wait(report.acknowledge.p95Seconds) ?? '–', count: report.acknowledge.count })} />
        <Figure label={t('alarmReport.resolve')} value={wait(report.resolve.medianSeconds)} note={t('alarmReport.p95', { time: wait(report.resolve.p95Seconds) ?? '–', count: report.resolve.count })} />
        <Figure label={t('alarmReport.falseRate')} value={share(wrong, closed)} note={t('alarmReport.ofClosed', { count: closed })} to={listed({ handling: 'FALSE_ALARM' })} />
        <Figure label={t('alarmReport.stale')} value={report.stale} note={t('alarmReport.staleText')} />
      </div>
      <AlarmBars site={site} title={t('alarmReport.byTime')} bars={barsOf(report.hours, Date.parse(report.from), Date.parse(report.to))} />
      <div className="ly-reports">
        <AlarmOperators people={report.people} listed={listed} />
        <Sources title={t('alarmReport.sources')} sources={report.sources} total={report.total} listed={listed} />
        <Sources title={t('alarmReport.chattering')} text={t('alarmReport.chatteringText')} sources={report.chattering} total={undefined} listed={listed} />
        <Schemes report={report} listed={listed} />
        <FloodList report={report} site={site} />
      </div>
    </>
  );
}

function Sources({ title, text, sources, total, listed }: { title: string; text?: string; sources: readonly AlarmSourceCount[]; total: number | undefined; listed: Listed }) {
  const { t } = useTranslation();
  const typeWords = useTypeWords();
  return (
    <section>
      <h2>{title}</h2>
      {text !== undefined && <p className="ly-muted">{text}</p>}
      {sources.length === 0 ? <p className="ly-muted">{t('alarmReport.none')}</p> : (
        <TableRoom label={title}>
          <thead><tr><th scope="col">{t('alarm.column.source')}</th><th scope="col">{t('alarm.column.type')}</th><th scope="col" className="ly-number">{t('alarm.title')}</th>{total !== undefined && <th scope="col" className="ly-number">{t('alarmReport.part')}</th>}</tr></thead>
          <tbody>
            {sources.map((source) => (
              <tr key={`${source.name} ${source.type}`}>
                <th scope="row"><Link to={listed({ q: source.name, type: source.type })}>{source.name}</Link></th>
                <td>{typeWords(source.type)}</td>
                <td className="ly-number">{source.count}</td>
                {total !== undefined && <td className="ly-number">{share(source.count, total)}</td>}
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
    </section>
  );
}

function Schemes({ report, listed }: { report: AlarmReport; listed: Listed }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('alarmReport.schemes')}</h2>
      {report.schemes.length === 0 ? <p className="ly-muted">{t('alarmReport.none')}</p> : (
        <TableRoom label={t('alarmReport.schemes')}>
          <thead><tr><th scope="col">{t('alarmSearch.field.scheme')}</th><th scope="col" className="ly-number">{t('alarm.title')}</th><th scope="col" className="ly-number">{t('alarmReport.closed')}</th><th scope="col" className="ly-number">{t('alarmReport.falseRate')}</th></tr></thead>
          <tbody>
            {report.schemes.map((scheme) => (
              <tr key={scheme.id}>
                <th scope="row"><Link to={listed({ scheme: scheme.id })}>{scheme.name}</Link></th>
                <td className="ly-number">{scheme.count}</td>
                <td className="ly-number">{scheme.closed}</td>
                <td className="ly-number">{share(scheme.falseAlarms, scheme.closed) ?? t('alarmReport.unknown')}</td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
    </section>
  );
}

function FloodList({ report, site }: { report: AlarmReport; site: string }) {
  const { t } = useTranslation();
  // The alarms of the ten minutes before made it a flood.
  const listed = (flood: AlarmReport['floods'][number]) => searchAddress(Date.parse(flood.start) - 600_000, Date.parse(flood.end ?? report.to), { site });
  return (
    <section>
      <h2>{t('alarmReport.floods')}</h2>
      <p className="ly-muted">{t('alarmReport.floodText')}</p>
      {report.floods.length === 0 ? <p className="ly-muted">{t('alarmReport.none')}</p> : (
        <TableRoom label={t('alarmReport.floods')}>
          <thead><tr><th scope="col">{t('alarmReport.begin')}</th><th scope="col">{t('alarmReport.end')}</th><th scope="col" className="ly-number">{t('alarm.title')}</th><th scope="col" className="ly-number">{t('alarmReport.peak')}</th></tr></thead>
          <tbody>
            {report.floods.map((flood) => (
              <tr key={flood.start}>
                <th scope="row" className="ly-mono"><Link to={listed(flood)}>{timeText(flood.start)}</Link></th>
                <td className="ly-mono">{flood.end === undefined ? t('alarm.lasts') : timeText(flood.end)}</td>
                <td className="ly-number">{flood.count}</td>
                <td className="ly-number">{flood.peak}</td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
    </section>
  );
}
