import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../ui/SearchField';
import { actionWords } from './actionWords';
import { auditActionsQuery, type AuditFilter } from './auditQueries';

interface Props {
  filter: AuditFilter;
  onChange: (field: keyof AuditFilter, value: string) => void;
}

export function AuditFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const actions = useQuery(auditActionsQuery).data ?? [];
  const known = filter.action === '' || actions.includes(filter.action) ? actions : [...actions, filter.action];
  return (
    <div className="ly-audit-filters" role="search">
      {(['from', 'to'] as const).map((field) => (
        <label key={field} className="ly-field">
          <span>{t(`audit.filter.${field}`)}</span>
          <input className="ly-input ly-mono" type="datetime-local" value={filter[field]} onChange={(e) => onChange(field, e.target.value)} />
        </label>
      ))}
      <label className="ly-field">
        <span>{t('audit.filter.by')}</span>
        <input className="ly-input" value={filter.by} spellCheck={false} onChange={(e) => onChange('by', e.target.value)} />
      </label>
      <label className="ly-field">
        <span>{t('audit.filter.action')}</span>
        <select className="ly-select" value={filter.action} onChange={(e) => onChange('action', e.target.value)}>
          <option value="">{t('audit.filter.any')}</option>
          {known.map((action) => <option key={action} value={action}>{actionWords(t, action)}</option>)}
        </select>
      </label>
      <label className="ly-field">
        <span>{t('audit.filter.result')}</span>
        <select className="ly-select" value={filter.result} onChange={(e) => onChange('result', e.target.value)}>
          <option value="">{t('audit.filter.any')}</option>
          {(['DONE', 'REFUSED'] as const).map((result) => <option key={result} value={result}>{t(`audit.results.${result}`)}</option>)}
        </select>
      </label>
      <SearchField label={t('audit.filter.text')} value={filter.q} onChange={(q) => onChange('q', q)} />
    </div>
  );
}
