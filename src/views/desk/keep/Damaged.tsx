import { Button } from '@mantine/core';
import { format } from '../../../protocol/texts.ts';
import { keptStore, useKept } from '../../../store/kept/store.ts';
import styles from './keep.module.css';
import { KEEP } from './words.ts';

/** What is kept but cannot be read: named, and in nobody's way. */
export function Damaged() {
  const damaged = useKept((state) => state.damaged);
  if (damaged.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{KEEP.damaged}</h3>
      <ul className={styles.items}>
        {damaged.map(({ id, name, reason }) => (
          <li key={id} className={styles.damaged}>
            <span>{format(KEEP.damagedItem, { name, reason })}</span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                keptStore
                  .getState()
                  .actions.remove([id])
                  .catch(() => {});
              }}
            >
              {KEEP.remove}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
