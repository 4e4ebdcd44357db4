import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { MICROS_PER_MILLI } from '../../../base/units.ts';
import { appStore } from '../../../store/store.ts';
import type { AppState } from '../../../store/types.ts';
import { type Pointed, PointerReadout } from './PointerReadout.tsx';
import { positionText } from './phase-words.ts';
import type { StripPainter } from './strip-painter.ts';
import styles from './TimeSlider.module.css';

/** A screen reader should not be told of every frame. */
const WHILE_PLAYING_MS = 1_000;
const CLICK_PX = 4;

/** The whole plot as one slider named "Time"; it lies over the picture, so that nothing interactive is inside it. */
export function TimeSlider(props: { painter: StripPainter | null; axisTop: number; width: number }) {
  const { painter } = props;
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [byKey, setByKey] = useState(false);
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
    const ping = drag.current === null ? painter.pingAt(x, y) : null;
    setPointed({ x, y, ping });
    if (drag.current === null) return;
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

  const focus = (event: FocusEvent<HTMLDivElement>) =>
    setByKey(event.currentTarget.matches(':focus-visible'));

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

  const picks = pointed !== null && pointed.ping !== null;
  return (
    <>
      {painter !== null && (pointed !== null || byKey) && (
        <PointerReadout painter={painter} pointed={pointed} axisTop={props.axisTop} width={props.width} />
      )}
      <div
        className={picks ? `${styles.slider} ${styles.picks}` : styles.slider}
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
        onPointerLeave={() => setPointed(null)}
        onFocus={focus}
        onBlur={() => setByKey(false)}
        onKeyDown={key}
      />
    </>
  );
}
