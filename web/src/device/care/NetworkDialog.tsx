import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device, DeviceFacts } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import { useSetNetwork } from './deviceSettings';
import { networkChange, networkForm, type NetworkForm } from './networkForm';

const TEXTS = ['hostname', 'gateway', 'nameServers'] as const;

/** Host name, gateway, name servers and address of a device; only what was changed is sent. */
export function NetworkDialog({ device, facts, onClose }: { device: Device; facts: DeviceFacts; onClose: () => void }) {
  const { t } = useTranslation();
  const [before] = useState(() => networkForm(facts));
  const [form, setForm] = useState<NetworkForm>(before);
  const set = useSetNetwork(device.id);
  const change = networkChange(before, form);
  const put = (part: Partial<NetworkForm>) => setForm((old) => ({ ...old, ...part }));
  const moves = change.address !== undefined || change.dhcp !== undefined;
  return (
    <FormDialog
      title={t('care.networkTitle', { name: device.name })}
      size="medium"
      submit={t('devicePage.set')}
      danger={moves}
      ready={Object.keys(change).length > 0}
      pending={set.isPending}
      error={set.error}
      onSubmit={() => set.mutate(change, { onSuccess: onClose })}
      onClose={onClose}
    >
      <div className="ly-fields">
        {TEXTS.map((field) => (
          <label key={field} className="ly-field">
            <span>{t(`care.network.${field}`)}</span>
            <input className="ly-input ly-mono" value={form[field]} maxLength={100} spellCheck={false} onChange={(e) => put({ [field]: e.target.value })} />
          </label>
        ))}
      </div>
      {form.card !== '' && (
        <fieldset className="ly-device-address-set">
          <legend>{t('care.network.card', { name: facts.network[0]?.name ?? '' })}</legend>
          <label className="ly-user-tick"><input type="checkbox" checked={form.dhcp} onChange={(e) => put({ dhcp: e.target.checked })} /> {t('care.network.dhcp')}</label>
          {!form.dhcp && (
            <label className="ly-field">
              <span>{t('care.network.address')}</span>
              <input className="ly-input ly-mono" value={form.address} placeholder="192.168.1.20/24" maxLength={20} spellCheck={false} onChange={(e) => put({ address: e.target.value })} />
            </label>
          )}
        </fieldset>
      )}
      {moves && <p className="ly-muted">{form.dhcp ? t('care.network.dhcpHint') : t('care.network.moveHint')}</p>}
    </FormDialog>
  );
}
