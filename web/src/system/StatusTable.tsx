import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';

/** A section of the System page: a table of its rows below its columns. */
export function StatusTable({ title, columns, children }: { title: string; columns: readonly string[]; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <Table aria-label={title} variant="compact">
        <Thead>
          <Tr>{columns.map((column) => <Th key={column}>{column}</Th>)}</Tr>
        </Thead>
        <Tbody>{children}</Tbody>
      </Table>
    </section>
  );
}
