import { percentText } from '../words-of.ts';
import styles from './GainTable.module.css';

const HALF_PX = 22;
const HEIGHT = 12;

/** A change against no prediction, in figures and as a bar from the middle; left is less, and so better. */
export function ChangeCell({ change, most }: { change: number; most: number }) {
  const reach = Number.isFinite(change) && most > 0 ? Math.min(1, Math.abs(change) / most) * HALF_PX : 0;
  const x = change < 0 ? HALF_PX - reach : HALF_PX;
  return (
    <td className={styles.change}>
      <span>{percentText(change, true)}</span>
      <svg width={2 * HALF_PX} height={HEIGHT} aria-hidden="true">
        <path className={styles.middle} d={`M${HALF_PX} 0V${HEIGHT}`} />
        <rect
          className={change < 0 ? styles.less : styles.more}
          x={x}
          y={3}
          width={Math.max(reach, 0.8)}
          height={HEIGHT - 6}
        />
      </svg>
    </td>
  );
}
