/** Time since the migration began, written straight into the page with each moment. */
import { useEffect, useRef } from 'react';
import { migrationStore } from '../../../store/migration/store.ts';
import styles from './MoveSentence.module.css';
import { WORDS } from './words.ts';

export function MoveClock() {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      const { moment, atMs } = migrationStore.getState();
      const text = ((moment?.atMs ?? atMs) / 1000).toFixed(3);
      if (element.current && element.current.textContent !== text) element.current.textContent = text;
    };
    write();
    return migrationStore.subscribe((state, before) => {
      if (state.moment !== before.moment) write();
    });
  }, []);
  return (
    <p className={styles.clock}>
      <span className={styles.hidden}>{WORDS.clock}</span>
      <span ref={element} />
      <span>{WORDS.seconds}</span>
    </p>
  );
}
