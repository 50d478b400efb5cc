import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Volume } from '../api/types';
import { useMay } from '../app/useSession';
import { problemWords } from '../i18n/problemWords';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import '../ui/page.css';
import { ProblemNotice } from '../ui/ProblemNotice';
import { RemoveQuestion } from '../ui/RemoveQuestion';
import { CheckList } from './CheckList';
import { GroupList } from './GroupList';
import { useCheckVolume, useRemoveVolume, volumeGroupsQuery, volumesQuery } from './storage';
import './storage.css';
import { VolumeCard } from './VolumeCard';
import { VolumeDialog } from './VolumeDialog';

/** Where recordings lie: volumes with their state, groups, and the checks of volumes. */
export function StoragePage() {
  const { t } = useTranslation();
  const mayConfigure = useMay('system.configure');
  const volumes = useQuery(volumesQuery);
  const groups = useQuery(volumeGroupsQuery);
  const [edited, setEdited] = useState<Volume | 'new'>();
  const [removed, setRemoved] = useState<Volume>();
  const remove = useRemoveVolume();
  const check = useCheckVolume();
  return (
    <>
      <PageBar title={t('storage.title')} actions={mayConfigure && <Button icon={<PlusIcon />} onClick={() => setEdited('new')}>{t('storage.add')}</Button>} />
      {volumes.error && <ProblemNotice error={volumes.error} onRetry={() => void volumes.refetch()} />}
      {check.error && <Notice kind="danger" title={problemWords(t, check.error)} />}
      {volumes.isPending && <Loading />}
      {volumes.data?.length === 0 && <Empty title={t('system.noVolumes')} text={t('storage.noneText')} />}
      {volumes.data && (
        <div className="ly-body">
          <ul className="ly-volumes" aria-label={t('system.volumes')}>
            {volumes.data.map((volume) => (
              <VolumeCard
                key={volume.id}
                volume={volume}
                group={groups.data?.find((g) => g.id === volume.groupId)?.name}
                mayConfigure={mayConfigure}
                onEdit={() => setEdited(volume)}
                onRemove={() => setRemoved(volume)}
                onCheck={(kind) => check.mutate({ volume, kind })}
              />
            ))}
          </ul>
          <CheckList mayConfigure={mayConfigure} />
          <GroupList groups={groups.data ?? []} volumes={volumes.data} mayConfigure={mayConfigure} />
        </div>
      )}
      {edited && <VolumeDialog volume={edited === 'new' ? undefined : edited} groups={groups.data ?? []} onClose={() => setEdited(undefined)} />}
      {removed && (
        <RemoveQuestion
          title={t('device.removeTitle', { name: removed.name })}
          text={t('storage.removeText')}
          pending={remove.isPending}
          error={remove.error}
          onRemove={() => remove.mutate(removed, { onSuccess: () => setRemoved(undefined) })}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </>
  );
}
