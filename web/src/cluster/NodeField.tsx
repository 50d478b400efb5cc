import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nodesQuery } from './nodes';

interface Props {
  /** A node's name, empty: any. */
  value: string;
  onChange: (name: string) => void;
}

/** Chooses the node that drives devices as long as it is alive. A home that is no node any more stays in the choice. */
export function NodeField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const nodes = useQuery(nodesQuery).data ?? [];
  const gone = value !== '' && !nodes.some((node) => node.name === value);
  return (
    <label className="ly-field">
      <span>{t('cluster.home')}</span>
      <select className="ly-input" value={value} onChange={(e) => onChange(e.target.value)}>
        <option value="">{t('cluster.any')}</option>
        {nodes.map((node) => (
          <option key={node.name} value={node.name}>{node.alive ? node.name : t('cluster.away', { name: node.name })}</option>
        ))}
        {gone && <option value={value}>{t('cluster.away', { name: value })}</option>}
      </select>
      <span className="ly-muted">{t('cluster.homeHint')}</span>
    </label>
  );
}
