import { useId } from 'react';
import styles from './embed.module.css';

/** A box to tick, with one sentence of what it means. */
export function Check(props: { label: string; about: string; on: boolean; set: (on: boolean) => void }) {
  const about = useId();
  return (
    <div className={styles.check}>
      <label>
        <input
          type="checkbox"
          checked={props.on}
          aria-describedby={about}
          onChange={(event) => props.set(event.target.checked)}
        />
        {props.label}
      </label>
      <p id={about}>{props.about}</p>
    </div>
  );
}
