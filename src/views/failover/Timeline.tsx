import styles from './Timeline.module.css';
import { EventLine } from './timeline/EventLine.tsx';
import { Rounds } from './timeline/Rounds.tsx';
import { Strip } from './timeline/Strip.tsx';
import { Transport } from './timeline/Transport.tsx';

/** Cause above effect on one axis, the rounds beside it, and what moves time. */
export function Timeline() {
  return (
    <section className={styles.card} aria-label="Timeline">
      <div className={styles.strip}>
        <Strip />
      </div>
      <div className={styles.rounds}>
        <Rounds />
      </div>
      <div className={styles.foot}>
        <Transport />
        <EventLine />
      </div>
    </section>
  );
}
