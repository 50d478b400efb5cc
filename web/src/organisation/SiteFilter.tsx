import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../api/types';
import { atSite } from './siteRows';
import { sitesQuery } from './sites';

interface Props {
  /** The site chosen, empty for everywhere. */
  value: string;
  onChange: (id: string) => void;
}

/** Narrows a list to a site and all below it; not there while there is nothing to choose. */
export function SiteFilter({ value, onChange }: Props) {
  const { t } = useTranslation();
  const sites = useQuery(sitesQuery).data ?? [];
  if (sites.length < 2) return null;
  return (
    <select className="ly-select" aria-label={t('site.filter')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('site.everywhere')}</option>
      {sites.map((one) => <option key={one.id} value={one.id}>{`${'\u2003'.repeat(one.level - 1)}${one.name}`}</option>)}
    </select>
  );
}

/** The devices at a site and below it; all when none is chosen, or the site is gone. */
export function useDevicesAt(devices: Device[], site: string): Device[] {
  const sites = useQuery(sitesQuery).data;
  return useMemo(() => atSite(devices, sites ?? [], site), [devices, sites, site]);
}
