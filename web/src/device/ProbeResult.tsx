import { useTranslation } from 'react-i18next';
import type { Probe } from '../api/types';
import { Notice } from '../ui/Notice';
import { videoText } from './streamText';

/** What answered at the address: what it is, and its channels with their streams. */
export function ProbeResult({ probe }: { probe: Probe }) {
  const { t } = useTranslation();
  const { manufacturer, model, firmware } = probe.identity;
  const device = [manufacturer, model, firmware].filter(Boolean).join(' ');
  const several = probe.channels.length > 1;
  return (
    <Notice kind="success" title={device === '' ? t('device.testOkUnnamed') : t('device.testOk', { device })}>
      <ul className="ly-probe">
        {probe.channels.map((channel, index) =>
          channel.streams.map((stream) => (
            <li key={`${index} ${stream.kind}`}>
              {several && `${t('device.testChannel', { number: index + 1 })}: `}
              {t(`device.stream.${stream.kind}`)} <span className="ly-mono">{videoText(stream)}</span>, {stream.audioCodec ?? t('device.noAudio')}
              {channel.ptz && stream.kind === 'MAIN' && `, ${t('device.ptz')}`}
            </li>
          )),
        )}
      </ul>
    </Notice>
  );
}
