import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { firstChannelsQuery } from '../api/channelQueries';
import { useMay } from '../app/useSession';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import './live.css';
import { LiveView } from './LiveView';

/** The video wall, or the first step towards one. */
export function LivePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayConfigure = useMay('device.configure');
  const first = useQuery(firstChannelsQuery);
  const ids = useMemo(() => first.data?.map((channel) => channel.id), [first.data]);
  if (ids !== undefined && ids.length > 0) return <LiveView first={ids} />;
  return (
    <>
      <PageBar title={t('live.title')} />
      {first.isPending && <Loading />}
      {first.error && <ProblemNotice error={first.error} onRetry={() => void first.refetch()} />}
      {ids?.length === 0 && (
        <Empty title={t('live.noCameras')} text={mayConfigure ? t('live.noCamerasText') : t('live.noCamerasOperator')}>
          {mayConfigure && <Button onClick={() => void navigate('/devices?add=1')}>{t('live.addDevice')}</Button>}
        </Empty>
      )}
    </>
  );
}
