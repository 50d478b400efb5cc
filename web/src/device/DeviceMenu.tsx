import { Divider, DropdownItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { serverNow } from '../api/serverClock';
import type { Device } from '../api/types';
import { ActsMenu } from '../ui/ActsMenu';

interface Props {
  device: Device;
  mayConfigure: boolean;
  onOpen: (key: string, deviceId: string) => void;
}

/** The same verbs for every device: Live, Playback, its log, and for who may configure it edit and delete. */
export function DeviceMenu({ device, mayConfigure, onOpen }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const channel = device.channels[0]?.id; // none before a device that dials in has told them
  const at = () => new Date(serverNow() - 30_000).toISOString();
  return (
    <ActsMenu label={t('device.actionsOf', { name: device.name })}>
      <DropdownItem onClick={() => void navigate(`/devices/${device.id}`)}>{t('devicePage.details')}</DropdownItem>
      {channel !== undefined && <DropdownItem onClick={() => void navigate(`/live?n=1&c=${channel}`)}>{t('device.watch')}</DropdownItem>}
      {channel !== undefined && <DropdownItem onClick={() => void navigate(`/playback?channel=${channel}&t=${at()}`)}>{t('device.playback')}</DropdownItem>}
      <DropdownItem onClick={() => onOpen('log', device.id)}>{t('device.log')}</DropdownItem>
      {mayConfigure && <Divider component="li" />}
      {mayConfigure && <DropdownItem onClick={() => onOpen('edit', device.id)}>{t('device.edit')}</DropdownItem>}
      {mayConfigure && <DropdownItem isDanger onClick={() => onOpen('remove', device.id)}>{t('device.remove')}</DropdownItem>}
    </ActsMenu>
  );
}
