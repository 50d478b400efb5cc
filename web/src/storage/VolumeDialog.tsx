import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Volume, VolumeGroup } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { useSaveVolume } from './storage';

const GB = 1e9;
const inGigabytes = (bytes: number | undefined) => (bytes === undefined ? '' : String(bytes / GB));
const inBytes = (text: string) => (text.trim() === '' ? undefined : Math.round(Number(text.replace(',', '.')) * GB));

/** Adds a volume, or changes its name, group, quota and reserve. */
export function VolumeDialog({ volume, groups, onClose }: { volume: Volume | undefined; groups: readonly VolumeGroup[]; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveVolume(volume);
  const [form, setForm] = useState({
    directory: volume?.directory ?? '',
    name: volume?.name ?? '',
    groupId: volume?.groupId ?? '',
    quota: inGigabytes(volume?.quotaBytes),
    reserve: inGigabytes(volume?.reserveSetBytes),
  });
  const [quotaBytes, reserveBytes] = [inBytes(form.quota), inBytes(form.reserve)];
  const bad = (n: number | undefined) => n !== undefined && !(n > 0);
  const ready = form.name.trim() !== '' && form.directory.trim() !== '' && !bad(quotaBytes) && !bad(reserveBytes);
  const submit = () =>
    save.mutate(
      {
        directory: form.directory.trim(),
        name: form.name.trim(),
        ...(form.groupId === '' ? {} : { groupId: form.groupId }),
        ...(quotaBytes === undefined ? {} : { quotaBytes }),
        ...(reserveBytes === undefined ? {} : { reserveBytes }),
      },
      { onSuccess: onClose },
    );
  const text = (key: 'directory' | 'name' | 'quota' | 'reserve', hint?: string) => (
    <label className="ly-field">
      <span>{t(`storage.fields.${key}`)}</span>
      <input
        className={`ly-input${key === 'name' ? '' : ' ly-mono'}`}
        autoFocus={key === 'name'}
        value={form[key]}
        readOnly={key === 'directory' && volume !== undefined}
        onChange={(event) => setForm({ ...form, [key]: event.target.value })}
      />
      {hint !== undefined && <span className="ly-muted">{hint}</span>}
    </label>
  );
  return (
    <FormDialog
      title={volume ? t('device.editTitle', { name: volume.name }) : t('storage.add')}
      submit={t('device.save')}
      ready={ready}
      pending={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {text('name')}
      {text('directory', volume === undefined ? t('storage.directoryHint') : undefined)}
      <label className="ly-field">
        <span>{t('storage.fields.group')}</span>
        <select className="ly-select" value={form.groupId} onChange={(event) => setForm({ ...form, groupId: event.target.value })}>
          <option value="">{t('storage.noGroup')}</option>
          {groups.map((group) => <option key={group.id} value={group.id}>{group.name}</option>)}
        </select>
      </label>
      {text('quota', t('storage.quotaHint'))}
      {text('reserve', t('storage.reserveHint'))}
    </FormDialog>
  );
}
