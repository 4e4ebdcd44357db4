import { appStore } from '../../../store/store.ts';
import { useSlow } from '../../shared/use-slow.ts';
import styles from './PointerReadout.module.css';
import { phaseReadout, pingReadout } from './phase-words.ts';
import type { StripPainter } from './strip-painter.ts';

export interface Pointed {
  x: number;
  y: number;
  /** row of the ping that a click would pick */
  ping: number | null;
}

interface Props {
  painter: StripPainter;
  /** null: the slider has the focus and the readout stands at the cursor */
  pointed: Pointed | null;
  axisTop: number;
  width: number;
}

/** What is under the pointer (or the cursor, by keyboard), on the axis, where it covers nothing. The slider says it aloud. */
export function PointerReadout({ painter, pointed, axisTop, width }: Props) {
  // The cursor moves with time, and the dots with the axis.
  useSlow((state) => `${state.atUs} ${state.playback.reachedUs}`);
  const state = appStore.getState();
  const x = pointed?.x ?? painter.xAt(state.atUs);
  const ping = pointed?.ping ?? null;
  const spot = ping === null ? null : painter.pingSpot(ping);
  const atUs = pointed === null ? state.atUs : painter.timeAt(x);
  const text =
    ping === null
      ? phaseReadout(state, atUs, pointed !== null && painter.inSecondPhaseRow(pointed.y))
      : pingReadout(state, ping);
  const share = Math.min(1, Math.max(0, x / Math.max(width, 1)));
  return (
    <div className={styles.over} aria-hidden="true">
      {spot !== null && (
        <div className={styles.dot} style={{ transform: `translate(${spot.x}px, ${spot.y}px)` }} />
      )}
      <div className={styles.line} style={{ transform: `translateX(${Math.round(x)}px)`, height: axisTop }} />
      <div
        className={styles.text}
        style={{ left: x, top: axisTop + 3, transform: `translateX(${-100 * share}%)` }}
      >
        {text}
      </div>
    </div>
  );
}
