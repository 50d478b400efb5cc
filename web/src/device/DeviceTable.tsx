import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Device } from '../api/types';
import { reasonWords } from '../i18n/problemWords';
import { shortTimeText, timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { CONNECTION_TONE } from '../ui/states';
import { useNow } from '../ui/useNow';
import { turned, turnedAll, type Selection } from './care/selection';
import { DeviceMenu } from './DeviceMenu';
import { RecordingSwitch } from './RecordingSwitch';
import { videoText } from './streamText';

interface Props {
  devices: Device[];
  mayConfigure: boolean;
  /** Opens what belongs to the key (`edit`, `remove`, `log`) for the device. */
  onOpen: (key: string, deviceId: string) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

export function DeviceTable({ devices, mayConfigure, onOpen, selection, onSelect }: Props) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const shown = devices.map((device) => device.id);
  const all = shown.length > 0 && shown.every((id) => selection.ids.has(id));
  const turn = (id: string, range: boolean) => onSelect(turned(selection, shown, id, range));
  return (
    <div className="ly-device-table">
      <Table aria-label={t('device.title')} variant="compact">
        <Thead>
          <Tr>
            {mayConfigure && (
              <Th className="ly-choose">
                <input type="checkbox" aria-label={t('many.chooseAll')} checked={all} onChange={() => onSelect(turnedAll(selection, shown))} />
              </Th>
            )}
            <Th>{t('device.name')}</Th>
            <Th>{t('device.state')}</Th>
            <Th>{t('device.since')}</Th>
            <Th>{t('device.video')}</Th>
            <Th>{t('device.recording')}</Th>
            <Th>{t('device.address')}</Th>
            <Th screenReaderText={t('device.actions')} />
          </Tr>
        </Thead>
        <Tbody>
          {devices.map((device) => (
            <DeviceRow key={device.id} {...{ device, mayConfigure, onOpen, now }} chosen={selection.ids.has(device.id)} onTurn={turn} />
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

interface RowProps extends Pick<Props, 'mayConfigure' | 'onOpen'> {
  device: Device;
  now: number;
  chosen: boolean;
  /** With `range`: all from the row chosen last. */
  onTurn: (id: string, range: boolean) => void;
}

function DeviceRow({ device, mayConfigure, onOpen, now, chosen, onTurn }: RowProps) {
  const { t } = useTranslation();
  const reason = reasonWords(t, device.reason);
  const video = videoText(device.channels[0]?.streams[0]);
  return (
    <Tr {...(chosen ? { className: 'ly-chosen' } : {})}>
      {mayConfigure && (
        <Td className="ly-choose">
          <input
            type="checkbox"
            aria-label={t('many.choose', { name: device.name })}
            checked={chosen}
            onChange={(event) => onTurn(device.id, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </Td>
      )}
      <Td dataLabel={t('device.name')}>
        <Link className="ly-device-name" to={device.channels[0] ? `/live?n=1&c=${device.channels[0].id}` : `/devices/${device.id}`}>{device.name}</Link>
      </Td>
      <Td dataLabel={t('device.state')}>
        <Mark tone={CONNECTION_TONE[device.state]} word={t(`state.${device.state}`)} />
        {reason !== '' && <span className="ly-device-reason" title={device.reason?.text}>{reason}</span>}
      </Td>
      <Td dataLabel={t('device.since')}>
        {device.since && <time title={timeText(device.since)}>{shortTimeText(device.since, now)}</time>}
      </Td>
      <Td dataLabel={t('device.video')}>
        {video === '' ? <span className="ly-muted">{t('device.noVideoYet')}</span> : <span className="ly-mono">{video}</span>}
      </Td>
      <Td dataLabel={t('device.recording')}>
        {device.channels.map((channel) => (
          <RecordingSwitch key={channel.id} channel={channel} single={device.channels.length === 1} mayChange={channel.functions.includes('recording.configure')} />
        ))}
      </Td>
      <Td dataLabel={t('device.address')}>
        <span className="ly-mono ly-device-address" title={device.url}>{device.url}</span>
      </Td>
      <Td dataLabel={t('device.actions')} className="ly-device-actions">
        <DeviceMenu device={device} mayConfigure={mayConfigure} onOpen={onOpen} />
      </Td>
    </Tr>
  );
}
