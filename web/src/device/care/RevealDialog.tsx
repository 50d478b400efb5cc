import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import { useReveal } from './many';

/** Shows the stored password of a device to who says why; it is gone when the dialog closes. */
export function RevealDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const reveal = useReveal(device.id);
  const shown = reveal.data;
  return (
    <FormDialog
      title={t('many.revealTitle', { name: device.name })}
      submit={shown === undefined ? t('many.reveal') : undefined}
      ready={reason.trim().length >= 3}
      pending={reveal.isPending}
      error={reveal.error}
      onSubmit={() => reveal.mutate(reason.trim())}
      onClose={onClose}
    >
      {shown === undefined ? (
        <>
          <p>{t('many.revealText')}</p>
          <label className="ly-field">
            <span>{t('many.revealReason')}</span>
            <input className="ly-input" value={reason} maxLength={300} autoFocus onChange={(e) => setReason(e.target.value)} />
          </label>
        </>
      ) : (
        <dl className="ly-facts">
          <div><dt>{t('device.username')}</dt><dd className="ly-mono">{shown.username}</dd></div>
          <div><dt>{t('device.password')}</dt><dd className="ly-mono ly-revealed">{shown.password}</dd></div>
        </dl>
      )}
    </FormDialog>
  );
}
