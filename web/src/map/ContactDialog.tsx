import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceQuery } from '../api/deviceQueries';
import type { EMapMarker } from '../api/types';
import { DeviceSelect } from '../device/DeviceSelect';
import { inputsQuery } from '../device/inputs/InputsSection';
import { problemWords } from '../i18n/problemWords';
import { outputsQuery } from '../live/control/controlCalls';
import { FormDialog } from '../ui/FormDialog';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { spread } from './mapContacts';
import { subjectOf, withMarker } from './markers';

interface Props {
  /** What is on the map already. */
  markers: readonly EMapMarker[];
  onAdd: (markers: EMapMarker[]) => void;
  onClose: () => void;
}

/** Chooses inputs and outputs of a device to be put on a map. */
export function ContactDialog({ markers, onAdd, onClose }: Props) {
  const { t } = useTranslation();
  const [id, setId] = useState<string>();
  const [chosen, setChosen] = useState<EMapMarker[]>([]);
  const device = useQuery({ ...deviceQuery(id ?? ''), enabled: id !== undefined }).data;
  const channel = device?.channels.find((one) => one.controls && one.functions.includes('live.output'));
  const inputs = useQuery({ ...inputsQuery(id ?? ''), enabled: id !== undefined });
  const outputs = useQuery({ ...outputsQuery(channel?.id ?? ''), enabled: channel !== undefined, retry: false });
  const marker = (of: Pick<EMapMarker, 'kind' | 'channelId' | 'deviceId'>, part: string): EMapMarker =>
    ({ ...of, part, label: `${device?.name ?? ''} ${part}`.trim().slice(0, 100), ...spread(chosen.length) });
  const groups = [
    { title: t('inputs.title'), of: inputs, items: inputs.data?.items.map(({ token }) => marker({ kind: 'INPUT', deviceId: id ?? '' }, token)) },
    { title: t('map.outputs'), of: outputs, items: outputs.data?.outputs.map(({ token }) => marker({ kind: 'OUTPUT', channelId: channel?.id ?? '' }, token)) },
  ];
  const has = (all: readonly EMapMarker[], one: EMapMarker) => all.some((other) => subjectOf(other) === subjectOf(one));
  return (
    <FormDialog title={t('map.addContactTitle')} submit={t('map.putCount', { count: chosen.length })} ready={chosen.length > 0} pending={false} error={undefined} onSubmit={() => onAdd(chosen)} onClose={onClose}>
      <DeviceSelect label={t('map.device')} onChoose={(next) => { setId(next); setChosen([]); }} />
      {device && <h2>{device.name}</h2>}
      {id !== undefined && groups.map(({ title, of, items }) => (
        <fieldset key={title} className="ly-map-contacts">
          <legend>{title}</legend>
          {of.isLoading && <Loading />}
          {of.error && <Notice kind="warning" title={problemWords(t, of.error)} />}
          {items?.length === 0 && <p className="ly-muted">{t('map.noContacts')}</p>}
          {of === outputs && device && channel === undefined && <p className="ly-muted">{t('map.noOutputs')}</p>}
          {items?.map((one) => (
            <label key={one.part} className="ly-map-check">
              <input
                type="checkbox"
                checked={has(markers, one) || has(chosen, one)}
                disabled={has(markers, one)}
                onChange={(event) => setChosen(event.target.checked ? withMarker(chosen, one) : chosen.filter((other) => subjectOf(other) !== subjectOf(one)))}
              />
              {has(markers, one) ? t('map.already', { part: one.part }) : one.part}
            </label>
          ))}
        </fieldset>
      ))}
    </FormDialog>
  );
}
