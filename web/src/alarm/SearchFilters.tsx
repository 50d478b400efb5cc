import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelQuery } from '../api/channelQueries';
import { deviceQuery } from '../api/deviceQueries';
import { useMay } from '../app/useSession';
import { ChannelSelect } from '../device/ChannelSelect';
import { DeviceSelect } from '../device/DeviceSelect';
import { useEventCatalogue, useTypeWords } from '../event/eventTypes';
import { SiteSelect } from '../organisation/SiteSelect';
import { SearchField } from '../ui/SearchField';
import { schemesQuery } from './schemes';
import { HANDLINGS, PRIORITIES, type AlarmSearch, type SearchField as Field } from './search';

interface Props {
  search: AlarmSearch;
  onChange: (field: Field, value: string) => void;
}

/** What of all alarms is looked for. */
export function SearchFilters({ search, onChange }: Props) {
  const { t } = useTranslation();
  const catalogue = useEventCatalogue();
  const typeWords = useTypeWords();
  const mayRule = useMay('alarm.configure');
  const schemes = useQuery({ ...schemesQuery, enabled: mayRule }).data ?? [];
  const choices: Partial<Record<Field, readonly (readonly [string, string])[]>> = {
    priority: PRIORITIES.map((one) => [one, t(`alarm.priority.${one}`)] as const),
    type: [...new Set<string>([...catalogue.keys(), ...(search.type === '' ? [] : [search.type])])].map((one) => [one, typeWords(one)] as const),
    lasting: [['true', t('alarm.lasts')], ['false', t('alarm.over')]],
    handling: HANDLINGS.map((one) => [one, t(`alarm.handling.${one}`)] as const),
    ...(mayRule ? { scheme: schemes.map((one) => [one.id, one.name] as const) } : {}),
  };
  const device = useQuery({ ...deviceQuery(search.device), enabled: search.device !== '', retry: false });
  const channel = useQuery({ ...channelQuery(search.channel), enabled: search.channel !== '' });
  const nameOf = (id: string, of: { data: { name: string } | null | undefined; isPending: boolean }) =>
    id === '' ? '' : (of.data?.name ?? (of.isPending ? '…' : t('alarmSearch.gone')));
  const label = (field: Field) => t(`alarmSearch.field.${field}`);
  return (
    <div className="ly-search-filters" role="search">
      {(['from', 'to'] as const).map((field) => (
        <label key={field} className="ly-field">
          <span>{label(field)}</span>
          <input className="ly-input ly-mono" type="datetime-local" value={search[field]} onChange={(event) => onChange(field, event.target.value)} />
        </label>
      ))}
      <div className="ly-field">
        <span>{label('site')}</span>
        <SiteSelect label={label('site')} value={search.site} none={t('alarmSearch.any')} onChoose={(id) => onChange('site', id)} />
      </div>
      <div className="ly-field">
        <span>{label('device')}</span>
        <DeviceSelect label={label('device')} value={nameOf(search.device, device)} none={t('alarmSearch.any')} onChoose={(id) => onChange('device', id)} />
      </div>
      <div className="ly-field">
        <span>{label('channel')}</span>
        <ChannelSelect label={label('channel')} value={nameOf(search.channel, channel)} none={t('alarmSearch.any')} onChoose={({ id }) => onChange('channel', id)} />
      </div>
      {(Object.keys(choices) as Field[]).map((field) => (
        <label key={field} className="ly-field">
          <span>{label(field)}</span>
          <select className="ly-select" value={search[field]} onChange={(event) => onChange(field, event.target.value)}>
            <option value="">{t('alarmSearch.any')}</option>
            {choices[field]?.map(([value, word]) => <option key={value} value={value}>{word}</option>)}
          </select>
        </label>
      ))}
      {(['handler', 'comment', 'number'] as const).map((field) => (
        <label key={field} className="ly-field">
          <span>{label(field)}</span>
          <input className="ly-input" value={search[field]} spellCheck={false} onChange={(event) => onChange(field, event.target.value)} />
        </label>
      ))}
      <div className="ly-field">
        <span>{label('q')}</span>
        <SearchField label={label('q')} value={search.q} onChange={(q) => onChange('q', q)} />
      </div>
      {[search.site, search.device, search.channel].filter((place) => place !== '').length > 1 && <p className="ly-muted ly-search-either">{t('alarmSearch.either')}</p>}
    </div>
  );
}
