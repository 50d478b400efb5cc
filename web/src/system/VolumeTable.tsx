import { Td, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { SystemStatus } from '../api/types';
import { bytesText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { VOLUME_TONE } from '../ui/states';
import { Notice } from '../ui/Notice';
import { StatusTable } from './StatusTable';

type Volume = SystemStatus['volumes'][number];

export function VolumeTable({ volumes }: { volumes: Volume[] }) {
  const { t } = useTranslation();
  const columns = (['path', 'state', 'used', 'free', 'detail'] as const).map((column) => t(`system.${column}`));
  if (volumes.length > 0) {
    return (
      <StatusTable title={t('system.volumes')} columns={columns}>
        {volumes.map((volume) => <VolumeRow key={volume.id} volume={volume} />)}
      </StatusTable>
    );
  }
  return (
    <section>
      <h2>{t('system.volumes')}</h2>
      <Notice kind="warning" title={t('system.noVolumes')} />
    </section>
  );
}

function VolumeRow({ volume }: { volume: Volume }) {
  const { t } = useTranslation();
  const used = volume.totalBytes - volume.freeBytes;
  const text = t('system.usedOf', { used: bytesText(used), total: bytesText(volume.totalBytes) });
  return (
    <Tr>
      <Td dataLabel={t('system.path')}><span className="ly-mono">{volume.path}</span></Td>
      <Td dataLabel={t('system.state')}><Mark tone={VOLUME_TONE[volume.state]} word={t(`system.volumeWords.${volume.state}`)} /></Td>
      <Td dataLabel={t('system.used')}>
        <span className="ly-usage">
          <meter min={0} max={volume.totalBytes} value={used} aria-label={text} />
          <span className="ly-mono">{text}</span>
        </span>
      </Td>
      <Td dataLabel={t('system.free')}><span className="ly-mono">{bytesText(volume.freeBytes)}</span></Td>
      <Td dataLabel={t('system.detail')}><span className="ly-muted">{volume.detail}</span></Td>
    </Tr>
  );
}
