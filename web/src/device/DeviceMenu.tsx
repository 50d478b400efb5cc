import KebabIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon';
import { Divider, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { serverNow } from '../api/serverClock';
import type { Device } from '../api/types';

interface Props {
  device: Device;
  administrator: boolean;
  onOpen: (key: string, deviceId: string) => void;
}

/** The same verbs for every device: Live, Playback, its log, and for administrators edit and delete. */
export function DeviceMenu({ device, administrator, onOpen }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const channel = device.channels[0]?.id ?? '';
  const at = () => new Date(serverNow() - 30_000).toISOString();
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          aria-label={t('device.actionsOf', { name: device.name })}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          icon={<KebabIcon />}
        />
      )}
    >
      <DropdownList>
        <DropdownItem onClick={() => void navigate(`/live?n=1&c=${channel}`)}>{t('device.watch')}</DropdownItem>
        <DropdownItem onClick={() => void navigate(`/playback?channel=${channel}&t=${at()}`)}>{t('device.playback')}</DropdownItem>
        <DropdownItem onClick={() => onOpen('log', device.id)}>{t('device.log')}</DropdownItem>
        {administrator && <Divider component="li" />}
        {administrator && <DropdownItem onClick={() => onOpen('edit', device.id)}>{t('device.edit')}</DropdownItem>}
        {administrator && <DropdownItem isDanger onClick={() => onOpen('remove', device.id)}>{t('device.remove')}</DropdownItem>}
      </DropdownList>
    </Dropdown>
  );
}
