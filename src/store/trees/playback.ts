/** Steps, operations and the clock that plays them. */
import type { Slice, TreesCore } from './core.ts';
import { goTo, nextPosition, previousPosition } from './moments.ts';
import { stepMs } from './pace.ts';
import { isAtEnd } from './select.ts';

/** A hidden tab, a breakpoint or a slow frame must not become a jump. */
const LONGEST_TICK_MS = 100;

type PlaybackActions =
  | 'play'
  | 'pause'
  | 'togglePlay'
  | 'stepForward'
  | 'stepBack'
  | 'operationForward'
  | 'operationBack'
  | 'goTo'
  | 'goToStart'
  | 'goToEnd'
  | 'setSpeed';

export const playbackActions: Slice<PlaybackActions> = (core) => {
  const { store } = core;
  const stop = () => {
    core.playUntil = null;
    if (store.getState().playing) store.setState({ playing: false });
  };
  /** where the next step counts from: the moment on screen, unless somebody is quicker than the worker */
  const moment = () => store.getState().moment;
  const play = () => {
    core.playUntil = null;
    if (!mayGoOn(core)) return;
    if (isAtEnd(store.getState())) goTo(core, { operation: 0, step: 0 });
    store.setState({ playing: true });
  };
  return {
    play,
    pause: stop,
    togglePlay: () => (store.getState().playing ? stop() : play()),
    stepForward: () => {
      stop();
      const now = moment();
      const next = now && nextPosition(now);
      if (next && mayGoOn(core)) goTo(core, next);
    },
    stepBack: () => {
      stop();
      const now = moment();
      const previous = now && previousPosition(now);
      if (previous) goTo(core, previous);
    },
    operationForward: () => {
      stop();
      const now = moment();
      if (!now || !mayGoOn(core)) return;
      const inside = now.step < now.steps;
      if (inside) goTo(core, { operation: now.operation, step: -1 });
      else if (now.operation + 1 < now.operations) goTo(core, { operation: now.operation + 1, step: -1 });
    },
    operationBack: () => {
      stop();
      const now = moment();
      if (!now) return;
      if (now.step > 0 && (now.step < now.steps || now.operation === 0))
        goTo(core, { operation: now.operation, step: 0 });
      else if (now.operation > 0) goTo(core, { operation: now.operation - 1, step: -1 });
    },
    goTo: (position) => {
      stop();
      goTo(core, position);
    },
    goToStart: () => {
      stop();
      goTo(core, { operation: 0, step: 0 });
    },
    goToEnd: () => {
      stop();
      goTo(core, { operation: Number.MAX_SAFE_INTEGER, step: -1 });
    },
    setSpeed: (speed) => store.setState({ speed }),
  };
};

function mayGoOn(core: TreesCore): boolean {
  return core.mayGoOn.every((asked) => asked());
}

/** The one owner of requestAnimationFrame that turns wall time into steps and operations. */
export function startClock(core: TreesCore): void {
  const { env } = core;
  if (!env) return;
  let lastMs = env.now();
  let waitedMs = 0;
  let shown = core.store.getState().moment;
  env.onVisible(() => {
    lastMs = env.now();
  });
  const tick = (nowMs: number) => {
    env.nextFrame(tick);
    const wallMs = Math.min(Math.max(nowMs - lastMs, 0), LONGEST_TICK_MS);
    lastMs = nowMs;
    const state = core.store.getState();
    if (!state.playing || !env.visible() || !core.active || state.status !== 'ready') {
      waitedMs = 0;
      return;
    }
    if (state.moment !== shown) {
      // The time a step has been waited for does not count as time it was seen.
      shown = state.moment;
      if (state.speed.unit === 'steps') waitedMs = Math.min(waitedMs, LONGEST_TICK_MS);
    }
    waitedMs += wallMs;
    if (core.client?.frameUnderWay || !shown) return;
    waitedMs = advance(core, waitedMs);
  };
  env.nextFrame(tick);
}

/** @returns what is left of the time waited */
function advance(core: TreesCore, waitedMs: number): number {
  const { moment, speed, position } = core.store.getState();
  if (!moment) return 0;
  const atEnd = nextPosition(moment) === null;
  const done = core.playUntil !== null && moment.step >= moment.steps && moment.operation >= core.playUntil;
  if (atEnd || done) {
    core.playUntil = null;
    core.store.setState({ playing: false });
    return 0;
  }
  if (speed.unit === 'accesses') {
    const whole = Math.floor((waitedMs * speed.perSecond) / 1000);
    if (whole < 1 || !mayPlayOn(core)) return waitedMs;
    const last = core.playUntil ?? moment.operations - 1;
    goTo(core, { operation: Math.min(position.operation + whole, last), step: -1 });
    return waitedMs - (whole * 1000) / speed.perSecond;
  }
  const rest = moment.step >= moment.steps;
  const neededMs = moment.current === null ? 0 : stepMs(moment.current.kind, speed, rest);
  const next = nextPosition(moment);
  if (waitedMs < neededMs || next === null || !mayPlayOn(core)) return waitedMs;
  goTo(core, next);
  return Math.min(waitedMs - neededMs, neededMs);
}

/** Something waits for the user: playback ends there. */
function mayPlayOn(core: TreesCore): boolean {
  if (mayGoOn(core)) return true;
  core.store.setState({ playing: false });
  return false;
}
