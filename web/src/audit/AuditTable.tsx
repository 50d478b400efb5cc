import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../api/types';
import { timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { TableRoom } from '../ui/TableRoom';
import { actionWords } from './actionWords';

export function AuditTable({ items, onOpen }: { items: AuditEntry[]; onOpen: (entry: AuditEntry) => void }) {
  const { t } = useTranslation();
  return (
    <TableRoom label={t('audit.title')}>
      <thead>
        <tr>{(['at', 'by', 'action', 'object', 'reason', 'address', 'result'] as const).map((c) => <th key={c} scope="col">{t(`audit.columns.${c}`)}</th>)}</tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <tr key={entry.id}>
            <td className="ly-audit-at"><Button variant="link" isInline className="ly-mono" aria-label={t('audit.open', { time: timeText(entry.at), action: actionWords(t, entry.action) })} onClick={() => onOpen(entry)}>{timeText(entry.at)}</Button></td>
            <td>{entry.by}</td>
            <td title={entry.action}>{actionWords(t, entry.action)}</td>
            <th scope="row" className="ly-audit-object">{entry.object}</th>
            <td>{entry.reason}</td>
            <td className="ly-mono">{entry.address}</td>
            <td>{entry.result === 'DONE' ? t('audit.results.DONE') : <Mark tone="major" word={t('audit.results.REFUSED')} />}</td>
          </tr>
        ))}
      </tbody>
    </TableRoom>
  );
}
