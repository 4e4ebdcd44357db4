/** One number of the table with its bar to the column's scale, and a mark if no other strategy does better. */
import type { CompareColumn } from '../../../layout/migration/compare-columns.ts';
import { formatNumber } from '../../shared/format.ts';
import styles from './Figure.module.css';
import { WORDS } from './words.ts';

interface Properties {
  column: CompareColumn;
  value: number | null;
  /** what a full bar stands for */
  full: number;
  best: boolean;
}

export function Figure({ column, value, full, best }: Properties) {
  return (
    <td className={styles.cell} data-best={best}>
      <div className={styles.line}>
        {best && (
          <span className={styles.best}>
            <span className={styles.word}>{WORDS.best}</span>
          </span>
        )}
        <span className={styles.number}>{value === null ? WORDS.none : figureText(column, value)}</span>
      </div>
      <div className={styles.track} aria-hidden="true">
        <div
          className={styles.bar}
          data-cut={value !== null && value > full}
          style={{ width: `${full > 0 && value !== null ? Math.min(100, (100 * value) / full) : 0}%` }}
        />
      </div>
    </td>
  );
}

/** In the column's unit, with as many digits all down the column. */
function figureText(column: CompareColumn, value: number): string {
  switch (column) {
    case 'totalMs':
      return formatNumber(value / 1000, 2);
    case 'sentBytes':
      return formatNumber(value / 1e6, 1);
    case 'timesMemory':
      return formatNumber(value, 2);
    case 'rounds':
    case 'cpuMs':
      return formatNumber(value);
    case 'downtimeMs':
    case 'lostMs':
      return formatNumber(value, 1);
  }
}
