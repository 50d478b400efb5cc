import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlarmPriority } from '../api/types';
import { clockText, dayText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { TableRoom } from '../ui/TableRoom';
import { PRIORITY_TONE } from './alarmWords';
import { LEVELS, roundTop, sum, type Bar } from './report';
import { searchAddress } from './search';
import './report.css';

const HEIGHT = 140;
const STEP = 20;

/** Alarms by time, stacked by priority, and the same as a table; each bar and number leads to its alarms. */
export function AlarmBars({ bars, title, site = '' }: { bars: readonly Bar[]; title: string; site?: string }) {
  const { t } = useTranslation();
  const top = roundTop(Math.max(...bars.map((bar) => sum(bar.priorities))));
  const hourly = bars.length < 2 || bars[1]!.at - bars[0]!.at <= 3_600_000;
  const word = (at: number) => (hourly ? clockText(at, false) : dayText(at).slice(5));
  const every = Math.ceil(bars.length / 8);
  const time = (bar: Bar) => (hourly ? `${dayText(bar.at)} ${clockText(bar.at, false)}` : dayText(bar.at));
  const listed = (bar: Bar, only: '' | AlarmPriority) => searchAddress(bar.from, bar.to, { site, priority: only });
  const priority = (level: (typeof LEVELS)[number]) => level.toUpperCase() as AlarmPriority;
  return (
    <figure className="ly-bars">
      <figcaption>
        <span>{title}</span>
        {LEVELS.map((level) => <Mark key={level} tone={PRIORITY_TONE[priority(level)]} word={t(`alarm.priority.${priority(level)}`)} />)}
      </figcaption>
      <div className="ly-bars-plot" aria-hidden="true">
        <span className="ly-bars-top">{top}</span>
        <svg viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`} preserveAspectRatio="none">
          <path className="ly-bars-line" d={`M0 0.5H${bars.length * STEP}M0 ${HEIGHT / 2}H${bars.length * STEP}M0 ${HEIGHT - 0.5}H${bars.length * STEP}`} />
          {bars.map((bar, index) => {
            let y = HEIGHT;
            return LEVELS.toReversed().map((level) => {
              const height = (bar.priorities[level] / top) * HEIGHT;
              y -= height;
              return height > 0 && <rect key={`${bar.at}${level}`} className={`ly-bar ly-tone-${PRIORITY_TONE[priority(level)]}`} x={index * STEP + 3} y={y} width={STEP - 6} height={height} />;
            });
          })}
        </svg>
        <div className="ly-bars-links">
          {bars.map((bar) => {
            const all = sum(bar.priorities);
            return all === 0 ? <span key={bar.at} /> : <Link key={bar.at} tabIndex={-1} to={listed(bar, '')} title={t('alarmReport.bar', { time: time(bar), count: all })} />;
          })}
        </div>
        <div className="ly-bars-axis">{bars.map((bar, index) => <span key={bar.at}>{index % every === 0 ? word(bar.at) : ''}</span>)}</div>
      </div>
      <details>
        <summary>{t('alarmReport.asTable')}</summary>
        <TableRoom label={title}>
          <thead><tr><th scope="col">{t('alarmReport.time')}</th>{LEVELS.map((level) => <th key={level} scope="col" className="ly-number">{t(`alarm.priority.${priority(level)}`)}</th>)}</tr></thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.at}>
                <th scope="row" className="ly-mono">{time(bar)}</th>
                {LEVELS.map((level) => <td key={level} className="ly-number">{bar.priorities[level] === 0 ? 0 : <Link to={listed(bar, priority(level))}>{bar.priorities[level]}</Link>}</td>)}
              </tr>
            ))}
          </tbody>
        </TableRoom>
      </details>
    </figure>
  );
}
