import { useState } from 'react';
import { useMigration } from '../../../store/migration/store.ts';
import { AxisControls } from './AxisControls.tsx';
import styles from './MoveTimeline.module.css';
import type { LeftScale } from './paint/curves.ts';
import { RoundTable } from './RoundTable.tsx';
import type { StripPainter } from './strip-painter.ts';
import { TimeStrip } from './TimeStrip.tsx';
import { Transport } from './Transport.tsx';
import { WORDS } from './words.ts';

/** Cause above effect on one axis for both sides, or its rounds as a table; below it what moves time. */
export function MoveTimeline() {
  const opened = useMigration((state) => state.opened !== null);
  const [painter, setPainter] = useState<StripPainter | null>(null);
  const [table, setTable] = useState(false);
  const [scale, setScale] = useState<LeftScale>('log');
  return (
    <section className={styles.card} aria-label={WORDS.region}>
      <div className={styles.body}>
        {opened && !table && <TimeStrip scale={scale} setScale={setScale} setPainter={setPainter} />}
        {opened && table && <RoundTable />}
      </div>
      <div className={styles.foot} data-bar>
        <Transport />
        <span className={styles.spring} />
        {!table && <AxisControls painter={painter} />}
        <button
          type="button"
          className={styles.toggle}
          aria-pressed={table}
          disabled={!opened}
          onClick={() => setTable(!table)}
        >
          {WORDS.table}
        </button>
      </div>
    </section>
  );
}
