/** Asking for moments and taking the answers in. */
import type { Micros } from '../base/units.ts';
import { type Frame, SCALAR } from '../protocol/frame.ts';
import { type Core, setPlayback } from './core.ts';
import { compareWithPlain, refreshPage } from './inspect.ts';
import { text } from './messages.ts';
import { page } from './page.ts';
import { activeBranch } from './select.ts';
import { absorb, noRows, rowCounts } from './series.ts';
import { turningPoints } from './turns.ts';
import type { AppState, BranchRecord } from './types.ts';

/** Rows of the page tree's top that fit beside the timeline. */
const TREE_ROWS = 15;

/** Asks the worker for the moment the page is at. */
export function ask(core: Core): void {
  const state = core.store.getState();
  const branch = activeBranch(state);
  if (!branch || !core.client || !core.opened.has(branch.key)) return;
  const stale = core.stale.has(branch.key);
  const asked = core.client.frame({
    runKey: branch.key,
    generation: core.generation,
    toUs: state.atUs,
    have: {
      historyRevision: stale ? -1 : (branch.history?.revision ?? -1),
      series: stale ? noRows() : rowCounts(branch.series),
    },
    wantPages: true,
    treeProcess: state.selection.process,
    treeRows: TREE_ROWS,
  });
  asked.then((frame) => frame && receive(core, frame)).catch(() => {});
}

/** Goes to a moment at once; what lies between is not played through. */
export function jump(core: Core, toUs: Micros): void {
  core.generation += 1;
  core.continuous = false;
  core.holdOnce = false;
  core.store.setState({ atUs: toUs });
  ask(core);
}

function receive(core: Core, frame: Frame): void {
  const state = core.store.getState();
  const branch = activeBranch(state);
  if (!branch || frame.runKey !== branch.key || frame.generation !== core.generation) return;
  takeRows(core, branch, frame);
  if (turnedIn(core, state, branch, frame)) return;
  publish(core, state, branch, frame);
}

function takeRows(core: Core, branch: BranchRecord, frame: Frame): void {
  if (core.stale.delete(branch.key)) for (const columns of Object.values(branch.series)) columns.rows = 0;
  for (const chunk of frame.series) if (!absorb(branch.series, chunk)) core.stale.add(branch.key);
}

/** Wall time an overshot turning point may cost before the page goes back to its exact beginning. */
const OVERSHOOT_US = 2000;

/**
 * Playing forward, a frame may land beyond the beginning of a new phase. Where the page holds, or where much of the
 * phase would be missed, the frame is not shown; the beginning itself is asked for instead.
 */
function turnedIn(core: Core, state: AppState, branch: BranchRecord, frame: Frame): boolean {
  const { playing, holdAtTurns } = state.playback;
  const nowUs = scalar(frame, SCALAR.timeUs);
  if (!playing || !core.continuous || !frame.history || nowUs <= core.shownUs) return false;
  const turn = turningPoints(frame.history, branch.run.scenario.pingedVm).find(
    ({ startUs }) => startUs > core.shownUs && startUs <= nowUs,
  );
  if (!turn) return false;
  const holds = holdAtTurns || core.holdOnce;
  if (holds) {
    core.holdOnce = false;
    setPlayback(core, { playing: false, heldAt: turn.name });
  }
  if (turn.startUs === nowUs || (!holds && nowUs - turn.startUs < OVERSHOOT_US)) return false;
  // The turn is met: its own frame, when it comes, must not be held a second time.
  core.shownUs = turn.startUs;
  core.store.setState({ atUs: turn.startUs });
  ask(core);
  return true;
}

function publish(core: Core, before: AppState, branch: BranchRecord, frame: Frame): void {
  const nowUs = scalar(frame, SCALAR.timeUs);
  const { playback, atUs } = core.store.getState();
  if (frame.history) branch.history = frame.history;
  if (nowUs >= branch.reachedUs) {
    branch.reachedUs = nowUs;
    branch.farHistory = branch.history;
  }
  core.shownUs = nowUs;
  core.continuous = true;
  const ended = playback.playing && isFinished(branch, frame);
  const patch: Partial<AppState> = { frame };
  if (before.status === 'restarting') patch.status = 'ready';
  if (core.resumedNotice) {
    core.resumedNotice = false;
    patch.notice = { kind: 'worker', text: text('worker-resumed', { at: (nowUs / 1e6).toFixed(2) }) };
  }
  if (playback.reachedUs !== branch.reachedUs || ended) {
    patch.playback = { ...playback, reachedUs: branch.reachedUs, playing: playback.playing && !ended };
  }
  if (ended) {
    core.holdOnce = false;
    patch.atUs = nowUs;
    if (!page.embedded && !core.summaryShown.has(branch.key) && !justCommanded(branch, nowUs)) {
      patch.panel = 'summary';
      core.summaryShown.add(branch.key);
    }
  } else if (!playback.playing && atUs !== nowUs) {
    patch.atUs = nowUs;
  }
  core.store.setState(patch);
  if (ended || wantsComparison(core, branch)) compareWithPlain(core);
  refreshPage(core, !playback.playing || ended);
}

/** A command that changed nothing is answered in words, not by the summary once more. */
function justCommanded(branch: BranchRecord, nowUs: Micros): boolean {
  return nowUs - (branch.run.commands.at(-1)?.atMs ?? 0) * 1000 < 1_000_000;
}

/** A finished move is compared at once: the worker does it in slices behind everything else. */
function wantsComparison(core: Core, branch: BranchRecord): boolean {
  return (
    core.store.getState().comparison === null &&
    !core.comparing.has(branch.key) &&
    (branch.history?.migrations.some(({ outcome }) => outcome === 'completed') ?? false)
  );
}

/** A run without a stop is open-ended: it waits for one. One with a command still to come goes on to it. */
export function isFinished(branch: BranchRecord, frame: Frame): boolean {
  const last = branch.run.commands.at(-1);
  return (
    last !== undefined &&
    last.atMs * 1000 <= scalar(frame, SCALAR.timeUs) &&
    scalar(frame, SCALAR.finished) === 1
  );
}

function scalar(frame: Frame, index: number): number {
  return frame.scalars[index] ?? Number.NaN;
}
