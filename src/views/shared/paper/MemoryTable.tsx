import type { PaperRowName, PaperValue } from '../../../protocol/requests.ts';
import styles from './paper.module.css';
import { Cells, Heads } from './ValueCells.tsx';
import { ROWS, WORDS } from './words.ts';

/** Table 1 or 2: response time and CPU against memory in use. */
export function MemoryTable({ table, values }: { table: 1 | 2; values: readonly PaperValue[] }) {
  const rows = values.filter((value) => value.table === table);
  const names = [...new Set(rows.map(({ row }) => row))];
  const of = (row: PaperRowName, quantity: PaperValue['quantity']) =>
    rows.find((value) => value.row === row && value.quantity === quantity);
  return (
    <table className={styles.table}>
      <caption>{WORDS.captions[table]}</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {WORDS.memory}
          </th>
          <th scope="colgroup" colSpan={3}>
            {WORDS.response}
          </th>
          <th scope="colgroup" colSpan={3}>
            {WORDS.cpu}
          </th>
        </tr>
        <tr>
          <Heads />
          <Heads />
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{ROWS[name]}</th>
            <Cells value={of(name, 'responseMs')} />
            <Cells value={of(name, 'cpuPercent')} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
