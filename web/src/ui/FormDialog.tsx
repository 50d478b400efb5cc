import { Button } from '@patternfly/react-core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../i18n/problemWords';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

interface Props {
  title: string;
  size?: 'small' | 'medium';
  /** Word of the button that sends the form; without one there is nothing to send. */
  submit: string | undefined;
  danger?: boolean;
  /** What is typed can be sent. */
  ready: boolean;
  pending: boolean;
  /** A sentence, or what a call failed with. */
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A form in a dialog. Enter or its button sends it once it is complete and not under way; what is wrong is said below the
 * fields in the words of this page, not in the bubbles of the browser.
 */
export function FormDialog({ title, size = 'small', submit, danger = false, ready, pending, error, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const can = ready && !pending;
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      footer={
        <>
          {submit !== undefined && (
            <Button type="submit" form={id} variant={danger ? 'danger' : 'primary'} isDisabled={!can} isLoading={pending}>{submit}</Button>
          )}
          <Button variant="link" onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <form
        id={id}
        className="ly-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (can) onSubmit();
        }}
      >
        {children}
        {error !== null && error !== undefined && <Notice kind="danger" title={problemWords(t, error)} />}
      </form>
    </Dialog>
  );
}
