import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveWall } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import type { Wall } from '../wallState';
import { partOf, useSaveWall } from './savedWalls';

interface Props {
  /** The panes to save under a new name. */
  wall?: Wall;
  /** The saved wall to rename, move or share; its panes stay. */
  saved?: LiveWall;
  folders: readonly string[];
  onClose: () => void;
}

/** Saves the wall under a name, for oneself or for all, or changes how a saved one is called. */
export function SaveWallDialog({ wall, saved, folders, onClose }: Props) {
  const { t } = useTranslation();
  const save = useSaveWall(saved);
  const [name, setName] = useState(saved?.name ?? '');
  const [folder, setFolder] = useState(saved?.folder ?? '');
  const [shared, setShared] = useState(saved?.shared ?? false);
  const panes = saved ?? wall;
  const submit = () =>
    panes && save.mutate({ name: name.trim(), shared, ...partOf(panes), ...(folder.trim() === '' ? {} : { folder: folder.trim() }) }, { onSuccess: onClose });
  return (
    <FormDialog
      title={saved ? t('device.editTitle', { name: saved.name }) : t('view.save')}
      submit={t('device.save')}
      ready={name.trim() !== ''}
      pending={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <label className="ly-field">
        <span>{t('schedule.name')}</span>
        <input className="ly-input" autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="ly-field">
        <span>{t('view.folder')}</span>
        <input className="ly-input" list="view-folders" maxLength={100} value={folder} onChange={(event) => setFolder(event.target.value)} />
        <datalist id="view-folders">{folders.map((f) => <option key={f} value={f} />)}</datalist>
      </label>
      <label><input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} /> {t('view.shareIt')}</label>
    </FormDialog>
  );
}
