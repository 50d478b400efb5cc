import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Device } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { useRemoveDevice } from './mutations';

export function RemoveDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveDevice();
  return (
    <Dialog
      title={t('device.removeTitle', { name: device.name })}
      onClose={onClose}
      footer={
        <>
          <Button variant="danger" isLoading={remove.isPending} isDisabled={remove.isPending} onClick={() => remove.mutate(device, { onSuccess: onClose })}>
            {t('device.remove')}
          </Button>
          <Button variant="link" onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <p>{t('device.removeText')}</p>
      {remove.error && <Notice kind="danger" title={problemWords(t, remove.error)} />}
    </Dialog>
  );
}
