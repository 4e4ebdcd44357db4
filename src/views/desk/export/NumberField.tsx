import { useId, useState } from 'react';
import styles from './ExportPart.module.css';

interface Properties {
  readonly label: string;
  readonly unit?: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly onChange: (value: number) => void;
}

/** A number as it is typed; what is no number, or out of range, is put right when the field is left. */
export function NumberField({
  label,
  unit,
  value,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  onChange,
}: Properties) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={typed ?? String(value)}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const number = Number(currentTarget.value);
          if (currentTarget.value.trim() !== '' && number >= min && number <= max) onChange(number);
        }}
        onBlur={() => setTyped(null)}
      />
      {unit !== undefined && <span>{unit}</span>}
    </span>
  );
}
