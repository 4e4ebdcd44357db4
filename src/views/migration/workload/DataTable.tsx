/** A chart's numbers as a table. */
import { plainText } from '../../shared/template.ts';
import styles from './DataTable.module.css';
import { WORDS } from './words.ts';

export interface ChartTable {
  readonly columns: readonly string[];
  /** the first cell names the row */
  readonly rows: readonly (readonly string[])[];
}

export function DataTable({ title, table }: { title: string; table: ChartTable }) {
  const name = plainText(WORDS.tableOf, { title });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroller} aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head, ...cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and names may be alike after rounding
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={table.columns[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
