import type { PaperValue } from '../../../protocol/requests.ts';
import styles from './paper.module.css';
import { Cells, Heads } from './ValueCells.tsx';
import { ROWS, WORDS } from './words.ts';

/** Table 3 or 4: round trips of the 3,000 pings. */
export function RttTable({ table, values }: { table: 3 | 4; values: readonly PaperValue[] }) {
  return (
    <table className={styles.table}>
      <caption>{WORDS.captions[table]}</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {WORDS.span}
          </th>
          <th scope="colgroup" colSpan={3}>
            {WORDS.rtt}
          </th>
        </tr>
        <tr>
          <Heads />
        </tr>
      </thead>
      <tbody>
        {values
          .filter((value) => value.table === table)
          .map((value) => (
            <tr key={value.row}>
              <th scope="row">{ROWS[value.row]}</th>
              <Cells value={value} />
            </tr>
          ))}
      </tbody>
    </table>
  );
}
