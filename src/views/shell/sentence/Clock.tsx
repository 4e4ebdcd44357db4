/** Simulated time, written straight into the page with each frame. */
import { useEffect, useRef } from 'react';
import { SCALAR } from '../../../protocol/frame.ts';
import { appStore } from '../../../store/store.ts';
import styles from './Clock.module.css';

export function Clock() {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      const { frame, atUs } = appStore.getState();
      const text = ((frame?.scalars[SCALAR.timeUs] ?? atUs) / 1e6).toFixed(2);
      if (element.current && element.current.textContent !== text) element.current.textContent = text;
    };
    write();
    return appStore.subscribe((state, before) => {
      if (state.frame !== before.frame) write();
    });
  }, []);
  return (
    <p className={styles.clock}>
      <span className={styles.label}>Simulated time</span>
      <span ref={element} />
      <span>s</span>
    </p>
  );
}
