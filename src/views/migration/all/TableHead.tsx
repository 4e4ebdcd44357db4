/** The table's head: each column sorts, and the pictures' time axis stands above them all. */
import { COMPARE_COLUMNS } from '../../../layout/migration/compare-columns.ts';
import type { CompareOrder } from '../../../layout/migration/compare-order.ts';
import type { PictureAxis } from '../../../layout/migration/compare-pictures.ts';
import { formatNumber } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import styles from './TableHead.module.css';
import { COLUMN_WORDS, WORDS } from './words.ts';

interface Properties {
  order: CompareOrder | null;
  sort: (by: CompareOrder['by']) => void;
  axis: PictureAxis;
}

export function TableHead({ order, sort, axis }: Properties) {
  const head = (by: CompareOrder['by'], name: string, unit = '', meaning?: string) => (
    <th
      key={by}
      scope="col"
      aria-sort={order?.by !== by ? 'none' : order.descending ? 'descending' : 'ascending'}
      className={by === 'label' ? styles.label : styles.column}
      data-number={by !== 'label' && by !== 'outcome'}
    >
      <button type="button" className={styles.sort} title={meaning} onClick={() => sort(by)}>
        <span className={styles.name}>{name}</span>
        {unit !== '' && <span className={styles.unit}>{unit}</span>}
        <span className={styles.arrow} aria-hidden="true">
          {order?.by !== by ? '' : order.descending ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
  return (
    <thead className={styles.head}>
      <tr>
        {head('label', WORDS.strategy)}
        <th scope="col" className={styles.column}>
          {WORDS.side}
        </th>
        {head('outcome', WORDS.outcome)}
        {COMPARE_COLUMNS.map((column) => {
          const { name, unit, meaning } = COLUMN_WORDS[column];
          return head(column, name, unit, meaning);
        })}
        <th scope="col" className={styles.pictures}>
          {WORDS.picture}
          <Axis axis={axis} />
        </th>
      </tr>
    </thead>
  );
}

function Axis({ axis: { ticks, endMs } }: { axis: PictureAxis }) {
  const digits = Math.max(0, ...ticks.map((tick) => String(tick / 1000).split('.')[1]?.length ?? 0));
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map((tick) => (
        <span
          key={tick}
          className={styles.tick}
          data-first={tick === 0}
          data-last={tick > 0.94 * endMs}
          style={{ left: `${(100 * tick) / endMs}%` }}
        >
          {tick === 0
            ? WORDS.zero
            : plainText(WORDS.seconds, { seconds: formatNumber(tick / 1000, Math.min(3, digits)) })}
        </span>
      ))}
    </div>
  );
}
