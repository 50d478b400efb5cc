import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { deviceQuery } from '../api/deviceQueries';
import { Problem } from '../api/problem';
import type { Device } from '../api/types';
import { Driven } from '../cluster/Driven';
import { mayAt } from '../app/useSession';
import { problemWords, reasonWords } from '../i18n/problemWords';
import { Empty } from '../ui/Empty';
import { timeText } from '../ui/format';
import { Loading } from '../ui/Loading';
import { Mark } from '../ui/Mark';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { CONNECTION_TONE } from '../ui/states';
import { TableRoom } from '../ui/TableRoom';
import './device.css';
import '../ui/page.css';
import { RevealDialog } from './care/RevealDialog';
import { DeviceDialog } from './DeviceDialog';
import { DeviceEvents } from './DeviceEvents';
import { DeviceFacts } from './DeviceFacts';
import { InputsSection } from './inputs/InputsSection';
import { isAdvised, ownPage } from './devicePage';
import { useCheckDevice } from './mutations';
import { partsOf } from './registration';
import { videoText } from './streamText';

/** Everything about one device: what it is, why it is offline, its channels, what it says of itself, what happened. */
export function DevicePage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const read = useQuery(deviceQuery(id ?? ''));
  const [editing, setEditing] = useState(false);
  const [revealing, setRevealing] = useState(false);
  const device = read.data;
  const mayConfigure = mayAt(device, 'device.configure');
  if (read.isPending) return <Loading />;
  const gone = read.error instanceof Problem && (read.error.status === 404 || read.error.status === 400);
  if (read.error && !gone && !device) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (!device || gone) return <Empty title={t('devicePage.gone')}><Link to="/devices">{t('devicePage.all')}</Link></Empty>;
  return (
    <>
      <PageBar
        title={device.name}
        actions={
          <>
            {mayConfigure && device.username !== undefined && <Button variant="secondary" onClick={() => setRevealing(true)}>{t('many.reveal')}</Button>}
            {device.protocol !== 'REGISTRATION' && <a href={ownPage(device.url)} target="_blank" rel="noopener noreferrer">{t('devicePage.ownPage')}</a>}
            {mayConfigure && <Button variant="secondary" onClick={() => setEditing(true)}>{t('device.edit')}</Button>}
          </>
        }
      >
        <Link to="/devices">{t('devicePage.all')}</Link>
      </PageBar>
      <div className="ly-device-page">
        <section aria-labelledby="device-state">
          <h2 id="device-state">{t('device.state')}</h2>
          <DeviceState device={device} mayConfigure={mayConfigure} />
        </section>
        <section aria-labelledby="device-is">
          <h2 id="device-is">{t('devicePage.identity')}</h2>
          <Identity device={device} />
        </section>
        <section>
          <h2>{t('devicePage.channels')}</h2>
          <Channels device={device} />
          {mayConfigure && device.protocol === 'ONVIF' && <p className="ly-device-acts"><Link to={`/devices/${device.id}/pictures`}>{t('config.open')}</Link></p>}
        </section>
        {mayConfigure && (device.protocol === 'ONVIF' || (device.protocol === 'REGISTRATION' && device.state === 'ONLINE')) && <DeviceFacts device={device} />}
        {mayConfigure && <InputsSection device={device} />}
        <section aria-labelledby="device-log">
          <h2 id="device-log">{t('device.log')}</h2>
          <DeviceEvents deviceId={device.id} />
        </section>
      </div>
      {editing && <DeviceDialog device={device} onClose={() => setEditing(false)} />}
      {revealing && <RevealDialog device={device} onClose={() => setRevealing(false)} />}
    </>
  );
}

function DeviceState({ device, mayConfigure }: { device: Device; mayConfigure: boolean }) {
  const { t } = useTranslation();
  const check = useCheckDevice(device.id);
  const code = device.reason?.code;
  return (
    <>
      <p>
        <Mark tone={CONNECTION_TONE[device.state]} word={t(`state.${device.state}`)} />{' '}
        {device.since && <time className="ly-muted" dateTime={device.since}>{timeText(device.since)}</time>}
      </p>
      <p className="ly-muted"><Driven device={device} mayAsk={mayConfigure} /></p>
      {device.reason && <p title={device.reason.text}>{reasonWords(t, device.reason)}</p>}
      {code !== undefined && isAdvised(code) && <p>{t(`devicePage.advice.${code}`)}</p>}
      {mayConfigure && device.state === 'OFFLINE' && device.protocol === 'ONVIF' && (
        <Button variant="secondary" isLoading={check.isPending} isDisabled={check.isPending} onClick={() => check.mutate()}>{t('devicePage.check')}</Button>
      )}
      {check.error && <Notice kind="danger" title={problemWords(t, check.error)} />}
      {check.isSuccess && device.state === 'OFFLINE' && <p role="status" className="ly-muted">{t('devicePage.checking')}</p>}
    </>
  );
}

function Identity({ device }: { device: Device }) {
  const { t } = useTranslation();
  const rows = [
    ...(device.protocol === 'REGISTRATION'
      ? [[t('registration.id'), partsOf(device.url).id], [t('registration.from'), device.dialledFrom], [t('registration.streams'), partsOf(device.url).streams]] as const
      : [[t('device.address'), device.url]] as const),
    [t('devicePage.protocol'), device.protocol],
    [t('device.username'), device.username],
    [t('devicePage.manufacturer'), device.identity.manufacturer],
    [t('bringIn.model'), device.identity.model],
    [t('devicePage.firmware'), device.identity.firmware],
    [t('devicePage.serial'), device.identity.serial],
  ] as const;
  return (
    <dl className="ly-facts">
      {rows.map(([word, value]) => value !== undefined && value !== '' && (
        <div key={word}>
          <dt>{word}</dt>
          <dd className="ly-mono">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Channels({ device }: { device: Device }) {
  const { t } = useTranslation();
  return (
    <TableRoom label={t('devicePage.channels')}>
      <thead>
        <tr>
          <th scope="col">{t('device.name')}</th>
          <th scope="col">{t('device.state')}</th>
          <th scope="col">{t('device.stream.MAIN')}</th>
          <th scope="col">{t('device.stream.SUB')}</th>
          <th scope="col">{t('device.recording')}</th>
        </tr>
      </thead>
      <tbody>
        {device.channels.map((channel) => (
          <tr key={channel.id}>
            <th scope="row"><Link to={`/live?n=1&c=${channel.id}`}>{channel.name}</Link></th>
            <td><Mark tone={CONNECTION_TONE[channel.state]} word={t(`state.${channel.state}`)} /> {reasonWords(t, channel.reason)}</td>
            <td className="ly-mono">{videoText(channel.streams.find((s) => s.kind === 'MAIN'))}</td>
            <td className="ly-mono">{videoText(channel.streams.find((s) => s.kind === 'SUB'))}</td>
            <td>{t(`recording.${channel.recording.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </TableRoom>
  );
}
