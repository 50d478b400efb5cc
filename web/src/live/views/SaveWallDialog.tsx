import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import type { Wall } from '../wallState';
import { partOf, useSaveWall } from './savedWalls';

/** Saves the wall under a name, for oneself or for all. */
export function SaveWallDialog({ wall, folders, onClose }: { wall: Wall; folders: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveWall(undefined);
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const [shared, setShared] = useState(false);
  const submit = () =>
    save.mutate({ name: name.trim(), shared, ...partOf(wall), ...(folder.trim() === '' ? {} : { folder: folder.trim() }) }, { onSuccess: onClose });
  return (
    <FormDialog
      title={t('view.save')}
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
