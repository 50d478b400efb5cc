import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import UpIcon from '@patternfly/react-icons/dist/esm/icons/arrow-up-icon';
import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveTour, LiveWall } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import { IconButton } from '../../ui/IconButton';
import { useSaveTour } from './savedWalls';

type Step = LiveTour['steps'][number];

const [SHORTEST, LONGEST, USUAL] = [3, 3600, 15];

/** Adds a tour or changes one: which saved walls, in which order, for how long. */
export function TourEditor({ tour, walls, onClose }: { tour: LiveTour | undefined; walls: readonly LiveWall[]; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveTour(tour);
  const [name, setName] = useState(tour?.name ?? '');
  const [shared, setShared] = useState(tour?.shared ?? false);
  const [steps, setSteps] = useState<readonly Step[]>(tour?.steps ?? walls.slice(0, 2).map((w) => ({ viewId: w.id, dwellSeconds: USUAL })));
  const good = (s: Step) => Number.isInteger(s.dwellSeconds) && s.dwellSeconds >= SHORTEST && s.dwellSeconds <= LONGEST;
  const ready = name.trim() !== '' && steps.length > 0 && steps.every(good);
  const set = (index: number, next: Partial<Step>) => setSteps(steps.map((s, i) => (i === index ? { ...s, ...next } : s)));
  const up = (index: number) => setSteps(steps.map((s, i) => (i === index - 1 ? steps[index]! : i === index ? steps[index - 1]! : s)));
  return (
    <FormDialog
      title={tour ? t('device.editTitle', { name: tour.name }) : t('view.addTour')}
      size="medium"
      submit={t('device.save')}
      ready={ready}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ name: name.trim(), shared, steps: [...steps] }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <label className="ly-field">
        <span>{t('schedule.name')}</span>
        <input className="ly-input" autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <ol className="ly-tour-steps">
        {steps.map((step, i) => (
          <li key={i}>
            <select className="ly-select" aria-label={t('view.wallOfStep', { step: i + 1 })} value={step.viewId} onChange={(event) => set(i, { viewId: event.target.value })}>
              {walls.map((wall) => <option key={wall.id} value={wall.id}>{wall.name}</option>)}
            </select>
            <input
              className="ly-input ly-mono"
              type="number"
              min={SHORTEST}
              max={LONGEST}
              aria-label={t('view.secondsOfStep', { step: i + 1 })}
              aria-invalid={!good(step)}
              value={step.dwellSeconds}
              onChange={(event) => set(i, { dwellSeconds: event.target.valueAsNumber })}
            />
            s
            <IconButton label={t('view.earlier', { step: i + 1 })} icon={<UpIcon />} disabled={i === 0} onClick={() => up(i)} />
            <IconButton label={t('view.removeStep', { step: i + 1 })} icon={<TrashIcon />} onClick={() => setSteps(steps.filter((_, k) => k !== i))} />
          </li>
        ))}
      </ol>
      <Button variant="secondary" isDisabled={walls.length === 0} onClick={() => setSteps([...steps, { viewId: walls[0]?.id ?? '', dwellSeconds: USUAL }])}>{t('view.addStep')}</Button>
      <label><input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} /> {t('view.shareIt')}</label>
    </FormDialog>
  );
}
