import { LOCKS, type LockName } from '../../../protocol/embed.ts';
import { Check } from './Check.tsx';
import styles from './embed.module.css';
import { EMBED } from './words.ts';

interface Properties {
  readonly chosen: readonly LockName[];
  readonly choose: (locks: readonly LockName[]) => void;
}

/** What a teacher's link fixes. The order of the list is the order in the link, whatever was ticked first. */
export function Locks({ chosen, choose }: Properties) {
  return (
    <fieldset className={styles.locks}>
      <legend>{EMBED.locks}</legend>
      {LOCKS.map(({ name, label, about }) => (
        <Check
          key={name}
          label={label}
          about={about}
          on={chosen.includes(name)}
          set={(on) =>
            choose(
              LOCKS.map((lock) => lock.name).filter((lock) => (lock === name ? on : chosen.includes(lock))),
            )
          }
        />
      ))}
      <p className={styles.note}>{EMBED.locksAbout}</p>
    </fieldset>
  );
}
