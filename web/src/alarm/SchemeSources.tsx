import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import type { AlarmSource } from '../api/types';
import { useMay } from '../app/useSession';
import { DeviceSelect } from '../device/DeviceSelect';
import { SiteChoice } from '../organisation/siteChoice';
import { SiteSelect } from '../organisation/SiteSelect';
import { sitesQuery } from '../organisation/sites';
import { ChannelPicker } from '../ui/ChannelPicker';
import { IconButton } from '../ui/IconButton';
import { camerasOf, sameSource, withCameras, withSource } from './schemes';

interface Props {
  sources: readonly AlarmSource[];
  onChange: (sources: AlarmSource[]) => void;
}

/** Where the events come from: sites, devices, the center itself, and cameras to tick. */
export function SchemeSources({ sources, onChange }: Props) {
  const { t } = useTranslation();
  const others = sources.filter((source) => source.kind !== 'CHANNEL');
  const center = others.some((source) => source.kind === 'CENTER');
  const without = (gone: AlarmSource) => onChange(sources.filter((source) => !sameSource(source, gone)));
  const mayCenter = useMay('alarm.configure');
  return (
    <fieldset className="ly-scheme-sources">
      <legend>{t('scheme.sources')}</legend>
      <div className="ly-fields">
        <SiteSelect label={t('scheme.site')} onChoose={(objectId) => onChange(withSource(sources, { kind: 'SITE', objectId }))} />
        <DeviceSelect label={t('scheme.addDevice')} onChoose={(objectId) => onChange(withSource(sources, { kind: 'DEVICE', objectId }))} />
      </div>
      {mayCenter && (
        <label className="ly-scheme-tick">
          <input type="checkbox" checked={center} onChange={() => (center ? without({ kind: 'CENTER' }) : onChange(withSource(sources, { kind: 'CENTER' })))} />
          {t('scheme.center')}
        </label>
      )}
      <ul className="ly-scheme-chosen">
        {others.filter((source) => source.kind !== 'CENTER').map((source) => (
          <Chosen key={`${source.kind}${source.objectId}${source.part ?? ''}`} source={source} onRemove={() => without(source)} />
        ))}
      </ul>
      <ChannelPicker chosen={camerasOf(sources)} onChange={(ids) => onChange(withCameras(sources, ids))} />
    </fieldset>
  );
}

function Chosen({ source, onRemove }: { source: AlarmSource; onRemove: () => void }) {
  const { t } = useTranslation();
  const name = useName(source);
  return (
    <li>
      {name}
      <IconButton label={t('scheme.takeAway', { name })} icon={<CloseIcon />} onClick={onRemove} />
    </li>
  );
}

function useName(source: AlarmSource): string {
  const id = source.objectId ?? '';
  const sites = useQuery(sitesQuery).data;
  const choice = useMemo(() => sites && new SiteChoice(sites), [sites]);
  const device = useQuery({
    queryKey: ['device-name', id],
    queryFn: async () => (await answer(api.GET('/api/v1/devices/{id}', { params: { path: { id } } }))).name,
    enabled: source.kind === 'DEVICE' || source.kind === 'INPUT',
  }).data;
  if (source.kind === 'SITE') return choice?.name(id) ?? '';
  return source.part === undefined ? (device ?? '') : `${device ?? ''}: ${source.part}`;
}
