import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { devicesQuery } from '../../api/queries';
import type { Grant } from '../../api/types';
import { SiteSelect } from '../../organisation/SitesPage';
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
  const sites = useQuery(sitesQuery).data ?? [];
  const devices = useQuery(devicesQuery).data ?? [];
  const channels = devices.flatMap((device) => device.channels);
  const names = new Map([...sites, ...devices, ...channels].map((one) => [one.id, one.name]));
  const add = (kind: Grant['kind'], objectId: string) => {
    if (!grants.some((grant) => grant.kind === kind && grant.objectId === objectId)) onChange([...grants, { kind, objectId }]);
  };
  const set = (index: number, grant: Grant) => onChange(grants.map((old, i) => (i === index ? grant : old)));
  return (
    <div className="ly-grants">
      {grants.length === 0 && <p className="ly-muted">{t('role.nowhere')}</p>}
      <ul>
        {grants.map((grant, index) => {
          const name = names.get(grant.objectId) ?? t('role.gone');
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
        <SiteSelect label={t('role.addSite')} sites={sites} onChoose={(id) => add('SITE', id)} />
        <NameSelect label={t('role.addDevice')} things={devices} onChoose={(id) => add('DEVICE', id)} />
        <NameSelect label={t('role.addChannel')} things={channels} onChoose={(id) => add('CHANNEL', id)} />
      </div>
    </div>
  );
}

interface SelectProps {
  label: string;
  things: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
}

function NameSelect({ label, things, onChoose }: SelectProps) {
  return (
    <select className="ly-input" aria-label={label} value="" onChange={(event) => event.target.value !== '' && onChoose(event.target.value)}>
      <option value="">{label}</option>
      {things.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
    </select>
  );
}
