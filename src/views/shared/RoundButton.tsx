import type { ReactNode } from 'react';
import styles from './RoundButton.module.css';

/** For the strokes of an icon. */
export const ICON_LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
} as const;

interface Properties {
  name: string;
  /** the keys that do the same */
  keys: string;
  act: () => void;
  /** the one that stands out */
  main?: boolean;
  /** it keeps its place and the focus, but does nothing now */
  idle?: boolean;
  /** shapes in a box of 16 × 16 */
  children: ReactNode;
}

/** A button of a player. */
export function RoundButton({ name, keys, act, main = false, idle = false, children }: Properties) {
  return (
    <button
      type="button"
      className={main ? styles.main : styles.round}
      aria-label={name}
      aria-disabled={idle || undefined}
      title={`${name} (${keys})`}
      onClick={idle ? undefined : act}
    >
      <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" fill="currentColor">
        {children}
      </svg>
    </button>
  );
}
