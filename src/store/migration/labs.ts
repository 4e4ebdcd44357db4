/** Opening labs, and taking changes of them back. */
import type { Millis } from '../../base/units.ts';
import { isImportedTrace } from '../../protocol/import/trace-name.ts';
import { sameJson } from '../../protocol/merge.ts';
import type { MoveLab } from '../../protocol/migration/model.ts';
import type { OpenedMove } from '../../protocol/migration/requests.ts';
import { Cancelled, WorkerGone } from '../../worker/client.ts';
import { currentLab, type MigrationCore, type Slice } from './core.ts';
import { text } from './messages.ts';
import { ask, momentOf, told } from './moments.ts';
import { paceOf } from './pace.ts';

const MOST_UNDOABLE = 50;

export interface Opening {
  /** where to stand in the new lab */
  readonly atMs: Millis;
  readonly address: 'push' | 'replace';
  /** the lab before can be brought back */
  readonly undoable?: boolean;
}

/**
 * What was on screen stays until the new lab is ready with its moment, and for good if it cannot be. Resolves to one
 * sentence then, else to null.
 * @throws WorkerGone if the worker ended meanwhile
 */
export async function open(core: MigrationCore, lab: MoveLab, opening: Opening): Promise<string | null> {
  core.opening?.abort.abort();
  const abort = new AbortController();
  const mine = { abort, lab };
  core.opening = mine;
  core.store.setState({ opening: 0 });
  try {
    const unknown = await bringTrace(core, lab);
    if (core.opening !== mine) return null;
    if (unknown !== null) return unknown;
    const opened = await core.client?.call(
      'open',
      { lab },
      { onProgress: (done) => core.store.setState({ opening: done }), signal: abort.signal },
    );
    if (opened === undefined) return text('not-ready');
    if (core.opening !== mine) return null;
    if ('problem' in opened) return opened.problem;
    return await bringOn(core, lab, opened, opening);
  } catch (reason) {
    if (reason instanceof Cancelled) return null;
    if (reason instanceof WorkerGone) throw reason;
    return reason instanceof Error ? reason.message : String(reason);
  } finally {
    if (core.opening === mine) {
      core.opening = null;
      core.store.setState({ opening: null });
    }
  }
}

/** An imported trace must be with the worker first. @returns one sentence where it is not here */
async function bringTrace({ client }: MigrationCore, { spec }: MoveLab): Promise<string | null> {
  const { pattern, file } = spec.vm.workload;
  if (client === null || pattern !== 'trace' || file === null || !isImportedTrace(file)) return null;
  const { bringTraces } = await import('../traces/bring.ts');
  return bringTraces(client, [file]);
}

/** Lab and moment come on screen together, so that nothing ever speaks of two labs at once. */
async function bringOn(
  core: MigrationCore,
  lab: MoveLab,
  opened: OpenedMove,
  opening: Opening,
): Promise<null> {
  const { store, lives, opening: mine } = core;
  const { moveKey, sides } = opened;
  const endMs = Math.max(...sides.map((side) => side.endMs));
  const atMs = told(Math.min(Math.max(0, opening.atMs), endMs), endMs);
  core.generation += 1;
  core.wanted = false;
  const reply = await core.client?.frame({ generation: core.generation, moveKey, atMs, have: null });
  if (core.lives !== lives) throw new WorkerGone('The worker ended.');
  if (core.opening !== mine) return null;
  const before = store.getState();
  if (opening.undoable === true && before.lab !== null) remember(core, before.lab);
  core.clockMs = atMs;
  core.pace = paceOf(sides);
  const pages = sides[0]?.pages ?? 0;
  store.setState({
    lab,
    opened,
    endMs,
    atMs,
    reachedMs: atMs,
    moment: reply ? momentOf(reply, null) : null,
    stories: null,
    picked: before.picked !== null && before.picked < pages ? before.picked : null,
    undoable: core.undoLabs.length,
  });
  for (const listener of core.onLab) listener(before.lab);
  for (const listener of core.onMoment) listener();
  core.addressChanged(opening.address);
  if (!reply) ask(core);
  return null;
}

function remember(core: MigrationCore, lab: MoveLab): void {
  core.undoLabs.push(lab);
  if (core.undoLabs.length > MOST_UNDOABLE) core.undoLabs.shift();
}

/** Another lab at the moment on screen; who stood at the end of the one stands at the end of the other if `end` says so. */
export function change(core: MigrationCore, lab: MoveLab, end = false): Promise<string | null> {
  const { atMs, endMs } = core.store.getState();
  const before = currentLab(core);
  if (before !== null && sameJson(before, lab)) return Promise.resolve(null);
  const isOver = end && endMs > 0 && atMs >= endMs;
  clearNotice(core);
  return openOrTell(core, lab, {
    atMs: isOver ? Number.POSITIVE_INFINITY : atMs,
    address: 'push',
    undoable: true,
  });
}

/** The same for those who asked for it: a worker that ends is one sentence, too. */
async function openOrTell(core: MigrationCore, lab: MoveLab, opening: Opening): Promise<string | null> {
  try {
    return await open(core, lab, opening);
  } catch (reason) {
    if (reason instanceof WorkerGone) return text('worker-lost');
    throw reason;
  }
}

/** What was said of the lab before does not hold for another one. */
function clearNotice(core: MigrationCore): void {
  const { status, notice } = core.store.getState();
  if (status === 'ready' && notice !== null) core.store.setState({ notice: null });
}

export const labActions: Slice<'openLab' | 'cancelOpening' | 'undo'> = (core) => {
  const { store } = core;
  return {
    openLab: (lab, keep = false) => {
      if (keep) return change(core, lab);
      store.setState({ playing: false });
      clearNotice(core);
      return openOrTell(core, lab, { atMs: 0, address: 'push', undoable: true });
    },
    cancelOpening: () => core.opening?.abort.abort(),
    undo: async () => {
      const lab = core.undoLabs.pop();
      if (lab === undefined) return text('nothing-to-undo');
      clearNotice(core);
      const problem = await openOrTell(core, lab, { atMs: store.getState().atMs, address: 'push' });
      // Refused or given up: it can be undone still.
      if (store.getState().lab !== lab) core.undoLabs.push(lab);
      store.setState({ undoable: core.undoLabs.length });
      return problem;
    },
  };
};
