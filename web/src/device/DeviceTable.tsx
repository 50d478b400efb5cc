import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { CHANNELS_SHOWN } from '../api/deviceQueries';
import type { Device, DeviceListQuery } from '../api/types';
import { mayAt } from '../app/useSession';
import { Driven } from '../cluster/Driven';
import { isAbroad } from '../cluster/nodes';
import { reasonWords } from '../i18n/problemWords';
import { shortTimeText, timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { CONNECTION_TONE } from '../ui/states';
import { useNow } from '../ui/useNow';
import { turned, turnedAll, type Selection } from './care/selection';
import { nextOrder, type Sort } from './deviceList';
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
  list: DeviceListQuery;
  /** Sorts otherwise: what the address is to say. */
  onOrder: (values: Record<string, string>) => void;
  /** What comes after the rows. */
  children?: ReactNode;
}

export function DeviceTable({ devices, mayConfigure, onOpen, selection, onSelect, list, onOrder, children }: Props) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const own = devices.filter((device) => mayAt(device, 'device.configure')).map((device) => device.id);
  const all = own.length > 0 && own.every((id) => selection.ids.has(id));
  const turn = (id: string, range: boolean) => onSelect(turned(selection, own, id, range));
  return (
    <div className="ly-device-table">
      <Table aria-label={t('device.title')} variant="compact">
        <Thead>
          <Tr>
            {mayConfigure && (
              <Th className="ly-choose">
                <input type="checkbox" aria-label={t('many.chooseAll')} checked={all} onChange={() => onSelect(turnedAll(selection, own))} />
              </Th>
            )}
            <SortHead sort="NAME" word={t('device.name')} {...{ list, onOrder }} />
            <SortHead sort="STATE" word={t('device.state')} {...{ list, onOrder }} />
            <SortHead sort="SINCE" word={t('device.since')} {...{ list, onOrder }} />
            <SortHead sort="MODEL" word={t('bringIn.model')} {...{ list, onOrder }} />
            <Th>{t('device.video')}</Th>
            <Th>{t('device.recording')}</Th>
            <SortHead sort="ADDRESS" word={t('device.address')} {...{ list, onOrder }} />
            <Th screenReaderText={t('device.actions')} />
          </Tr>
        </Thead>
        <Tbody>
          {devices.map((device) => (
            <DeviceRow key={device.id} {...{ device, mayConfigure, onOpen, now }} chosen={selection.ids.has(device.id)} onTurn={turn} />
          ))}
        </Tbody>
      </Table>
      {children}
    </div>
  );
}

interface SortProps extends Pick<Props, 'list' | 'onOrder'> {
  sort: Sort;
  word: string;
}

function SortHead({ sort, word, list, onOrder }: SortProps) {
  const down = list.descending === true;
  const sorted = (list.sort ?? 'NAME') === sort;
  return (
    <Th aria-sort={sorted ? (down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="ly-sort" onClick={() => onOrder(nextOrder(list, sort))}>
        {word}
        <span aria-hidden="true">{sorted ? (down ? '▾' : '▴') : ''}</span>
      </button>
    </Th>
  );
}

/** A device of more channels shows these and leads to the others. */

interface RowProps extends Pick<Props, 'mayConfigure' | 'onOpen'> {
  device: Device;
  now: number;
  chosen: boolean;
  /** With `range`: all from the row chosen last. */
  onTurn: (id: string, range: boolean) => void;
}

function DeviceRow({ device, mayConfigure, onOpen, now, chosen, onTurn }: RowProps) {
  const { t } = useTranslation();
  const may = mayAt(device, 'device.configure');
  const reason = reasonWords(t, device.reason);
  const video = videoText(device.channels[0]?.streams[0]);
  return (
    <Tr {...(chosen ? { className: 'ly-chosen' } : {})}>
      {mayConfigure && (
        <Td className="ly-choose">
          {may && <input
            type="checkbox"
            aria-label={t('many.choose', { name: device.name })}
            checked={chosen}
            onChange={(event) => onTurn(device.id, (event.nativeEvent as MouseEvent).shiftKey)}
          />}
        </Td>
      )}
      <Td dataLabel={t('device.name')}>
        <Link className="ly-device-name" to={device.channels[0] ? `/live?n=1&c=${device.channels[0].id}` : `/devices/${device.id}`}>{device.name}</Link>
      </Td>
      <Td dataLabel={t('device.state')}>
        <Mark tone={CONNECTION_TONE[device.state]} word={t(`state.${device.state}`)} />
        {isAbroad(device) && <span className="ly-device-reason"><Driven device={device} mayAsk={may} /></span>}
        {reason !== '' && <span className="ly-device-reason" title={device.reason?.text}>{reason}</span>}
      </Td>
      <Td dataLabel={t('device.since')}>
        {device.since && <time title={timeText(device.since)}>{shortTimeText(device.since, now)}</time>}
      </Td>
      <Td dataLabel={t('bringIn.model')}>
        <span className="ly-muted">{[device.identity.manufacturer, device.identity.model].filter(Boolean).join(' ')}</span>
      </Td>
      <Td dataLabel={t('device.video')}>
        {video === '' ? <span className="ly-muted">{t('device.noVideoYet')}</span> : <span className="ly-mono">{video}</span>}
      </Td>
      <Td dataLabel={t('device.recording')}>
        {device.channels.slice(0, CHANNELS_SHOWN).map((channel) => (
          <RecordingSwitch key={channel.id} channel={channel} single={device.channelCount === 1} mayChange={channel.functions.includes('recording.configure')} />
        ))}
        {device.channelCount > CHANNELS_SHOWN && <Link to={`/devices/${device.id}`}>{t('deviceList.moreChannels', { count: device.channelCount - CHANNELS_SHOWN })}</Link>}
      </Td>
      <Td dataLabel={t('device.address')}>
        <span className="ly-mono ly-device-address" title={device.url}>{device.url}</span>
      </Td>
      <Td dataLabel={t('device.actions')} className="ly-device-actions">
        <DeviceMenu device={device} mayConfigure={may} onOpen={onOpen} />
      </Td>
    </Tr>
  );
}
