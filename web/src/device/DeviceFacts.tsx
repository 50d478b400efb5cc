import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { FormDialog } from '../ui/FormDialog';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { ProblemNotice } from '../ui/ProblemNotice';
import { AccountsSection } from './care/AccountsSection';
import { MoveNotice } from './care/MoveNotice';
import { NetworkDialog } from './care/NetworkDialog';
import { factsQuery, offsetParts, useRestart, useSetClock } from './devicePage';

/** What an ONVIF device says of its clock, network and accounts; its clock can be set, and it can be restarted. */
export function DeviceFacts({ device }: { device: Device }) {
  const { t } = useTranslation();
  const facts = useQuery(factsQuery(device.id));
  const clock = useSetClock(device.id);
  const restart = useRestart(device.id);
  const [asking, setAsking] = useState<'clock' | 'network' | 'restart'>();
  const [server, setServer] = useState('');
  const data = facts.data;
  const close = () => setAsking(undefined);
  return (
    <section aria-labelledby="device-facts">
      <h2 id="device-facts">{t('devicePage.facts')}</h2>
      {facts.isPending && <Loading />}
      {facts.error && <ProblemNotice error={facts.error} onRetry={() => void facts.refetch()} />}
      {data && (
        <dl className="ly-facts">
          <div><dt>{t('devicePage.clock')}</dt><dd>{offsetWords(data.clockOffsetMillis)}</dd></div>
          <div>
            <dt>{t('devicePage.timeSource')}</dt>
            <dd>{data.asksTimeServers ? t('devicePage.byServers', { servers: data.timeServers.join(', ') || '?' }) : t('devicePage.byHand')} <span className="ly-muted ly-mono">{data.zone}</span></dd>
          </div>
          {data.network.map((card) => (
            <div key={card.name + card.mac}>
              <dt>{t('devicePage.network', { name: card.name })}</dt>
              <dd className="ly-mono">{card.address} {card.mac}{card.dhcp && ' DHCP'}</dd>
            </div>
          ))}
          {data.gateway !== '' && <div><dt>{t('devicePage.gateway')}</dt><dd className="ly-mono">{data.gateway}</dd></div>}
          {data.hostname !== '' && <div><dt>{t('devicePage.hostname')}</dt><dd className="ly-mono">{data.hostname}</dd></div>}
          {data.nameServers.length > 0 && <div><dt>{t('care.network.nameServers')}</dt><dd className="ly-mono">{data.nameServers.join(' ')}</dd></div>}
        </dl>
      )}
      <p className="ly-device-acts">
        {data && device.protocol === 'ONVIF' && <Button variant="secondary" onClick={() => setAsking('network')}>{t('care.setNetwork')}</Button>}
        <Button variant="secondary" onClick={() => setAsking('clock')}>{t('devicePage.setClock')}</Button>
        <Button variant="secondary" isDanger onClick={() => setAsking('restart')}>{t('devicePage.restart')}</Button>
      </p>
      {device.protocol === 'ONVIF' && <MoveNotice device={device} />}
      {data && device.protocol === 'ONVIF' && data.users.length > 0 && <AccountsSection device={device} accounts={data.users} />}
      {restart.isSuccess && <Notice kind="success" title={t('devicePage.restarting')} />}
      {clock.isSuccess && <Notice kind="success" title={t('devicePage.clockSet')} />}
      {asking === 'clock' && (
        <FormDialog title={t('devicePage.setClock')} submit={t('devicePage.set')} ready pending={clock.isPending} error={clock.error} onSubmit={() => clock.mutate(server, { onSuccess: close })} onClose={close}>
          <label className="ly-field">
            <span>{t('devicePage.server')}</span>
            <input className="ly-input ly-mono" value={server} maxLength={253} spellCheck={false} onChange={(e) => setServer(e.target.value)} />
            <span className="ly-muted">{t('devicePage.serverHint')}</span>
          </label>
        </FormDialog>
      )}
      {asking === 'network' && data && <NetworkDialog device={device} facts={data} onClose={close} />}
      {asking === 'restart' && (
        <FormDialog title={t('devicePage.restartTitle', { name: device.name })} submit={t('devicePage.restart')} danger ready pending={restart.isPending} error={restart.error === null ? null : problemWords(t, restart.error)} onSubmit={() => restart.mutate(undefined, { onSuccess: close })} onClose={close}>
          <p>{t('devicePage.restartText')}</p>
        </FormDialog>
      )}
    </section>
  );

  function offsetWords(millis: number | undefined): string {
    if (millis === undefined) return t('devicePage.noClock');
    const { unit, amount } = offsetParts(millis);
    if (Math.abs(millis) < 2_000) return t('devicePage.clockRight');
    return millis > 0 ? t(`devicePage.ahead.${unit}`, { amount }) : t(`devicePage.behind.${unit}`, { amount });
  }
}
