import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from './sites';
import { SiteSelect } from './SiteSelect';

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
  return <SiteSelect label={t('site.filter')} value={value} none={t('site.everywhere')} onChoose={onChange} />;
}
