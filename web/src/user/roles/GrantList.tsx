import { Button } from '@patternfly/react-core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useChannels } from '../../api/channelQueries';
import { deviceQuery } from '../../api/deviceQueries';
import type { Grant } from '../../api/types';
import { ChannelSelect } from '../../device/ChannelSelect';
import { DeviceSelect } from '../../device/DeviceSelect';
import { SiteSelect } from '../../organisation/SiteSelect';
import { sitesQuery } from '../../organisation/sites';
import { FunctionTicks } from './FunctionTicks';

interface Props {
  functions: readonly string[];
  grants: readonly Grant[];
  onChange: (grants: Grant[]) => void;
}

/** The places where a role holds; at each it may hold with all its functions or only some. */
export function GrantList({ functions, grants, onChange }: Props) {
  const { t } = useTranslation();
  const names = useNames(grants);
  const add = (kind: Grant['kind'], objectId: string) => {
    if (!grants.some((grant) => grant.kind === kind && grant.objectId === objectId)) onChange([...grants, { kind, objectId }]);
  };
  const set = (index: number, grant: Grant) => onChange(grants.map((old, i) => (i === index ? grant : old)));
  return (
    <div className="ly-grants">
      {grants.length === 0 && <p className="ly-muted">{t('role.nowhere')}</p>}
      <ul>
        {grants.map((grant, index) => {
          const name = names(grant) ?? t('role.gone');
          const { functions: some, ...bare } = grant;
          return (
            <li key={`${grant.kind} ${grant.objectId}`}>
              <div className="ly-grant-head">
                <span className="ly-muted">{t(`role.kind.${grant.kind}`)}</span>
                <strong>{name}</strong>
                <select className="ly-input" aria-label={name} value={some === undefined ? 'all' : 'only'} onChange={(event) => set(index, event.target.value === 'all' ? bare : { ...grant, functions: [...functions] })}>
                  <option value="all">{t('role.all')}</option>
                  <option value="only">{t('role.only')}</option>
                </select>
                <Button variant="link" isInline onClick={() => onChange(grants.filter((_, i) => i !== index))}>{t('role.takeAway', { name })}</Button>
              </div>
              {some !== undefined && <FunctionTicks of={functions} chosen={some} onChange={(next) => set(index, { ...grant, functions: next })} />}
            </li>
          );
        })}
      </ul>
      <div className="ly-actions">
        <SiteSelect label={t('role.addSite')} onChoose={(id) => add('SITE', id)} />
        <DeviceSelect label={t('role.addDevice')} onChoose={(id) => add('DEVICE', id)} />
        <ChannelSelect label={t('role.addChannel')} onChoose={(channel) => add('CHANNEL', channel.id)} />
      </div>
    </div>
  );
}

/** Names of what is granted, as far as it is there; what is still being read is shown as such. */
function useNames(grants: readonly Grant[]): (grant: Grant) => string | undefined {
  const of = (kind: Grant['kind']) => grants.filter((grant) => grant.kind === kind).map((grant) => grant.objectId);
  const sites = useQuery(sitesQuery).data;
  const channels = useChannels(of('CHANNEL'));
  const devices = useQueries({ queries: of('DEVICE').map((id) => deviceQuery(id)) });
  const names = new Map([...(sites ?? []), ...channels.found, ...devices.flatMap((read) => read.data ?? [])].map((one) => [one.id, one.name]));
  const reading = { SITE: sites === undefined, CHANNEL: channels.pending, DEVICE: devices.some((read) => read.isPending) };
  return (grant) => names.get(grant.objectId) ?? (reading[grant.kind] ? '…' : undefined);
}
