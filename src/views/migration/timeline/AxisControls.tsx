import { useEffect, useState } from 'react';
import type { TimeWindow } from '../../../layout/migration/time-axis.ts';
import { around } from '../../../layout/migration/time-axis.ts';
import { format } from '../../../protocol/texts.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { usePaced } from '../use-paced.ts';
import styles from './AxisControls.module.css';
import { pauseUntil } from './move-data.ts';
import type { StripPainter } from './strip-painter.ts';
import { SIDES, WORDS } from './words.ts';

const FACTOR = 2;

/** Which part of the axis is shown: closer around the cursor, a pause, or all of it. */
export function AxisControls({ painter }: { painter: StripPainter | null }) {
  const [part, setPart] = useState<TimeWindow | null>(null);
  const sides = usePaced((state) => state.opened?.sides.length ?? 0);
  const paused = usePaced(pausedSides);
  useEffect(() => {
    if (painter === null) return;
    painter.onWindow = setPart;
    return () => {
      painter.onWindow = null;
      setPart(null);
    };
  }, [painter]);

  const look = (side: number) => {
    const { opened, reachedMs, endMs } = migrationStore.getState();
    const shown = opened?.sides[side];
    const pause = shown === undefined ? null : pauseUntil(shown, reachedMs);
    if (pause !== null) painter?.show(around(pause, reachedMs >= endMs ? endMs : null));
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.hidden}>{WORDS.view}</legend>
      <button
        type="button"
        className={styles.button}
        aria-label={WORDS.wider}
        title={WORDS.wider}
        disabled={part === null}
        onClick={() => painter?.zoom(1 / FACTOR, null)}
      >
        −
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label={WORDS.closer}
        title={WORDS.closer}
        onClick={() => painter?.zoom(FACTOR, null)}
      >
        +
      </button>
      <button
        type="button"
        className={styles.button}
        aria-pressed={part === null}
        title={WORDS.allTitle}
        onClick={() => painter?.show(null)}
      >
        {WORDS.all}
      </button>
      {Array.from({ length: sides }, (_, i) => {
        const side = SIDES[i] ?? 'A';
        const there = paused.includes(side);
        return (
          <button
            key={side}
            type="button"
            className={styles.button}
            disabled={!there}
            title={format(there ? WORDS.lookTitle : WORDS.notPaused, { side })}
            onClick={() => look(i)}
          >
            {sides === 1 ? WORDS.lookAtPause : format(WORDS.lookAtPauseOf, { side })}
          </button>
        );
      })}
    </fieldset>
  );
}

/** "AB": the sides whose pause was seen, at least its beginning. */
function pausedSides({ opened, reachedMs }: MigrationState): string {
  return (opened?.sides ?? [])
    .map((side, i) => (pauseUntil(side, reachedMs) === null ? '' : (SIDES[i] ?? '')))
    .join('');
}
