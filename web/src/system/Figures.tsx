import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device, SystemStatus } from '../api/types';
import { bytesText } from '../ui/format';
import { Mark } from '../ui/Mark';

export function Figures({ status, devices }: { status: SystemStatus; devices: Device[] | undefined }) {
  const { t } = useTranslation();
  const channels = (devices ?? []).flatMap((d) => d.channels);
  const planned = channels.filter((c) => c.recording.enabled);
  const interrupted = planned.filter((c) => c.recording.state === 'INTERRUPTED').length;
  const free = status.volumes.reduce((sum, v) => sum + v.freeBytes, 0);
  const total = status.volumes.reduce((sum, v) => sum + v.totalBytes, 0);
  return (
    <section className="ly-figures" aria-label={t('system.figures')}>
      <Figure title={t('system.devicesOnline')} value={devices?.filter((d) => d.state === 'ONLINE').length} of={devices?.length} />
      <Figure title={t('system.recordingNow')} value={devices && planned.filter((c) => c.recording.state === 'RECORDING').length} of={devices && planned.length}>
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
