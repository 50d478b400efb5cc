import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import type { OrderProps } from './CredentialsMany';
import { useOrderBatch } from './many';

/** A new strong password for each device. */
export function PasswordsMany({ devices, onOrdered, onClose }: OrderProps) {
  const { t } = useTranslation();
  const [length, setLength] = useState(16);
  const order = useOrderBatch();
  return (
    <FormDialog
      title={t('many.title.passwords', { count: devices.length })}
      submit={t('many.submit.passwords')}
      danger
      ready={length >= 8 && length <= 32}
      pending={order.isPending}
      error={order.error}
      onSubmit={() => order.mutate({ act: 'PASSWORDS', deviceIds: devices.map((one) => one.id), length }, { onSuccess: (made) => onOrdered(made.id) })}
      onClose={onClose}
    >
      <p>{t('many.passwordsText')}</p>
      <label className="ly-field">
        <span>{t('many.length')}</span>
        <input className="ly-input ly-mono" type="number" min={8} max={32} value={length} onChange={(e) => setLength(Number(e.target.value))} />
        <span className="ly-muted">{t('many.lengthHint')}</span>
      </label>
    </FormDialog>
  );
}
