import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../i18n/problemWords';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

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
  const missing = reasonLabel !== undefined && reason.trim() === '';
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="danger" isLoading={pending} isDisabled={pending || missing} onClick={() => onRemove(reason.trim())}>{t('device.remove')}</Button>
          <Button variant="link" onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <p>{text}</p>
      {reasonLabel !== undefined && (
        <label className="ly-field">
          <span>{reasonLabel}</span>
          <input className="ly-input" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      {error !== null && error !== undefined && <Notice kind="danger" title={problemWords(t, error)} />}
    </Dialog>
  );
}
