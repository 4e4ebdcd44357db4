/** Every run as a row; by keyboard one tab stop, arrows from row to row. */

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { TwinRow } from '../../../protocol/migration/requests.ts';
import { errorOf, figureOf, type Measure } from '../../../store/evidence/errors.ts';
import { plainText } from '../../shared/template.ts';
import { table } from '../styles.ts';
import { errorText, figureText } from '../words-of.ts';
import styles from './RunTable.module.css';
import { COLUMNS, type Column, inOrder, type Order } from './run-order.ts';
import { MODE_NAMES, WORDS } from './words.ts';

interface Properties {
  rows: readonly TwinRow[];
  measure: Measure;
  pointed: TwinRow | null;
  chosen: TwinRow | null;
  point: (row: TwinRow | null) => void;
  choose: (row: TwinRow) => void;
}

const TEXT: readonly Column[] = ['name', 'mode', 'ended'];

export function RunTable({ rows, measure, pointed, chosen, point, choose }: Properties) {
  const [order, setOrder] = useState<Order>({ column: 'error', down: true });
  const [stop, setStop] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const sorted = useMemo(() => inOrder(rows, order, measure), [rows, order, measure]);

  const sortBy = (column: Column) => {
    setStop(0);
    setOrder(({ column: now, down }) => ({ column, down: now === column ? !down : !TEXT.includes(column) }));
  };
  const go = (event: KeyboardEvent) => {
    const at = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: sorted.length - 1 }[event.key];
    if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(sorted.length - 1, at));
    setStop(next);
    body.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <section className={styles.box} aria-label={WORDS.runs}>
      <table className={table.table}>
        <thead className={styles.head}>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={TEXT.includes(column) ? table.text : undefined}
                aria-sort={order.column !== column ? undefined : order.down ? 'descending' : 'ascending'}
              >
                <button type="button" className={styles.sort} onClick={() => sortBy(column)}>
                  {WORDS.runHead[column]}
                  <span aria-hidden="true" className={styles.way}>
                    {order.column !== column ? '' : order.down ? '▾' : '▴'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={go} onPointerLeave={() => point(null)}>
          {sorted.map((row, i) => (
            <tr
              key={`${row.name} ${row.repeat}`}
              data-pointed={row === pointed}
              data-chosen={row === chosen}
              onPointerEnter={() => point(row)}
            >
              <th scope="row" className={table.text}>
                <button
                  type="button"
                  className={styles.run}
                  tabIndex={i === Math.min(stop, sorted.length - 1) ? 0 : -1}
                  aria-expanded={row === chosen}
                  aria-label={plainText(WORDS.openRun, { name: row.name, repeat: String(row.repeat + 1) })}
                  onFocus={() => {
                    setStop(i);
                    point(row);
                  }}
                  onBlur={() => point(null)}
                  onClick={() => choose(row)}
                >
                  {row.name}{' '}
                  <span className={styles.repeat}>
                    {plainText(WORDS.repeat, { repeat: String(row.repeat + 1) })}
                  </span>
                </button>
              </th>
              <td className={table.text}>{MODE_NAMES[row.mode]}</td>
              <td>{figureText(figureOf(row, 'measured', measure), measure)}</td>
              <td>{figureText(figureOf(row, 'twin', measure), measure)}</td>
              <td>{errorText(errorOf(row, 'twin', measure), measure)}</td>
              <td>{errorText(errorOf(row, 'textbook', measure), measure)}</td>
              <td className={table.text}>{endOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function endOf({ measured, twin }: TwinRow): string {
  const word = (completed: boolean) => (completed ? WORDS.converged : WORDS.notConverged);
  if (measured.completed === twin.completed) return word(measured.completed);
  return plainText(WORDS.verdictWrong, {
    measured: word(measured.completed),
    simulated: word(twin.completed),
  });
}
