import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer: ReactNode;
  size?: 'small' | 'medium' | 'large';
}

/** A modal question or form. Escape closes it; the way out is also a button in the footer. */
export function Dialog({ title, onClose, children, footer, size = 'small' }: Props) {
  const id = useId();
  return (
    <Modal isOpen variant={size} onEscapePress={onClose} aria-labelledby={id} className="ly-dialog">
      <ModalHeader title={title} labelId={id} />
      <ModalBody tabIndex={0} aria-labelledby={id}>{children}</ModalBody>
      <ModalFooter>{footer}</ModalFooter>
    </Modal>
  );
}
