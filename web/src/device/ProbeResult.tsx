import { useTranslation } from 'react-i18next';
import type { Probe } from '../api/types';
import { Notice } from '../ui/Notice';
import { videoText } from './streamText';

/** What answered at the address: the server and its streams. */
export function ProbeResult({ probe }: { probe: Probe }) {
  const { t } = useTranslation();
  return (
    <Notice kind="success" title={probe.server === '' ? t('device.testOkUnnamed') : t('device.testOk', { server: probe.server })}>
      <ul className="ly-probe">
        {probe.streams.map((stream) => (
          <li key={stream.kind}>
            {t(`device.stream.${stream.kind}`)} <span className="ly-mono">{videoText(stream)}</span>, {stream.audioCodec ?? t('device.noAudio')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
