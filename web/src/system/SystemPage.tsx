import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceTotalsQuery } from '../api/deviceQueries';
import { nodesQuery } from '../cluster/nodes';
import { recordingTotalsQuery, systemQuery } from '../api/queries';
import { clockText } from '../ui/format';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useMay } from '../app/useSession';
import { DeadLetterTable } from './DeadLetterTable';
import { EventRetention } from './EventRetention';
import { Figures } from './Figures';
import { HelperTable } from './HelperTable';
import { NodeTable } from './NodeTable';
import './system.css';
import { VolumeTable } from './VolumeTable';

/** How the center is: nodes with their services, recording volumes, and the few figures that matter. */
export function SystemPage() {
  const { t } = useTranslation();
  const system = useQuery(systemQuery);
  const devices = useQuery(deviceTotalsQuery);
  const recording = useQuery(recordingTotalsQuery);
  const nodes = useQuery(nodesQuery);
  const configures = useMay('system.configure');
  const status = system.data;
  return (
    <>
      <PageBar title={t('system.title')}>
        {status && (
          <span className="ly-muted">
            {t('system.version', { version: status.version })} · {t('system.asOf', { time: clockText(Date.parse(status.time)) })}
          </span>
        )}
      </PageBar>
      {system.error && <ProblemNotice error={system.error} onRetry={() => void system.refetch()} />}
      {system.isPending && <Loading />}
      {status && (
        <div className="ly-system">
          <Figures status={status} devices={devices.data} recording={recording.data} />
          <NodeTable nodes={status.nodes} all={nodes.data ?? []} />
          <VolumeTable volumes={status.volumes} />
          <HelperTable helpers={status.helpers} />
          <EventRetention />
          {configures && <DeadLetterTable />}
        </div>
      )}
    </>
  );
}
