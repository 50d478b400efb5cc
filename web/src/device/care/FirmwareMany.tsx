import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenDevice } from './selection';
import { FormDialog } from '../../ui/FormDialog';
import { Notice } from '../../ui/Notice';
import type { OrderProps } from './CredentialsMany';
import { firmwaresQuery, useOrderBatch, useUploadFirmware } from './many';

/** A firmware for many devices: uploaded, or one that is there already. Says which models it goes to. */
export function FirmwareMany({ devices, onOrdered, onClose }: OrderProps) {
  const { t } = useTranslation();
  const firmwares = useQuery(firmwaresQuery);
  const [chosen, setChosen] = useState('');
  const [share, setShare] = useState(0);
  const upload = useUploadFirmware(setShare);
  const order = useOrderBatch();
  const one = firmwares.data?.find((firmware) => firmware.id === chosen);
  const models = modelsOf(devices);
  return (
    <FormDialog
      title={t('many.title.firmware', { count: devices.length })}
      size="medium"
      submit={t('many.submit.firmware')}
      danger
      ready={one !== undefined && !upload.isPending}
      pending={order.isPending}
      error={order.error ?? upload.error}
      onSubmit={() => order.mutate({ act: 'FIRMWARE', deviceIds: devices.map((device) => device.id), firmwareId: chosen }, { onSuccess: (made) => onOrdered(made.id) })}
      onClose={onClose}
    >
      <p>{t('many.firmwareText')}</p>
      {models.length > 1 && <Notice kind="warning" title={t('many.models', { models: models.join(', ') })} />}
      {models.length === 1 && <p className="ly-mono">{models[0]}</p>}
      <label className="ly-field">
        <span>{t('many.firmwareFile')}</span>
        <input
          type="file"
          disabled={upload.isPending}
          onChange={(event) => {
            const file = event.target.files?.[0];
            setShare(0);
            if (file) upload.mutate(file, { onSuccess: (made) => setChosen(made.id) });
          }}
        />
      </label>
      {upload.isPending && <progress className="ly-import-bar" value={share} max={1} aria-label={t('many.firmwareFile')} />}
      {(firmwares.data ?? []).length > 0 && (
        <label className="ly-field">
          <span>{t('many.firmwareThere')}</span>
          <select className="ly-select" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t('many.firmwareChoose')}</option>
            {firmwares.data?.map((firmware) => <option key={firmware.id} value={firmware.id}>{firmware.name}</option>)}
          </select>
        </label>
      )}
      {one?.sha256 !== undefined && <p className="ly-muted ly-mono ly-hash">SHA-256 {one.sha256}</p>}
    </FormDialog>
  );
}

function modelsOf(devices: readonly ChosenDevice[]): string[] {
  return [...new Set(devices.map(({ identity }) => `${identity.manufacturer ?? '?'} ${identity.model ?? '?'} (${identity.firmware ?? '?'})`))].sort();
}
