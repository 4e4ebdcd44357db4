import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { MICROS_PER_MILLI } from '../../../base/units.ts';
import { format, phaseName } from '../../../protocol/texts.ts';
import { activeBranch } from '../../../store/select.ts';
import { appStore } from '../../../store/store.ts';
import { leadVm, phaseAt } from '../../../store/turns.ts';
import type { AppState } from '../../../store/types.ts';
import type { StripPainter } from './strip-painter.ts';
import styles from './TimeSlider.module.css';
import { WORDS } from './words.ts';

/** A screen reader should not be told of every frame. */
const WHILE_PLAYING_MS = 1_000;
const CLICK_PX = 4;

function positionText(state: AppState): string {
  const branch = activeBranch(state);
  const history = branch?.farHistory ?? branch?.history ?? null;
  const lead = history === null ? 0 : leadVm(history, branch?.run.scenario.pingedVm ?? '');
  const phase = history === null ? null : phaseAt(history, lead, state.atUs);
  const held = state.playback.heldAt;
  return format(held === null ? WORDS.position : WORDS.positionHeld, {
    time: state.atUs,
    phase: phaseName(held ?? phase?.name ?? 'steady', false),
  });
}

/** The whole plot as one slider named "Time"; it lies over the picture, so that nothing interactive is inside it. */
export function TimeSlider({ painter }: { painter: StripPainter | null }) {
  const slider = useRef<HTMLDivElement>(null);
  const drag = useRef<{ startX: number; moved: boolean; ping: number | null; resume: boolean } | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = () => {
      timer = null;
      toldAt = performance.now();
      const element = slider.current;
      if (element === null) return;
      const state = appStore.getState();
      element.setAttribute('aria-valuenow', String(Math.round(state.atUs / MICROS_PER_MILLI)));
      element.setAttribute('aria-valuemax', String(Math.round(state.playback.reachedUs / MICROS_PER_MILLI)));
      element.setAttribute('aria-valuetext', positionText(state));
    };
    const changed = () => {
      if (!appStore.getState().playback.playing) {
        if (timer !== null) clearTimeout(timer);
        tell();
      } else timer ??= setTimeout(tell, Math.max(0, WHILE_PLAYING_MS - (performance.now() - toldAt)));
    };
    tell();
    const stop = appStore.subscribe(changed);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);

  const place = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (painter === null || event.button !== 0) return;
    const { x, y } = place(event);
    const { playback, actions } = appStore.getState();
    const ping = painter.pingAt(x, y);
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = { startX: x, moved: false, ping, resume: playback.playing };
    if (playback.playing) actions.pause();
    if (ping === null) actions.seek(painter.timeAt(x));
  };

  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (painter === null) return;
    const { x, y } = place(event);
    if (drag.current === null) {
      event.currentTarget.style.cursor = painter.pingAt(x, y) === null ? '' : 'pointer';
      return;
    }
    if (Math.abs(x - drag.current.startX) > CLICK_PX) drag.current.moved = true;
    if (drag.current.moved) appStore.getState().actions.seek(painter.timeAt(x));
  };

  const up = () => {
    const { actions } = appStore.getState();
    const done = drag.current;
    drag.current = null;
    if (done === null) return;
    if (!done.moved && done.ping !== null) actions.pickPing(done.ping);
    if (done.resume) actions.play();
  };

  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const state = appStore.getState();
    const { actions } = state;
    const moves: Record<string, () => void> = {
      ArrowLeft: event.shiftKey ? actions.previousTurn : actions.stepBack,
      ArrowDown: actions.stepBack,
      ArrowRight: event.shiftKey ? actions.nextTurn : actions.stepForward,
      ArrowUp: actions.stepForward,
      Home: () => actions.seek(0),
      End: actions.seekEnd,
      // A tenth of what is on screen, which is more time where time is quick. In a talk they drive the story instead.
      ...(state.present ? {} : { PageUp: () => leap(state, -0.1), PageDown: () => leap(state, 0.1) }),
    };
    const act = moves[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const leap = (state: AppState, share: number) => {
    if (painter === null || slider.current === null) return;
    const x = painter.xAt(state.atUs) + share * slider.current.clientWidth;
    state.actions.seek(painter.timeAt(x));
  };

  return (
    <div
      className={styles.slider}
      ref={slider}
      role="slider"
      tabIndex={0}
      aria-label="Time"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={0}
      aria-valuenow={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    />
  );
}
