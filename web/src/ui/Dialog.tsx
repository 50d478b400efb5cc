import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** The body has nothing to focus and may scroll: it takes the focus itself. */
  scrolls?: boolean;
}

/** A modal question or form. Escape closes it; the way out is also a button in the footer. */
export function Dialog({ title, onClose, children, footer, size = 'small', scrolls = false }: Props) {
  const id = useId();
  return (
    <Modal isOpen variant={size} onEscapePress={onClose} aria-labelledby={id} className="ly-dialog">
      <ModalHeader title={title} labelId={id} />
      <ModalBody {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-labelledby': id } : {})}>{children}</ModalBody>
      <ModalFooter>{footer}</ModalFooter>
    </Modal>
  );
}
