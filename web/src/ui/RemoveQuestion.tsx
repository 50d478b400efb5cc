import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from './FormDialog';

interface Props {
  title: string;
  text: string;
  /** Asked when the removal needs a reason. */
  reasonLabel?: string;
  pending: boolean;
  error: unknown;
  onRemove: (reason: string) => void;
  onClose: () => void;
}

/** Asks before something is removed, and for the reason where one is needed. */
export function RemoveQuestion({ title, text, reasonLabel, pending, error, onRemove, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={title}
      submit={t('device.remove')}
      danger
      ready={reasonLabel === undefined || reason.trim() !== ''}
      pending={pending}
      error={error}
      onSubmit={() => onRemove(reason.trim())}
      onClose={onClose}
    >
      <p>{text}</p>
      {reasonLabel !== undefined && (
        <label className="ly-field">
          <span>{reasonLabel}</span>
          <input className="ly-input" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
    </FormDialog>
  );
}
