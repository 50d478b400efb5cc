import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import type { OrderProps } from './CredentialsMany';
import { useOrderBatch } from './many';

const CORNERS = ['UPPER_LEFT', 'UPPER_RIGHT', 'LOWER_LEFT', 'LOWER_RIGHT'] as const;
type Corner = (typeof CORNERS)[number];

/** The names of all channels into their pictures, at one place. */
export function NamesMany({ devices, onOrdered, onClose }: OrderProps) {
  const { t } = useTranslation();
  const [position, setPosition] = useState<Corner>('LOWER_LEFT');
  const order = useOrderBatch();
  return (
    <FormDialog
      title={t('many.title.names', { count: devices.length })}
      submit={t('many.submit.names')}
      ready
      pending={order.isPending}
      error={order.error}
      onSubmit={() => order.mutate({ act: 'NAMES', deviceIds: devices.map((one) => one.id), position }, { onSuccess: (made) => onOrdered(made.id) })}
      onClose={onClose}
    >
      <p>{t('config.namesText')}</p>
      <label className="ly-field">
        <span>{t('config.where')}</span>
        <select className="ly-select" value={position} onChange={(event) => setPosition(event.target.value as Corner)}>
          {CORNERS.map((one) => <option key={one} value={one}>{t(`config.place.${one}`)}</option>)}
        </select>
      </label>
    </FormDialog>
  );
}
