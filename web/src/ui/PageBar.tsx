import type { ReactNode } from 'react';

/** The one line above a page: its title, what it is about, and its acts at the right. */
export function PageBar({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="ly-pagebar">
      <h1>{title}</h1>
      {children}
      <div className="ly-pagebar-actions">{actions}</div>
    </div>
  );
}
