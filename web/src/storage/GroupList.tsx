import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Volume, VolumeGroup } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Notice } from '../ui/Notice';
import { useAddGroup, useRemoveGroup } from './storage';

interface Props {
  groups: readonly VolumeGroup[];
  volumes: readonly Volume[];
  mayConfigure: boolean;
}

/** Groups of volumes: channels can be bound to a group in their retention. */
export function GroupList({ groups, volumes, mayConfigure }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = useAddGroup();
  const remove = useRemoveGroup();
  const error = add.error ?? remove.error;
  return (
    <section>
      <h2>{t('storage.groups')}</h2>
      <p className="ly-muted">{t('storage.groupsText')}</p>
      <ul className="ly-groups">
        {groups.map((group) => (
          <li key={group.id}>
            <strong>{group.name}</strong>
            <span className="ly-muted">{volumes.filter((v) => v.groupId === group.id).map((v) => v.name).join(', ') || t('storage.emptyGroup')}</span>
            {mayConfigure && <Button variant="link" isInline isDisabled={remove.isPending} onClick={() => remove.mutate(group)}>{t('device.remove')}</Button>}
          </li>
        ))}
      </ul>
      {mayConfigure && (
        <form
          className="ly-actions"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') add.mutate(name.trim(), { onSuccess: () => setName('') });
          }}
        >
          <input className="ly-input" aria-label={t('storage.groupName')} placeholder={t('storage.groupName')} value={name} onChange={(event) => setName(event.target.value)} />
          <Button type="submit" variant="secondary" isDisabled={name.trim() === '' || add.isPending}>{t('storage.addGroup')}</Button>
        </form>
      )}
      {error && <Notice kind="danger" title={problemWords(t, error)} />}
    </section>
  );
}
