import EllipsisIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon';
import { Dropdown, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useState, type ReactNode } from 'react';

/** The menu behind three dots: what can be done with the thing it stands beside. */
export function ActsMenu({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => <MenuToggle ref={ref} variant="plain" aria-label={label} isExpanded={open} icon={<EllipsisIcon />} onClick={() => setOpen(!open)} />}
    >
      <DropdownList>{children}</DropdownList>
    </Dropdown>
  );
}
