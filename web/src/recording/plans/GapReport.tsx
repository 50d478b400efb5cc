import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { gapReportQuery } from '../../api/queries';
import { serverNow } from '../../api/serverClock';
import { reasonWords } from '../../i18n/problemWords';
import { clockText, dayText, lengthText, zoneName } from '../../ui/format';
import { Empty } from '../../ui/Empty';
import { Loading } from '../../ui/Loading';
import { Mark } from '../../ui/Mark';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { TableRoom } from '../../ui/TableRoom';
import { addDays } from '../days';

/** What a day lacks of what was planned, by camera and with reasons; each gap leads to its place in Playback. */
export function GapReport() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const day = params.get('day') ?? dayText(serverNow());
  const report = useQuery(gapReportQuery(day, zoneName()));
  const shown = report.data?.channels.filter((c) => c.plannedSeconds > 0 || c.gaps.length > 0) ?? [];
  return (
    <section>
      <div className="ly-list-find">
        <label className="ly-field">
          <span>{t('playback.day')}</span>
          <input className="ly-input ly-mono" type="date" value={day} max={dayText(addDays(serverNow(), 0))} onChange={(event) => event.target.value !== '' && setParams({ tab: 'gaps', day: event.target.value })} />
        </label>
      </div>
      {report.error && <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Loading />}
      {report.data && shown.length === 0 && <Empty title={t('plan.nothingPlanned')} />}
      {shown.length > 0 && (
        <TableRoom label={t('plan.tabs.gaps')}>
          <thead>
            <tr>{(['channel', 'planned', 'recorded', 'gaps'] as const).map((c) => <th key={c} scope="col">{t(`plan.columns.${c}`)}</th>)}</tr>
          </thead>
          <tbody>
            {shown.map((channel) => (
              <tr key={channel.channelId}>
                <th scope="row">{channel.channelName}</th>
                <td className="ly-mono">{lengthText(channel.plannedSeconds * 1000)}</td>
                <td className="ly-mono">{lengthText(channel.recordedSeconds * 1000)}</td>
                <td>
                  {channel.gaps.length === 0 && <Mark tone="ok" word={t('job.complete')} />}
                  <ul className="ly-plain-list">
                    {channel.gaps.map((gap) => (
                      <li key={gap.from}>
                        <Link className="ly-mono" to={`/playback?channel=${channel.channelId}&t=${gap.from}`}>{clockText(Date.parse(gap.from))} – {clockText(Date.parse(gap.to))}</Link>{' '}
                        <span className="ly-muted">{reasonWords(t, gap.reason)}</span>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
    </section>
  );
}
