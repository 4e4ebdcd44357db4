/**
 * A number of the sentence that can be changed in place: dragged left and right, or by the arrow keys. It counts when
 * it is let go; the run then starts again with it, and the old run stays behind as a thin line.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../base/format.ts';
import { page } from '../../../store/page.ts';
import { readPath } from '../../../store/paths.ts';
import { activeBranch } from '../../../store/select.ts';
import { appStore, useApp } from '../../../store/store.ts';
import styles from './Scrub.module.css';

const PIXELS_A_STEP = 4;
/** Keys come one after the other; the run starts again when they have stopped. */
const KEYS_REST_MS = 600;

const ARROWS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

export function Scrub({ path }: { path: string }) {
  const info = useApp(
    (state) => state.catalogue?.parameters.find((parameter) => parameter.path === path) ?? null,
  );
  const value = useApp((state) => Number(readPath(activeBranch(state)?.run.scenario, path)));
  const setParameter = useApp((state) => state.actions.setParameter);
  const [draft, setDraft] = useState<number | null>(null);
  const drag = useRef<{ x: number; from: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  if (!info) return null;

  const { min = 0, max = Number.POSITIVE_INFINITY, step = 1, unit, label } = info;
  const shown = draft ?? value;
  const limited = (next: number) => Math.min(Math.max(next, min), max);
  const commit = (next: number) => {
    if (next === value) {
      setDraft(null);
      return;
    }
    setParameter(path, next)
      .then((problem) => {
        setDraft(null);
        if (problem !== null) appStore.setState({ notice: { kind: 'error', text: problem } });
      })
      .catch(() => setDraft(null));
  };
  const text = `${formatNumber(shown)}\u00a0${unit}`;
  if (page.refusal('parameters') !== null) return <b>{text}</b>;
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, from: value };
  };
  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (!drag.current) return;
    setDraft(limited(drag.current.from + Math.round((clientX - drag.current.x) / PIXELS_A_STEP) * step));
  };
  const onPointerUp = () => {
    drag.current = null;
    commit(shown);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (direction === undefined || event.shiftKey) return;
    event.preventDefault();
    const next = limited(shown + direction * step);
    setDraft(next);
    clearTimeout(timer.current ?? undefined);
    timer.current = setTimeout(() => commit(next), KEYS_REST_MS);
  };
  return (
    <span
      className={styles.scrub}
      role="slider"
      tabIndex={0}
      title={info.description}
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={shown}
      aria-valuetext={text}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    >
      {text}
    </span>
  );
}
