import UserIcon from '@patternfly/react-icons/dist/esm/icons/user-circle-icon';
import { Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/queries';
import { signOut } from './signOut';

export function Account() {
  const { t } = useTranslation();
  const session = useQuery({ ...sessionQuery, enabled: false }).data;
  const [open, setOpen] = useState(false);
  if (session === undefined) return null;
  const name = session.name ?? session.username;
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
          aria-label={t('app.account', { name })}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          icon={<UserIcon />}
        />
      )}
    >
      <DropdownGroup label={`${name} · ${session.administrator ? t('app.administrator') : t('app.operator')}`} labelHeadingLevel="h2">
        <DropdownList>
          <DropdownItem onClick={() => void signOut()}>{t('app.signOut')}</DropdownItem>
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
}
