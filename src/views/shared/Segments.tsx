import { useId } from 'react';
import styles from './Segments.module.css';

export interface SegmentsProps<T extends string | number> {
  /** what is chosen, for screen readers */
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly className?: string | undefined;
}

/** One of a few things, side by side. Radio buttons: one tab stop, arrows choose. */
export function Segments<T extends string | number>({
  legend,
  options,
  value,
  onChange,
  className = '',
}: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset className={`${styles.segments} ${className}`}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
