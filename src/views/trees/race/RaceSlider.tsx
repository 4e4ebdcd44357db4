/** The plot as a slider over the race's operations: it shows where the stage is, and takes it elsewhere. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { treesStore } from '../../../store/trees/store.ts';
import { formatCount } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { usePaced } from '../use-paced.ts';
import type { ChartBox } from './chart-box.ts';
import styles from './RaceSlider.module.css';
import { operationsDone } from './use-race.ts';
import { RACE_WORDS } from './words.ts';

interface Properties {
  operations: number;
  box: ChartBox;
  /** a thin track of its own, with a knob instead of a line through a plot */
  knob: boolean;
  /** a moment under the pointer, null = none */
  onLook: (operations: number | null) => void;
  /** somebody went to a moment */
  onGo: () => void;
}

export function RaceSlider({ operations, box, knob, onLook, onGo }: Properties) {
  const done = usePaced(operationsDone);
  const [pointed, setPointed] = useState<number | null>(null);
  const dragging = useRef(false);
  const width = box.right - box.left;

  const look = (at: number | null) => {
    setPointed(at);
    onLook(at);
  };
  const momentAt = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const { left } = currentTarget.getBoundingClientRect();
    return Math.round(clampTo(operations, ((clientX - left) / width) * operations));
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    dragging.current = true;
    goAfter(momentAt(event));
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const at = momentAt(event);
    look(at);
    if (dragging.current) goAfter(at);
  };
  const up = () => {
    if (dragging.current) onGo();
    dragging.current = false;
  };
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = keyTarget(event, done, operations);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    goAfter(to);
    onGo();
  };

  return (
    <div
      className={styles.slider}
      style={{ left: box.left, width, top: box.top, height: box.bottom - box.top }}
      role="slider"
      tabIndex={0}
      aria-label={RACE_WORDS.slider}
      aria-valuemin={0}
      aria-valuemax={operations}
      aria-valuenow={done}
      aria-valuetext={plainText(RACE_WORDS.sliderValue, {
        operations: formatCount(done),
        all: formatCount(operations),
      })}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onPointerLeave={() => look(null)}
      onKeyDown={key}
    >
      {pointed !== null && (
        <div className={styles.pointed} style={{ left: (pointed / operations) * width }} />
      )}
      <div
        className={knob ? styles.knob : styles.cursor}
        style={{ left: (clampTo(operations, done) / operations) * width }}
      />
    </div>
  );
}

/** The stage shows the moment when so many operations are over. */
function goAfter(operations: number): void {
  const { goTo, pause } = treesStore.getState().actions;
  pause();
  goTo(operations === 0 ? { operation: 0, step: 0 } : { operation: operations - 1, step: -1 });
}

/** Where a key leads, null = nowhere: a hundredth, with Shift one operation, a tenth by page. */
export function keyTarget(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  done: number,
  operations: number,
): number | null {
  const step = shiftKey ? 1 : Math.max(1, Math.round(operations / 100));
  const page = Math.max(1, Math.round(operations / 10));
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: done - step,
    ArrowDown: done - step,
    ArrowRight: done + step,
    ArrowUp: done + step,
    PageDown: done - page,
    PageUp: done + page,
    Home: 0,
    End: operations,
  };
  const to = targets[key];
  return to === undefined ? null : clampTo(operations, to);
}

function clampTo(operations: number, value: number): number {
  return Math.max(0, Math.min(operations, value));
}
