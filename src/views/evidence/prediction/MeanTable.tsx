/** Every predictor's mean over all workloads. */
import { type GainVerdict, ORACLE, type PredictorMean } from '../../../store/evidence/gains.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { PREDICTOR_NAMES } from '../predictor-names.ts';
import { table } from '../styles.ts';
import { ChangeCell } from './ChangeCell.tsx';
import styles from './GainTable.module.css';
import type { Scales } from './GainTable.tsx';
import { WORDS } from './words.ts';

export function MeanTable({ verdict, scales }: { verdict: GainVerdict; scales: Scales }) {
  const { head } = WORDS;
  const rows: readonly PredictorMean[] =
    verdict.oracle === null ? verdict.means : [...verdict.means, verdict.oracle];
  return (
    <ScrollBox label={WORDS.mean} className={table.scroll}>
      <table className={`${table.table} ${styles.gains}`}>
        <caption>{WORDS.mean}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {head.predictor}
            </th>
            <th scope="col">{head.bytes}</th>
            <th scope="col">{head.time}</th>
            <th scope="col">{head.downtime}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ predictor, bytes, time, downtime }) => (
            <tr key={predictor} className={predictor === ORACLE ? styles.oracle : undefined}>
              <th scope="row">{PREDICTOR_NAMES[predictor] ?? predictor}</th>
              <ChangeCell change={bytes} most={scales.bytes} />
              <ChangeCell change={time} most={scales.time} />
              <ChangeCell change={downtime} most={scales.downtime} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
