import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceTotals, RecordingTotals, SystemStatus } from '../api/types';
import { bytesText } from '../ui/format';
import { Mark } from '../ui/Mark';

interface Props {
  status: SystemStatus;
  devices: DeviceTotals | undefined;
  recording: RecordingTotals | undefined;
}

export function Figures({ status, devices, recording }: Props) {
  const { t } = useTranslation();
  const interrupted = recording?.interrupted ?? 0;
  const free = status.volumes.reduce((sum, v) => sum + v.freeBytes, 0);
  const total = status.volumes.reduce((sum, v) => sum + v.totalBytes, 0);
  return (
    <section className="ly-figures" aria-label={t('system.figures')}>
      <Figure title={t('system.devicesOnline')} value={devices?.online} of={devices?.matching} />
      <Figure title={t('system.recordingNow')} value={recording?.recording} of={recording?.switchedOn}>
        {interrupted > 0 && <Mark tone="major" word={t('system.interrupted', { count: interrupted })} />}
      </Figure>
      <Figure title={t('system.storageFree')} value={bytesText(free)} of={bytesText(total)} />
      <Figure title={t('system.nodesUp')} value={status.nodes.filter((n) => n.state === 'UP').length} of={status.nodes.length} />
    </section>
  );
}

interface FigureProps {
  title: string;
  value: number | string | undefined;
  of: number | string | undefined;
  children?: ReactNode;
}

function Figure({ title, value, of, children }: FigureProps) {
  return (
    <div className="ly-figure">
      <h2>{title}</h2>
      <p>
        <span className="ly-figure-value">{value ?? '–'}</span>
        <span className="ly-muted ly-mono"> / {of ?? '–'}</span>
      </p>
      {children}
    </div>
  );
}
