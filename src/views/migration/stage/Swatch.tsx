import styles from './Swatch.module.css';

/** Colour and second mark of a MOVE_STATE. */
export function Swatch({ state }: { readonly state: number }) {
  return <span className={styles.swatch} data-state={state} aria-hidden="true" />;
}
