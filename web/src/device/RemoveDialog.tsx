import { useTranslation } from 'react-i18next';
import type { Device } from '../api/types';
import { RemoveQuestion } from '../ui/RemoveQuestion';
import { useRemoveDevice } from './mutations';

export function RemoveDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveDevice();
  return (
    <RemoveQuestion
      title={t('device.removeTitle', { name: device.name })}
      text={t('device.removeText')}
      pending={remove.isPending}
      error={remove.error}
      onRemove={() => remove.mutate(device, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
