import { useId, useState } from 'react';
import styles from './Timeline.module.css';
import { Events } from './timeline/Events.tsx';
import { GhostNote } from './timeline/GhostNote.tsx';
import { Rounds } from './timeline/Rounds.tsx';
import { ROUND_WORDS } from './timeline/round-words.ts';
import { Strip } from './timeline/Strip.tsx';
import { Transport } from './timeline/Transport.tsx';

/** Cause above effect on one axis, the rounds beside it, and what moves time. */
export function Timeline() {
  const [wide, setWide] = useState(false);
  const side = useId();
  return (
    <section className={styles.card} aria-label="Timeline">
      <div className={styles.parts} data-wide={wide}>
        <Strip />
        <div className={styles.foot} data-bar>
          <Transport />
          <GhostNote />
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={!wide}
            aria-controls={side}
            onClick={() => setWide(!wide)}
          >
            {wide ? ROUND_WORDS.show : ROUND_WORDS.hide}
          </button>
        </div>
        <div className={styles.side} id={side} hidden={wide}>
          <Rounds />
          <Events />
        </div>
      </div>
    </section>
  );
}
