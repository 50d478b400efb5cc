import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { devicesQuery } from '../api/queries';
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
  const devices = useQuery(devicesQuery);
  const channels = useMemo(() => devices.data?.flatMap((d) => d.channels), [devices.data]);
  if (devices.data !== undefined && channels !== undefined && channels.length > 0) {
    return <LiveView devices={devices.data} channels={channels} />;
  }
  return (
    <>
      <PageBar title={t('live.title')} />
      {devices.isPending && <Loading />}
      {devices.error && <ProblemNotice error={devices.error} onRetry={() => void devices.refetch()} />}
      {channels?.length === 0 && (
        <Empty title={t('live.noCameras')} text={mayConfigure ? t('live.noCamerasText') : t('live.noCamerasOperator')}>
          {mayConfigure && <Button onClick={() => void navigate('/devices?add=1')}>{t('live.addDevice')}</Button>}
        </Empty>
      )}
    </>
  );
}
