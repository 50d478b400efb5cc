import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { mayAt } from '../app/useSession';
import { FindOne } from '../ui/FindOne';
import { SiteChoice } from './siteChoice';
import { sitesQuery } from './sites';

interface Props {
  label: string;
  value?: string;
  onChoose: (id: string) => void;
  /** A word for no site at all. */
  none?: string;
  /** Sites that are not offered. */
  without?: ReadonlySet<string>;
  id?: string;
  /** What the user must be allowed to do at a site that is offered. */
  needs?: string;
}

/** Chooses one of the sites by words of its name and of those above it. */
export function SiteSelect({ label, value = '', onChoose, none, without, id, needs }: Props) {
  const sites = useQuery(sitesQuery).data;
  const choice = useMemo(() => sites && new SiteChoice(sites), [sites]);
  const hidden = useMemo(() => {
    const lacking = needs === undefined ? [] : (sites ?? []).filter((site) => !mayAt(site, needs)).map((site) => site.id);
    return new Set([...(without ?? []), ...lacking]);
  }, [sites, needs, without]);
  return (
    <FindOne
      label={label}
      value={choice?.name(value) ?? ''}
      find={(query) => choice?.find(query, hidden)}
      onChoose={(site) => onChoose(site.id)}
      {...(none === undefined ? {} : { none })}
      {...(id === undefined ? {} : { id })}
    />
  );
}
