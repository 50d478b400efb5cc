import PauseIcon from '@patternfly/react-icons/dist/esm/icons/pause-icon';
import PlayIcon from '@patternfly/react-icons/dist/esm/icons/play-icon';
import BackIcon from '@patternfly/react-icons/dist/esm/icons/step-backward-icon';
import NextIcon from '@patternfly/react-icons/dist/esm/icons/step-forward-icon';
import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useTranslation } from 'react-i18next';
import type { LiveWall } from '../../api/types';
import { IconButton } from '../../ui/IconButton';
import { viewIdOf, type TourRun } from './tour';
import type { Tour } from './useTour';

/** The tour that runs: what it shows, how long still, and its acts. */
export function TourBar({ run, tour, walls }: { run: TourRun; tour: Tour; walls: readonly LiveWall[] }) {
  const { t } = useTranslation();
  const wall = walls.find((w) => w.id === viewIdOf(run));
  return (
    <div className="ly-tour" role="group" aria-label={t('view.tour', { name: run.tour.name })}>
      <strong>{run.tour.name}</strong>
      <span>{wall?.name ?? t('view.goneWall')}</span>
      <span className="ly-mono ly-muted">{t('view.step', { step: run.step + 1, count: run.tour.steps.length, seconds: run.left })}</span>
      <IconButton label={t('view.previousStep')} icon={<BackIcon />} onClick={() => tour.turn(-1)} />
      <IconButton label={run.paused ? t('view.goOn') : t('view.pause')} shortcut="Space" icon={run.paused ? <PlayIcon /> : <PauseIcon />} onClick={tour.toggle} />
      <IconButton label={t('view.nextStep')} shortcut="N" icon={<NextIcon />} onClick={() => tour.turn(1)} />
      <IconButton label={t('view.stop')} icon={<CloseIcon />} onClick={tour.stop} />
    </div>
  );
}
