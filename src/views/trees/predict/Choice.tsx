import { useId } from 'react';
import { formatCount } from '../../../base/format.ts';
import styles from './PredictPanel.module.css';

/** A few numbers to choose one of. */
export function Choice({
  label,
  values,
  value,
  choose,
}: {
  label: string;
  values: readonly number[];
  value: number;
  choose: (value: number) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.label}>{label}</legend>
      {values.map((offered) => (
        <label key={offered} className={styles.value}>
          <input type="radio" name={name} checked={offered === value} onChange={() => choose(offered)} />
          {formatCount(offered)}
        </label>
      ))}
    </fieldset>
  );
}
