import { useState } from 'react';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import { format } from '../../../protocol/texts.ts';
import styles from './panels.module.css';
import { LAB } from './words.ts';

/** A finer scale is typed more easily than it is dragged. */
const MOST_STOPS = 100;

/** Whether a number has so few values that a slider can reach each of them. */
export function slides({ kind, min, max, step }: ParameterInfo): boolean {
  return (
    kind === 'number' && min !== undefined && max !== undefined && (max - min) / (step ?? 1) <= MOST_STOPS
  );
}

interface Properties {
  info: ParameterInfo;
  value: number;
  set: (value: number) => void;
}

/** Counts when it is let go: each value on the way would be a lab of its own. */
export function NumberSlider({ info, value, set }: Properties) {
  const [dragged, setDragged] = useState<number | null>(null);
  const commit = () => {
    if (dragged !== null) set(dragged);
    setDragged(null);
  };
  return (
    <div className={styles.slider}>
      <input
        type="range"
        aria-label={format(LAB.slider, { label: info.label })}
        min={info.min}
        max={info.max}
        step={info.step ?? 1}
        value={dragged ?? value}
        onChange={({ currentTarget }) => setDragged(Number(currentTarget.value))}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
      <output>{dragged ?? value}</output>
    </div>
  );
}
