import styles from './Meter.module.css';

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly kind: 'written' | 'arrived' | 'memory';
}

interface Props {
  readonly bars: readonly [Bar, Bar];
  readonly text: (value: number) => string;
}

/** Two quantities on one scale: what counts is which one is longer. */
export function Meter({ bars, text }: Props) {
  const top = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  return (
    <div className={styles.meter}>
      {bars.map(({ label, value, kind }) => (
        <div key={label} className={styles.row}>
          <span className={styles.label}>{label}</span>
          <span className={styles.track}>
            <span className={styles.bar} data-kind={kind} style={{ width: `${(100 * value) / top}%` }} />
          </span>
          <span className={styles.value}>{text(value)}</span>
        </div>
      ))}
    </div>
  );
}
