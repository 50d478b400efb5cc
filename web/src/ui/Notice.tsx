import { Alert } from '@patternfly/react-core';
import type { ReactNode } from 'react';

interface Props {
  kind: 'danger' | 'warning' | 'success' | 'info';
  title: string;
  children?: ReactNode;
}

/** A message beside what it is about, told to screen readers when it appears. */
export function Notice({ kind, title, children }: Props) {
  return (
    <div role={kind === 'danger' ? 'alert' : 'status'}>
      <Alert isInline isPlain variant={kind} title={title} component="p" variantLabel="">
        {children}
      </Alert>
    </div>
  );
}
