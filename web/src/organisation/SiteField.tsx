import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { sitesQuery } from './sites';

interface Props {
  label: string;
  value: string;
  onChange: (id: string) => void;
  /** What the empty choice means; without it the first site is the least. */
  none?: string;
}

/** Chooses where something stands; each site is shown as deep as it lies. */
export function SiteField({ label, value, onChange, none }: Props) {
  const sites = useQuery(sitesQuery);
  const id = useId();
  const all = sites.data ?? [];
  const chosen = value === '' && none === undefined ? (all[0]?.id ?? '') : value;
  return (
    <label className="ly-field" htmlFor={id}>
      <span>{label}</span>
      <select id={id} className="ly-select" value={chosen} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {all.map((one) => <option key={one.id} value={one.id}>{`${'\u2003'.repeat(one.level - 1)}${one.name}`}</option>)}
      </select>
    </label>
  );
}
