/** Playing, moments and turning points, and the clock. */
import type { MigrationCore, Slice } from './core.ts';
import { goTo, told } from './moments.ts';
import { advance } from './pace.ts';
import { nextTurnAfter, turnBefore } from './turns.ts';

/** A hidden tab, a breakpoint or a slow frame must not become a jump. */
const LONGEST_TICK_MS = 100;

type PlaybackActions =
  | 'play'
  | 'pause'
  | 'togglePlay'
  | 'seek'
  | 'nextTurn'
  | 'previousTurn'
  | 'goToStart'
  | 'goToEnd'
  | 'setSpeed';

export const playbackActions: Slice<PlaybackActions> = (core) => {
  const { store } = core;
  const stop = () => {
    if (!store.getState().playing) return;
    store.setState({ playing: false });
    core.addressChanged('replace');
  };
  const play = () => {
    const { opened, atMs, endMs } = store.getState();
    if (opened === null) return;
    if (atMs >= endMs) goTo(core, 0);
    store.setState({ playing: true });
  };
  const jump = (ms: number) => {
    stop();
    goTo(core, ms);
  };
  return {
    play,
    pause: stop,
    togglePlay: () => (store.getState().playing ? stop() : play()),
    seek: (ms) => goTo(core, ms),
    nextTurn: () => {
      const { opened, atMs, endMs } = store.getState();
      jump(nextTurnAfter(opened?.sides ?? [], atMs) ?? endMs);
    },
    previousTurn: () => {
      const { opened, atMs } = store.getState();
      jump(turnBefore(opened?.sides ?? [], atMs) ?? 0);
    },
    goToStart: () => jump(0),
    goToEnd: () => jump(Number.POSITIVE_INFINITY),
    setSpeed: (speed) => store.setState({ speed }),
  };
};

/** The one owner of requestAnimationFrame that turns wall time into simulated time. */
export function startClock(core: MigrationCore): void {
  const { env } = core;
  if (!env) return;
  let lastMs = env.now();
  let waitedMs = 0;
  env.onVisible(() => {
    lastMs = env.now();
  });
  const tick = (nowMs: number) => {
    env.nextFrame(tick);
    const wallMs = Math.max(nowMs - lastMs, 0);
    lastMs = nowMs;
    const { playing, status } = core.store.getState();
    const rests = !playing || !env.visible() || !core.active || status !== 'ready' || core.opening !== null;
    if (rests) {
      waitedMs = 0;
      return;
    }
    waitedMs = Math.min(waitedMs + wallMs, LONGEST_TICK_MS);
    // A busy worker is waited for: what is drawn and what the clock says stay together.
    if (core.client?.frameUnderWay) return;
    playOn(core, waitedMs);
    waitedMs = 0;
  };
  env.nextFrame(tick);
}

function playOn(core: MigrationCore, wallMs: number): void {
  const { speed, endMs, moment } = core.store.getState();
  if (core.clockMs >= endMs) {
    if (moment !== null && moment.atMs >= endMs) core.store.getState().actions.pause();
    else goTo(core, endMs);
    return;
  }
  const spans = speed === 'auto' ? core.pace : [{ toMs: endMs, pace: speed }];
  const clockMs = Math.min(endMs, advance(spans, core.clockMs, wallMs));
  // Very slowly, a frame is less than what can be told apart.
  if (told(clockMs, endMs) === core.store.getState().atMs) core.clockMs = clockMs;
  else goTo(core, clockMs);
}
