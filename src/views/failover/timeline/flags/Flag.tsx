import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { CommandKind, TimedCommand } from '../../../../protocol/model.ts';
import { commandText, format } from '../../../../protocol/texts.ts';
import { appStore, useApp } from '../../../../store/store.ts';
import { commandLook } from '../../../shared/command-look.ts';
import type { StripPainter } from '../strip-painter.ts';
import styles from './Flags.module.css';
import { flagName, momentText } from './moment-text.ts';
import { FLAG_WORDS } from './words.ts';

const CLICK_PX = 4;
const KEY_MS = 100;
const SHIFT_MS = 1000;
/** A pixel is worth a moment of round figures. */
const STEPS_MS = [1, 10, 100, 1000];

const NONE: readonly CommandKind[] = [];

interface Props {
  painter: StripPainter;
  timed: TimedCommand;
  /** its place among the run's commands */
  index: number;
}

interface Drag {
  startX: number;
  poleX: number;
  moved: boolean;
  resume: boolean;
}

/** One command on the axis. It is moved by dragging or by keys, and taken back by its small button or Delete. */
export function Flag({ painter, timed, index }: Props) {
  const { command, atMs } = timed;
  const kinds = useApp((state) => state.catalogue?.commands ?? NONE);
  const actions = useApp((state) => state.actions);
  const [draft, setDraft] = useState<number | null>(null);
  const drag = useRef<Drag | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const keepFocus = useRef(false);
  /** the click that ends a drag is none */
  const dragged = useRef(false);
  const { sign, target, heals, calm } = commandLook(kinds, command);
  const what = commandText(command, false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stands now decides whether React has moved it
  useEffect(() => {
    if (!keepFocus.current) return;
    keepFocus.current = false;
    button.current?.focus();
  }, [index, atMs]);

  // Esc ends a drag wherever the focus is, and nothing else.
  const dragging = draft !== null && drag.current !== null;
  useEffect(() => {
    if (!dragging) return;
    const cancel = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
      if (drag.current?.resume) appStore.getState().actions.play();
      drag.current = null;
    };
    window.addEventListener('keydown', cancel, true);
    return () => window.removeEventListener('keydown', cancel, true);
  }, [dragging]);

  const change = async (to: number | null): Promise<void> => {
    setDraft(null);
    if (to === atMs) return;
    const problem = await actions.changeCommand(index, to);
    if (problem !== null) appStore.setState({ notice: { kind: 'error', text: problem } });
  };

  const remove = () => {
    const plot = button.current?.closest('ul')?.parentElement;
    plot?.querySelector<HTMLElement>('[role="slider"]')?.focus({ preventScroll: true });
    change(null).catch(() => {});
  };

  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    dragged.current = false;
    const { playback } = appStore.getState();
    drag.current = {
      startX: event.clientX,
      poleX: painter.xAt(atMs * 1000),
      moved: false,
      resume: playback.playing,
    };
  };

  const move = (event: PointerEvent<HTMLButtonElement>) => {
    const held = drag.current;
    if (held === null) return;
    if (!held.moved && Math.abs(event.clientX - held.startX) <= CLICK_PX) return;
    if (!held.moved && held.resume) actions.pause();
    held.moved = true;
    dragged.current = true;
    setDraft(momentAt(painter, held.poleX + event.clientX - held.startX));
  };

  const up = () => {
    const held = drag.current;
    drag.current = null;
    if (held === null || !held.moved || draft === null) return;
    change(draft)
      .then(() => held.resume && actions.play())
      .catch(() => {});
  };

  const cancelled = () => {
    if (drag.current?.moved && drag.current.resume) actions.play();
    drag.current = null;
    setDraft(null);
  };

  const click = () => {
    if (!dragged.current) actions.seek(atMs * 1000);
    dragged.current = false;
  };

  const key = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const acts: Record<string, (() => void) | undefined> = {
      ArrowLeft: () => setDraft(limited((draft ?? atMs) + step * (event.shiftKey ? SHIFT_MS : KEY_MS))),
      ArrowRight: () => setDraft(limited((draft ?? atMs) + step * (event.shiftKey ? SHIFT_MS : KEY_MS))),
      Delete: remove,
      Backspace: remove,
      ...(draft === null
        ? {}
        : {
            Enter: () => {
              keepFocus.current = true;
              change(draft).catch(() => {});
            },
            Escape: () => setDraft(null),
          }),
    };
    const act = acts[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const leave = (event: FocusEvent) => {
    if (drag.current === null && !event.currentTarget.contains(event.relatedTarget)) setDraft(null);
  };

  const at = momentText(atMs);
  const movedText =
    draft === null ? '' : format(FLAG_WORDS.moving, { what, from: at, at: momentText(draft) });
  return (
    <li
      className={styles.flag}
      data-at={atMs}
      data-sign={sign}
      data-words={what}
      data-target={target}
      data-heals={heals}
      data-calm={calm}
      data-moving={draft !== null}
      onBlur={leave}
    >
      <span className={styles.pole} aria-hidden="true" />
      <span className={styles.cloth}>
        <button
          ref={button}
          type="button"
          className={styles.sign}
          aria-label={flagName(timed)}
          aria-describedby="flag-hint"
          title={flagName(timed)}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={up}
          onPointerCancel={cancelled}
          onKeyDown={key}
          onClick={click}
        >
          <span className={styles.letter}>{sign}</span>
          <span className={styles.words}>{what}</span>
        </button>
        <button
          type="button"
          className={styles.remove}
          data-lock="failures"
          aria-label={format(FLAG_WORDS.remove, { what, at })}
          title={FLAG_WORDS.removeTitle}
          onClick={remove}
        >
          ×
        </button>
      </span>
      {draft !== null && (
        <span
          className={styles.moved}
          aria-hidden="true"
          style={{ transform: `translateX(${Math.round(painter.xAt(draft * 1000))}px)` }}
        >
          <span className={styles.letter}>{sign}</span>
          <span className={styles.bubble}>{momentText(draft)}</span>
        </span>
      )}
      <span role="status" className={styles.hidden}>
        {movedText}
      </span>
    </li>
  );
}

/** The moment under a place of the axis, as round as a pixel is wide. */
function momentAt(painter: StripPainter, x: number): number {
  const ms = painter.timeAt(x) / 1000;
  const perPx = Math.abs(painter.timeAt(x + 1) - painter.timeAt(x - 1)) / 2000;
  const step = STEPS_MS.find((one) => one >= perPx) ?? 1000;
  return limited(Math.round(ms / step) * step);
}

function limited(ms: number): number {
  return Math.max(0, Math.min(ms, Math.floor(appStore.getState().playback.reachedUs / 1000)));
}
