import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import UpIcon from '@patternfly/react-icons/dist/esm/icons/arrow-up-icon';
import { Button } from '@patternfly/react-core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import { IconButton } from '../../ui/IconButton';
import { presetsQuery } from '../ptz/ptzCalls';
import { addPresetTour, removePresetTour, setPresetTour, type NewPresetTour, type PresetTour } from './controlCalls';

type Stop = NewPresetTour['stops'][number];
const [SHORTEST, LONGEST, USUAL] = [1, 3600, 15];

/** Adds a tour of a camera or changes one: which presets, in which order, for how long, how fast on the way. */
export function PresetTourEditor({ channelId, tour, onClose }: { channelId: string; tour: PresetTour | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const presets = useQuery(presetsQuery(channelId)).data ?? [];
  const [name, setName] = useState(tour?.name ?? '');
  const [stops, setStops] = useState<readonly Stop[]>(tour?.stops ?? presets.slice(0, 2).map((p) => ({ preset: p.token, seconds: USUAL, speed: 1 })));
  const save = useMutation({
    mutationFn: (wanted: NewPresetTour) => (tour ? setPresetTour(channelId, tour.token, wanted) : addPresetTour(channelId, wanted)),
    onSuccess: onClose,
  });
  const remove = useMutation({ mutationFn: (token: string) => removePresetTour(channelId, token), onSuccess: onClose });
  const good = (s: Stop) => s.seconds >= SHORTEST && s.seconds <= LONGEST;
  const set = (index: number, next: Partial<Stop>) => setStops(stops.map((s, i) => (i === index ? { ...s, ...next } : s)));
  const up = (index: number) => setStops(stops.map((s, i) => (i === index - 1 ? stops[index]! : i === index ? stops[index - 1]! : s)));
  const titled = (token: string) => presets.find((p) => p.token === token)?.name || token;
  return (
    <FormDialog
      title={tour ? t('control.editTour') : t('control.addTour')}
      size="medium"
      submit={t('device.save')}
      ready={name.trim() !== '' && stops.length > 0 && stops.every(good)}
      pending={save.isPending || remove.isPending}
      error={save.error ?? remove.error}
      onSubmit={() => save.mutate({ name: name.trim(), stops: [...stops] })}
      onClose={onClose}
    >
      <label className="ly-field">
        <span>{t('schedule.name')}</span>
        <input className="ly-input" autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      {presets.length === 0 && <p>{t('control.presetsFirst')}</p>}
      <ol className="ly-tour-steps">
        {stops.map((stop, i) => (
          <li key={i}>
            <select className="ly-select" aria-label={t('control.presetOfStop', { step: i + 1 })} value={stop.preset} onChange={(event) => set(i, { preset: event.target.value })}>
              {[...new Set([stop.preset, ...presets.map((p) => p.token)])].map((token) => <option key={token} value={token}>{titled(token)}</option>)}
            </select>
            <input
              className="ly-input ly-mono"
              type="number"
              min={SHORTEST}
              max={LONGEST}
              aria-label={t('view.secondsOfStep', { step: i + 1 })}
              aria-invalid={!good(stop)}
              value={stop.seconds}
              onChange={(event) => set(i, { seconds: event.target.valueAsNumber })}
            />
            s
            <select className="ly-select" aria-label={t('control.speedOfStop', { step: i + 1 })} value={String(stop.speed)} onChange={(event) => set(i, { speed: Number(event.target.value) })}>
              {[...new Set([0.25, 0.5, 0.75, 1, stop.speed])].sort((a, b) => a - b).map((speed) => <option key={speed} value={String(speed)}>{Math.round(speed * 100)} %</option>)}
            </select>
            <IconButton label={t('view.earlier', { step: i + 1 })} icon={<UpIcon />} disabled={i === 0} onClick={() => up(i)} />
            <IconButton label={t('view.removeStep', { step: i + 1 })} icon={<TrashIcon />} onClick={() => setStops(stops.filter((_, k) => k !== i))} />
          </li>
        ))}
      </ol>
      <div>
        <Button variant="secondary" isDisabled={presets.length === 0} onClick={() => setStops([...stops, { preset: presets[0]?.token ?? '', seconds: USUAL, speed: 1 }])}>{t('view.addStep')}</Button>{' '}
        {tour && <Button variant="link" isDanger onClick={() => remove.mutate(tour.token)}>{t('control.removeTour')}</Button>}
      </div>
    </FormDialog>
  );
}
