import { Button } from '@patternfly/react-core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  shortcut?: string;
  pressed?: boolean;
  disabled?: boolean;
  className?: string;
}

/** A button with a picture only; its name and key are its tooltip and its accessible name. */
export function IconButton({ label, icon, onClick, shortcut, pressed, disabled, className }: Props) {
  return (
    <Button
      variant="plain"
      className={className ?? ''}
      icon={icon}
      aria-label={label}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      aria-pressed={pressed}
      isDisabled={disabled ?? false}
      onClick={onClick}
    />
  );
}
