import type { ReactNode } from 'react';
import type { LockName } from '../../protocol/embed.ts';
import { page } from '../../store/page.ts';
import styles from './Fixed.module.css';

/** Settings a teacher's link may fix: then they are shown, cannot be changed, and say why. */
export function Fixed({ lock, children }: { lock: LockName; children: ReactNode }) {
  const refusal = page.refusal(lock);
  if (refusal === null) return children;
  return (
    <>
      <p className={styles.note}>{refusal}</p>
      <fieldset disabled className={styles.fields}>
        {children}
      </fieldset>
    </>
  );
}
