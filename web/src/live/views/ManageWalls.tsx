import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveTour, LiveWall } from '../../api/types';
import { problemWords } from '../../i18n/problemWords';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import type { Wall } from '../wallState';
import { SaveWallDialog } from './SaveWallDialog';
import { foldersOf, partOf, useRemoveTour, useRemoveWall, useSaveWall } from './savedWalls';
import { TourEditor } from './TourEditor';

interface Props {
  wall: Wall;
  walls: readonly LiveWall[];
  tours: readonly LiveTour[];
  onClose: () => void;
}

/** One's own saved walls and tours: renamed, replaced by what is shown now, edited, removed. */
export function ManageWalls({ wall, walls, tours, onClose }: Props) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<LiveTour | 'new'>();
  const [renamed, setRenamed] = useState<LiveWall>();
  const removeWall = useRemoveWall();
  const removeTour = useRemoveTour();
  const error = removeWall.error ?? removeTour.error;
  if (edited !== undefined) return <TourEditor tour={edited === 'new' ? undefined : edited} walls={walls} onClose={() => setEdited(undefined)} />;
  if (renamed !== undefined) return <SaveWallDialog saved={renamed} folders={foldersOf(walls)} onClose={() => setRenamed(undefined)} />;
  return (
    <Dialog title={t('view.manage')} size="medium" onClose={onClose} footer={<Button onClick={onClose}>{t('app.close')}</Button>}>
      <div className="ly-form">
        <section>
          <h3>{t('view.walls')}</h3>
          <ul className="ly-views">
            {walls.filter((w) => w.mine).map((saved) => (
              <li key={saved.id}>
                <span>{saved.folder !== undefined && <span className="ly-muted">{saved.folder} / </span>}{saved.name}</span>
                <Button variant="link" isInline onClick={() => setRenamed(saved)}>{t('view.rename')}</Button>
                <Replace saved={saved} wall={wall} />
                <Button variant="link" isInline isDisabled={removeWall.isPending} onClick={() => removeWall.mutate(saved.id)}>{t('device.remove')}</Button>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('view.tours')}</h3>
          <ul className="ly-views">
            {tours.filter((tour) => tour.mine).map((tour) => (
              <li key={tour.id}>
                <span>{tour.name}</span>
                <Button variant="link" isInline onClick={() => setEdited(tour)}>{t('device.edit')}</Button>
                <Button variant="link" isInline isDisabled={removeTour.isPending} onClick={() => removeTour.mutate(tour.id)}>{t('device.remove')}</Button>
              </li>
            ))}
          </ul>
          <Button variant="secondary" isDisabled={walls.length === 0} onClick={() => setEdited('new')}>{t('view.addTour')}</Button>
        </section>
        {error && <Notice kind="danger" title={problemWords(t, error)} />}
      </div>
    </Dialog>
  );
}

function Replace({ saved, wall }: { saved: LiveWall; wall: Wall }) {
  const { t } = useTranslation();
  const save = useSaveWall(saved);
  const { name, folder, shared } = saved;
  return (
    <Button
      variant="link"
      isInline
      isDisabled={save.isPending}
      onClick={() => save.mutate({ name, shared, ...partOf(wall), ...(folder === undefined ? {} : { folder }) })}
    >
      {save.isSuccess ? t('view.replaced') : t('view.replace')}
    </Button>
  );
}
