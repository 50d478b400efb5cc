import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenDevice } from './selection';
import { FormDialog } from '../../ui/FormDialog';
import { useOrderBatch } from './many';

export interface OrderProps {
  devices: readonly ChosenDevice[];
  onOrdered: (id: string) => void;
  onClose: () => void;
}

/** A user and password that the owner knows, for many devices: each is tried once and then stored. */
export function CredentialsMany({ devices, onOrdered, onClose }: OrderProps) {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const order = useOrderBatch();
  return (
    <FormDialog
      title={t('many.title.credentials', { count: devices.length })}
      submit={t('many.submit.credentials')}
      ready={username.trim() !== ''}
      pending={order.isPending}
      error={order.error}
      onSubmit={() => order.mutate({ act: 'CREDENTIALS', deviceIds: devices.map((one) => one.id), username: username.trim(), password }, { onSuccess: (made) => onOrdered(made.id) })}
      onClose={onClose}
    >
      <p>{t('many.credentialsText')}</p>
      <label className="ly-field">
        <span>{t('device.username')}</span>
        <input className="ly-input" value={username} maxLength={100} autoComplete="off" spellCheck={false} autoFocus onChange={(e) => setUsername(e.target.value)} />
      </label>
      <label className="ly-field">
        <span>{t('device.password')}</span>
        <input className="ly-input" type="password" value={password} maxLength={200} autoComplete="new-password" onChange={(e) => setPassword(e.target.value)} />
      </label>
    </FormDialog>
  );
}
