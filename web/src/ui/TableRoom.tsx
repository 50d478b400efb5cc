import type { ReactNode } from 'react';

/** A table that may be wider than the page: it scrolls in its own frame, which then can be focused. */
export function TableRoom({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="ly-table-room" role="region" aria-label={label} tabIndex={0}>
      <table className="ly-table">{children}</table>
    </div>
  );
}
