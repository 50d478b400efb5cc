import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportRow } from '../api/types';
import { reasonWords } from '../i18n/problemWords';
import { Mark, type Tone } from '../ui/Mark';
import { TableRoom } from '../ui/TableRoom';
import { hostOf } from './bringIn';

const TONE: Record<ImportRow['state'], Tone> = { READY: 'off', INVALID: 'major', TRYING: 'busy', ADDED: 'ok', FAILED: 'critical' };

/** The rows of an import; those that did not work say why in words an installer can act on. */
export function ImportRows({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="ly-find-room">
      <TableRoom label={t('bringIn.rows')}>
        <thead>
          <tr>
            <th scope="col" className="ly-number">{t('bringIn.row')}</th>
            <th scope="col">{t('device.name')}</th>
            <th scope="col">{t('device.address')}</th>
            <th scope="col">{t('device.state')}</th>
            <th scope="col">{t('device.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td className="ly-number ly-mono">{row.number}</td>
              <td>{row.deviceId === undefined ? row.name : <Link to={`/devices/${row.deviceId}`}>{row.name}</Link>}</td>
              <td className="ly-mono" title={row.url}>{hostOf(row.url)}</td>
              <td><Mark tone={TONE[row.state]} word={t(`bringIn.rowState.${row.state}`)} /></td>
              <td>
                {reasonWords(t, row.reason)}
                {row.reason?.code === 'invalid-row' && <span className="ly-muted">: {row.reason.text}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </TableRoom>
    </div>
  );
}
