import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountLevel, Device } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import { RemoveQuestion } from '../../ui/RemoveQuestion';
import { TableRoom } from '../../ui/TableRoom';
import { LEVELS, useChangeAccount } from './deviceSettings';

interface Account {
  name: string;
  level: string;
}

/** Accounts of a device. The one that the center uses is told, and left to the change of passwords. */
export function AccountsSection({ device, accounts }: { device: Device; accounts: readonly Account[] }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Account | 'new'>();
  const [removed, setRemoved] = useState<string>();
  const change = useChangeAccount(device.id);
  const close = () => {
    setEdited(undefined);
    setRemoved(undefined);
    change.reset();
  };
  return (
    <div className="ly-device-part">
      <h3>{t('devicePage.users')}</h3>
      <TableRoom label={t('devicePage.users')}>
        <thead>
          <tr>
            <th scope="col">{t('care.account')}</th>
            <th scope="col">{t('care.level')}</th>
            <th scope="col"><span className="pf-v6-screen-reader">{t('device.actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((one) => (
            <tr key={one.name}>
              <th scope="row" className="ly-mono">{one.name}</th>
              <td>{levelOf(one.level) === undefined ? one.level : t(`care.levels.${levelOf(one.level)!}`)}</td>
              <td className="ly-row-acts">
                {one.name === device.username ? <span className="ly-muted">{t('care.ours')}</span> : (
                  <>
                    <Button variant="link" size="sm" aria-label={t('care.editAccount', { name: one.name })} onClick={() => setEdited(one)}>{t('device.edit')}</Button>
                    <Button variant="link" size="sm" isDanger aria-label={t('care.removeAccount', { name: one.name })} onClick={() => setRemoved(one.name)}>{t('device.remove')}</Button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableRoom>
      <p className="ly-device-acts"><Button variant="secondary" onClick={() => setEdited('new')}>{t('care.addAccount')}</Button></p>
      {edited !== undefined && (
        <AccountDialog
          account={edited === 'new' ? undefined : edited}
          pending={change.isPending}
          error={change.error}
          onSave={(account) => change.mutate({ act: edited === 'new' ? 'add' : 'set', ...account }, { onSuccess: close })}
          onClose={close}
        />
      )}
      {removed !== undefined && (
        <RemoveQuestion
          title={t('care.removeAccountTitle', { name: removed })}
          text={t('care.removeAccountText')}
          pending={change.isPending}
          error={change.error}
          onRemove={() => change.mutate({ act: 'remove', name: removed }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </div>
  );
}

interface DialogProps {
  account: Account | undefined;
  pending: boolean;
  error: unknown;
  onSave: (account: { name: string; password: string; level: AccountLevel }) => void;
  onClose: () => void;
}

function AccountDialog({ account, pending, error, onSave, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(account?.name ?? '');
  const [password, setPassword] = useState('');
  const [level, setLevel] = useState<AccountLevel>(levelOf(account?.level ?? '') ?? 'USER');
  const enough = password.length >= 8 || (account !== undefined && password === '');
  return (
    <FormDialog
      title={account === undefined ? t('care.addAccount') : t('care.editAccount', { name: account.name })}
      submit={t('device.save')}
      ready={name.trim() !== '' && enough}
      pending={pending}
      error={error}
      onSubmit={() => onSave({ name: name.trim(), password, level })}
      onClose={onClose}
    >
      <label className="ly-field">
        <span>{t('device.username')}</span>
        <input className="ly-input" value={name} readOnly={account !== undefined} maxLength={32} autoComplete="off" spellCheck={false} autoFocus={account === undefined} onChange={(e) => setName(e.target.value)} />
      </label>
      <label className="ly-field">
        <span>{t('device.password')}</span>
        <input className="ly-input" type="password" value={password} maxLength={64} autoComplete="new-password" onChange={(e) => setPassword(e.target.value)} />
        <span className="ly-muted">{account === undefined ? t('care.passwordHint') : t('care.passwordStays')}</span>
      </label>
      <label className="ly-field">
        <span>{t('care.level')}</span>
        <select className="ly-select" value={level} onChange={(e) => setLevel(e.target.value as AccountLevel)}>
          {LEVELS.map((one) => <option key={one} value={one}>{t(`care.levels.${one}`)}</option>)}
        </select>
      </label>
    </FormDialog>
  );
}

/** The level as the center writes it; undefined when the device has one of its own. */
function levelOf(word: string): AccountLevel | undefined {
  return LEVELS.find((level) => level === word.toUpperCase());
}
