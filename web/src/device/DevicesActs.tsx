import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Button, DropdownItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ActsMenu } from '../ui/ActsMenu';

/** What can be done on the page of devices; each opens its dialog. */
export function DevicesActs({ onOpen, onWeak }: { onOpen: (key: string, value: string) => void; onWeak: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <ActsMenu label={t('bringIn.more')}>
        <DropdownItem onClick={() => onOpen('registration', '1')}>{t('registration.title')}</DropdownItem>
        <DropdownItem onClick={() => onOpen('file', '1')}>{t('bringIn.fromFile')}</DropdownItem>
        <DropdownItem onClick={onWeak}>{t('many.weak')}</DropdownItem>
        <DropdownItem onClick={() => onOpen('clocks', '1')}>{t('care.clocksDots')}</DropdownItem>
        <DropdownItem to="/api/v1/device-files/inventory?format=XLSX">{t('bringIn.inventory', { format: 'XLSX' })}</DropdownItem>
        <DropdownItem to="/api/v1/device-files/inventory?format=CSV">{t('bringIn.inventory', { format: 'CSV' })}</DropdownItem>
      </ActsMenu>
      <Button variant="secondary" onClick={() => onOpen('find', '1')}>{t('bringIn.find')}</Button>
      <Button icon={<PlusIcon />} onClick={() => onOpen('add', '1')}>{t('device.add')}</Button>
    </>
  );
}
