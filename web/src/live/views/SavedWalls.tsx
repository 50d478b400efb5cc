import { Button } from '@patternfly/react-core';
import { Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveTour, LiveWall } from '../../api/types';
import { problemWords } from '../../i18n/problemWords';
import { Notice } from '../../ui/Notice';
import { useShortcuts } from '../../ui/shortcuts';
import type { Wall } from '../wallState';
import { byFolder, foldersOf, savedWallsQuery, toursQuery, wallOf } from './savedWalls';
import { TourBar } from './TourBar';
import { useTour } from './useTour';
import './views.css';

const ManageWalls = lazy(async () => ({ default: (await import('./ManageWalls')).ManageWalls }));
const SaveWallDialog = lazy(async () => ({ default: (await import('./SaveWallDialog')).SaveWallDialog }));

/** The menu of saved walls and tours, open at first, and the tour that runs. */
export function SavedWalls({ wall, change }: { wall: Wall; change: (next: (wall: Wall) => Wall) => void }) {
  const { t } = useTranslation();
  const walls = useQuery(savedWallsQuery);
  const tours = useQuery(toursQuery);
  const [open, setOpen] = useState(true);
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const show = (saved: LiveWall) => change(() => wallOf(saved));
  const tour = useTour(walls.data ?? [], show);
  const { run } = tour;
  useShortcuts('page', [
    { keys: ['v'], label: t('help.views'), run: () => setOpen(true) },
    ...(run === undefined ? [] : [
      { keys: [' '], label: t('help.tourPause'), run: tour.toggle },
      { keys: ['n'], label: t('help.tourNext'), run: () => tour.turn(1) },
    ]),
  ]);
  const label = (saved: LiveWall | LiveTour) => (saved.mine ? saved.name : t('view.of', { name: saved.name, owner: saved.ownerName }));
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        isScrollable
        toggle={(ref) => <MenuToggle ref={ref} isExpanded={open} onClick={() => setOpen(!open)} className="ly-views-toggle">{t('view.title')}</MenuToggle>}
      >
        {byFolder(walls.data ?? []).map(([folder, members]) => (
          <DropdownGroup key={folder} label={folder === '' ? t('view.walls') : folder}>
            <DropdownList>
              {members.map((saved) => (
                <DropdownItem
                  key={saved.id}
                  description={t('view.about', { count: saved.size, visibility: t(saved.shared ? 'view.shared' : 'view.private') })}
                  onClick={() => {
                    tour.stop();
                    show(saved);
                  }}
                >
                  {label(saved)}
                </DropdownItem>
              ))}
            </DropdownList>
          </DropdownGroup>
        ))}
        {tours.data && tours.data.length > 0 && (
          <DropdownGroup label={t('view.tours')}>
            <DropdownList>
              {tours.data.map((saved) => <DropdownItem key={saved.id} onClick={() => tour.start(saved)}>▸ {label(saved)}</DropdownItem>)}
            </DropdownList>
          </DropdownGroup>
        )}
        <DropdownGroup label={t('view.own')}>
          <DropdownList>
            <DropdownItem onClick={() => setDialog('save')}>{t('view.save')}</DropdownItem>
            <DropdownItem onClick={() => setDialog('manage')}>{t('view.manage')}</DropdownItem>
          </DropdownList>
        </DropdownGroup>
      </Dropdown>
      {run && <TourBar run={run} tour={tour} walls={walls.data ?? []} />}
      {walls.error && open && <Notice kind="danger" title={problemWords(t, walls.error)}><Button variant="link" onClick={() => void walls.refetch()}>{t('app.retry')}</Button></Notice>}
      <Suspense>
        {dialog === 'save' && <SaveWallDialog wall={wall} folders={foldersOf(walls.data ?? [])} onClose={() => setDialog(undefined)} />}
        {dialog === 'manage' && <ManageWalls wall={wall} walls={walls.data ?? []} tours={tours.data ?? []} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </>
  );
}
