import styles from './Timeline.module.css';
import { Events } from './timeline/Events.tsx';
import { Rounds } from './timeline/Rounds.tsx';
import { Strip } from './timeline/Strip.tsx';
import { Transport } from './timeline/Transport.tsx';

/** Cause above effect on one axis, the rounds beside it, and what moves time. */
export function Timeline() {
  return (
    <section className={styles.card} aria-label="Timeline">
      <div className={styles.parts}>
        <Strip />
        <div className={styles.foot}>
          <Transport />
        </div>
        <div className={styles.side}>
          <Rounds />
          <Events />
        </div>
      </div>
    </section>
  );
}
