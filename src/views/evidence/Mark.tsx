import { Definition } from '../shared/Definition.tsx';
import styles from './Mark.module.css';
import { MARKS, type MarkKind } from './words.ts';

/** Where a number comes from: a word that opens what it means. */
export function Mark({ kind }: { kind: MarkKind }) {
  const { name, meaning } = MARKS[kind];
  return (
    <span className={styles.mark} data-kind={kind}>
      <Definition term={name} meaning={meaning} />
    </span>
  );
}

/** The same on a spot that is none for a button: a heading, a legend. */
export function MarkWord({ kind }: { kind: MarkKind }) {
  return (
    <span className={styles.mark} data-kind={kind}>
      {MARKS[kind].name}
    </span>
  );
}
