import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { timeText } from '../ui/format';
import { Notice } from '../ui/Notice';
import { actionWords } from './actionWords';
import { differences } from './auditDiff';

/** Everything an entry says, and what the act changed. */
export function AuditDetail({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const changes = differences(entry.before, entry.after);
  const facts = [
    ['at', timeText(entry.at)],
    ['by', entry.by],
    ['subject', entry.subject],
    ['address', entry.address],
    ['session', entry.session],
    ['object', entry.object],
    ['objectId', entry.objectId],
    ['reason', entry.reason],
    ['result', t(`audit.results.${entry.result}`)],
    ['correlationId', entry.correlationId],
    ['number', entry.id],
  ] as const;
  return (
    <Dialog title={actionWords(t, entry.action)} size="medium" scrolls onClose={onClose} footer={<Button onClick={onClose}>{t('app.close')}</Button>}>
      {!entry.vouched && <Notice kind="info" title={t('audit.older')} />}
      <dl className="ly-audit-facts">
        {facts.map(([name, value]) => value !== undefined && (
          <div key={name}>
            <dt>{t(`audit.columns.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {changes.length > 0 && (
        <table className="ly-table ly-audit-diff">
          <thead>
            <tr>{(['field', 'before', 'after'] as const).map((c) => <th key={c} scope="col">{t(`audit.columns.${c}`)}</th>)}</tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.path}>
                <th scope="row" className="ly-mono">{change.path}</th>
                <td>{change.before !== undefined && <del>{change.before}</del>}</td>
                <td>{change.after !== undefined && <ins>{change.after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
