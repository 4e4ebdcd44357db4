import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { MOVE } from '../../../base/columns.ts';
import { levelAt } from '../../../layout/migration/lane-track.ts';
import { format } from '../../../protocol/texts.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { onBeat } from '../use-paced.ts';
import { phaseAt, trackFor } from './move-data.ts';
import { phaseWords } from './phase-words.ts';
import type { StripPainter } from './strip-painter.ts';
import styles from './TimeSlider.module.css';
import { clockText } from './times.ts';
import { SIDES, WORDS } from './words.ts';

/** Shares of what is on screen: a fine step, and a leap. */
const STEP = 0.01;
const LEAP = 0.1;
/** While it plays a screen reader is told at most so often. */
const TOLD_EVERY_MS = 1_000;

/** The whole strip as one handle. The moment is written to the element directly: it changes with every frame. */
export function TimeSlider({ painter, axisTop }: { painter: StripPainter | null; axisTop: number }) {
  const slider = useRef<HTMLDivElement>(null);
  const drag = useRef<{ resume: boolean } | null>(null);
  const [pointed, setPointed] = useState<{ x: number; width: number } | null>(null);

  useEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (state: MigrationState) => {
      const element = slider.current;
      if (element === null) return;
      const now = performance.now();
      if (state.playing && now - toldAt < TOLD_EVERY_MS) return;
      toldAt = now;
      element.setAttribute('aria-valuenow', String(Math.round(state.atMs * 1000) / 1000));
      // How long it will take is not known before it was seen.
      element.setAttribute('aria-valuemax', String(Math.max(state.reachedMs, state.atMs)));
      element.setAttribute('aria-valuetext', positionText(state));
    };
    tell(migrationStore.getState());
    return onBeat(tell);
  }, []);

  useEffect(() => {
    const element = slider.current;
    if (element === null || painter === null) return;
    const wheel = (event: WheelEvent) => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (sideways) painter.pan(event.deltaX);
      const { left } = element.getBoundingClientRect();
      const did = sideways || painter.zoom(2 ** (-event.deltaY / 240), event.clientX - left);
      if (did) event.preventDefault();
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [painter]);

  const seekTo = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    if (painter !== null) migrationStore.getState().actions.seek(painter.timeAt(event.clientX - left));
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (painter === null || event.button !== 0) return;
    const { playing, actions } = migrationStore.getState();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = { resume: playing };
    if (playing) actions.pause();
    painter.hold(true);
    seekTo(event);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setPointed({ x: event.clientX - left, width });
    if (drag.current !== null) seekTo(event);
  };
  const up = () => {
    const done = drag.current;
    drag.current = null;
    painter?.hold(false);
    if (done?.resume) migrationStore.getState().actions.play();
  };

  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const { actions, atMs } = migrationStore.getState();
    const by = (share: number) => () => actions.seek(Math.max(0, atMs + share * (painter?.spanMs ?? 0)));
    const moves: Record<string, () => void> = {
      ArrowLeft: event.shiftKey ? by(-STEP) : actions.previousTurn,
      ArrowRight: event.shiftKey ? by(STEP) : actions.nextTurn,
      ArrowDown: by(-STEP),
      ArrowUp: by(STEP),
      PageDown: by(-LEAP),
      PageUp: by(LEAP),
      Home: actions.goToStart,
      End: actions.goToEnd,
      '+': () => painter?.zoom(2, null),
      '-': () => painter?.zoom(0.5, null),
      '0': () => painter?.show(null),
    };
    const act = moves[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <>
      {pointed !== null && painter !== null && (
        <div className={styles.over} aria-hidden="true">
          <div className={styles.line} style={{ transform: `translateX(${pointed.x}px)`, height: axisTop }} />
          <div
            className={styles.readout}
            style={{
              left: pointed.x,
              top: axisTop + 2,
              transform: `translateX(${(-100 * pointed.x) / Math.max(1, pointed.width)}%)`,
            }}
          >
            {clockText(painter.timeAt(pointed.x))}
          </div>
        </div>
      )}
      <div
        className={styles.slider}
        ref={slider}
        role="slider"
        tabIndex={0}
        aria-label={WORDS.slider}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={0}
        aria-valuenow={0}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={key}
      />
    </>
  );
}

function positionText({ opened, atMs }: MigrationState): string {
  const sides = (opened?.sides ?? []).map((side, i) => {
    const track = trackFor(side);
    const ms = Math.min(atMs, side.endMs);
    return format(WORDS.sliderSide, {
      side: SIDES[i] ?? '',
      phase: phaseWords(phaseAt(track, ms)),
      left: levelAt(track, MOVE.remainingBytes, ms),
    });
  });
  return format(WORDS.sliderText, { time: clockText(atMs), sides: sides.join('; ') });
}
