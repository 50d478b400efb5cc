import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlarmReport } from '../api/types';
import { TableRoom } from '../ui/TableRoom';
import { wait, type Listed } from './report';

const CLOSED = { resolved: 'RESOLVED', falseAlarms: 'FALSE_ALARM', ignored: 'IGNORED' } as const;

/** What each person did about alarms; names and numbers of closed ones lead to the list of them. */
export function AlarmOperators({ people, listed }: { people: AlarmReport['people']; listed: Listed }) {
  const { t } = useTranslation();
  const columns = ['alarms', 'perHour', 'resolved', 'falseAlarms', 'ignored', 'forwarded', 'takenOver', 'acknowledge', 'resolve'] as const;
  return (
    <section className="ly-report-wide">
      <h2>{t('alarmReport.people')}</h2>
      {people.length === 0 ? <p className="ly-muted">{t('alarmReport.none')}</p> : (
        <TableRoom label={t('alarmReport.people')}>
          <thead>
            <tr>
              <th scope="col">{t('alarmReport.person.name')}</th>
              {columns.map((column) => <th key={column} scope="col" className="ly-number">{t(`alarmReport.person.${column}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.name}>
                <th scope="row"><Link to={listed({ handler: one.name })}>{one.name}</Link></th>
                <td className="ly-number">{one.alarms}</td>
                <td className="ly-number">{Math.round(one.perHour * 100) / 100}</td>
                {(['resolved', 'falseAlarms', 'ignored'] as const).map((kind) => (
                  <td key={kind} className="ly-number">{one[kind] === 0 ? 0 : <Link to={listed({ handler: one.name, handling: CLOSED[kind] })}>{one[kind]}</Link>}</td>
                ))}
                <td className="ly-number">{one.forwarded}</td>
                <td className="ly-number">{one.takenOver}</td>
                <td className="ly-number">{wait(one.acknowledge.medianSeconds) ?? '–'}</td>
                <td className="ly-number">{wait(one.resolve.medianSeconds) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
    </section>
  );
}
