/** One workload: what each predictor changes against none. */

import { memo } from 'react';
import type { GainCase } from '../../../store/evidence/gains.ts';
import { ORACLE } from '../../../store/evidence/gains.ts';
import { formatMB, formatMillis, formatNumber } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { PREDICTOR_NAMES } from '../predictor-names.ts';
import { table } from '../styles.ts';
import { ChangeCell } from './ChangeCell.tsx';
import styles from './GainTable.module.css';
import { WORDS } from './words.ts';

/** The largest change of each measure over all workloads: bars of all tables are on one scale. */
export interface Scales {
  readonly bytes: number;
  readonly time: number;
  readonly downtime: number;
}

interface Properties {
  one: GainCase;
  scales: Scales;
}

/** Rows come one by one, and a workload's own stay as they are: most tables need not be drawn again. */
export const GainTable = memo(Table, (before, after) => {
  const rows = before.one.gains.length === after.one.gains.length;
  const { bytes, time, downtime } = after.scales;
  const { scales } = before;
  return rows && scales.bytes === bytes && scales.time === time && scales.downtime === downtime;
});

function Table({ one, scales }: Properties) {
  const { head } = WORDS;
  const { plain } = one;
  return (
    <ScrollBox label={one.workload} className={table.scroll}>
      <table className={`${table.table} ${styles.gains}`}>
        <caption>
          {one.workload}{' '}
          <span className={styles.plain}>
            {plainText(WORDS.against, {
              bytes: formatMB(plain.bytesSent, 1),
              time: formatMillis(plain.totalTimeMs, 0),
              downtime: formatMillis(plain.downtimeMs, 1),
            })}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {head.predictor}
            </th>
            <th scope="col">{head.bytes}</th>
            <th scope="col">{head.time}</th>
            <th scope="col">{head.downtime}</th>
            <th scope="col">{head.precision}</th>
            <th scope="col">{head.recall}</th>
          </tr>
        </thead>
        <tbody>
          {one.gains.map(({ row, bytes, time, downtime }) => (
            <tr key={row.predictor} className={row.predictor === ORACLE ? styles.oracle : undefined}>
              <th scope="row">
                {PREDICTOR_NAMES[row.predictor] ?? row.predictor}
                {!row.completed && <span className={styles.plain}> {WORDS.notConverged}</span>}
              </th>
              <ChangeCell change={bytes} most={scales.bytes} />
              <ChangeCell change={time} most={scales.time} />
              <ChangeCell change={downtime} most={scales.downtime} />
              <td>{share(row.score.precision)}</td>
              <td>{share(row.score.recall)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const share = (value: number | null): string => (value === null ? '–' : formatNumber(value, 2));
