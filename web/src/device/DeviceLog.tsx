import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Device } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { DeviceEvents } from './DeviceEvents';

/** What happened to a device, newest first; new events appear while it is open. */
export function DeviceLog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      scrolls
      size="medium"
      title={t('device.logOf', { name: device.name })}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('app.close')}</Button>}
    >
      <DeviceEvents deviceId={device.id} />
    </Dialog>
  );
}
