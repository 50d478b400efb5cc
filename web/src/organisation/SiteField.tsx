import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { mayAt } from '../app/useSession';
import { sitesQuery } from './sites';
import { SiteSelect } from './SiteSelect';

interface Props {
  label: string;
  value: string;
  onChange: (id: string) => void;
  /** What the empty choice means; without it the first site is the least. */
  none?: string;
  /** What the user must be allowed to do at a site that is offered. */
  needs?: string;
}

/** Chooses where something stands. */
export function SiteField({ label, value, onChange, none, needs }: Props) {
  const sites = useQuery(sitesQuery);
  const id = useId();
  const first = sites.data?.[0];
  const chosen = value === '' && none === undefined ? (first !== undefined && (needs === undefined || mayAt(first, needs)) ? first.id : '') : value;
  return (
    <label className="ly-field" htmlFor={id}>
      <span>{label}</span>
      <SiteSelect id={id} label={label} value={chosen} onChoose={onChange} {...(none === undefined ? {} : { none })} {...(needs === undefined ? {} : { needs })} />
    </label>
  );
}
