import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presetToursQuery, runPresetTour, type PresetTour } from './controlCalls';
import { PresetTourEditor } from './PresetTourEditor';

interface Props {
  channelId: string;
  configures: boolean;
  failed: (error: unknown) => void;
}

/** The tours that the camera makes by itself: choose one, start, pause or stop it; who may, makes and changes them. */
export function PresetTours({ channelId, configures, failed }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tours = useQuery(presetToursQuery(channelId)).data;
  const [chosen, setChosen] = useState('');
  const [edited, setEdited] = useState<PresetTour | 'new'>();
  if (tours === undefined) return null;
  const tour = tours.find((one) => one.token === chosen) ?? tours.find((one) => one.state === 'Touring') ?? tours[0];
  const again = () => void client.invalidateQueries({ queryKey: presetToursQuery(channelId).queryKey });
  const run = (act: 'START' | 'PAUSE' | 'STOP') => {
    if (tour) runPresetTour(channelId, tour.token, act).then(again, failed);
  };
  const titled = (one: PresetTour) => `${one.name === '' ? one.token : one.name}${one.state === 'Touring' ? ' ▶' : one.state === 'Paused' ? ' ❚❚' : ''}`;
  return (
    <div className="ly-control-tours" role="group" aria-label={t('control.tours')}>
      <select aria-label={t('control.tour')} value={tour?.token ?? ''} disabled={tour === undefined} onChange={(event) => setChosen(event.target.value)}>
        {tour === undefined && <option value="">{t('control.noTours')}</option>}
        {tours.map((one) => <option key={one.token} value={one.token}>{titled(one)}</option>)}
      </select>
      <button type="button" disabled={tour === undefined} aria-label={t('control.startTour')} title={t('control.startTour')} onClick={() => run('START')}>▶</button>
      <button type="button" disabled={tour === undefined} aria-label={t('control.pauseTour')} title={t('control.pauseTour')} onClick={() => run('PAUSE')}>❚❚</button>
      <button type="button" disabled={tour === undefined} aria-label={t('control.stopTour')} title={t('control.stopTour')} onClick={() => run('STOP')}>■</button>
      {configures && (
        <>
          <button type="button" disabled={tour === undefined} aria-label={t('control.editTour')} title={t('control.editTour')} onClick={() => setEdited(tour)}>✎</button>
          <button type="button" aria-label={t('control.addTour')} title={t('control.addTour')} onClick={() => setEdited('new')}>+</button>
        </>
      )}
      {edited !== undefined && (
        <PresetTourEditor
          channelId={channelId}
          tour={edited === 'new' ? undefined : edited}
          onClose={() => { setEdited(undefined); again(); }}
        />
      )}
    </div>
  );
}
