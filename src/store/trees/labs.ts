/** Opening labs and changing them. */
import { isImportedTrace } from '../../protocol/import/trace-name.ts';
import type { LabSpec, TreeCommand } from '../../protocol/trees/model.ts';
import { Cancelled, WorkerGone } from '../../worker/client.ts';
import type { Slice, TreesCore } from './core.ts';
import { text } from './messages.ts';
import { goTo } from './moments.ts';
import { insertTyped, typedBefore, withoutTyped } from './typed.ts';
import type { Position, TreesState } from './types.ts';

type LabActions =
  | 'openLab'
  | 'changeLab'
  | 'cancelOpening'
  | 'runText'
  | 'runOperation'
  | 'undoTyped'
  | 'parse'
  | 'exportText';

interface Opening {
  /** where to stand in the new lab */
  readonly position: Position;
  readonly address: 'push' | 'replace';
}

const AT_START: Position = { operation: 0, step: 0 };

/** What was on screen stays until the new lab is ready, and for good if it cannot be. */
export async function open(core: TreesCore, spec: LabSpec, opening: Opening): Promise<string | null> {
  core.opening?.abort();
  const abort = new AbortController();
  core.opening = abort;
  core.store.setState({ opening: 0 });
  try {
    const unknown = await bringTrace(core, spec);
    if (core.opening !== abort) return null;
    if (unknown !== null) return unknown;
    const reply = await core.client?.call(
      'open',
      { spec },
      { onProgress: (opening) => core.store.setState({ opening }), signal: abort.signal },
    );
    if (reply === undefined) return text('not-ready');
    if (core.opening !== abort) return null;
    if ('problem' in reply) return reply.problem;
    core.generation += 1;
    core.store.setState({ spec, lab: reply, picked: null });
    for (const listener of core.onLab) listener();
    goTo(core, opening.position);
    core.addressChanged(opening.address);
    return null;
  } catch (reason) {
    if (reason instanceof Cancelled || reason instanceof WorkerGone) return null;
    return reason instanceof Error ? reason.message : String(reason);
  } finally {
    if (core.opening === abort) {
      core.opening = null;
      core.store.setState({ opening: null });
    }
  }
}

/** An imported trace must be with the worker first. @returns one sentence where it is not here */
async function bringTrace({ client }: TreesCore, { stream }: LabSpec): Promise<string | null> {
  const { trace } = stream.parameters;
  const isImported = stream.kind === 'trace' && typeof trace === 'string' && isImportedTrace(trace);
  if (client === null || !isImported) return null;
  const { bringTraces } = await import('../traces/bring.ts');
  return bringTraces(client, [trace]);
}

/** Where to stand in the same operations of another tree: that takes other steps for them, but an end is an end. */
function placeIn({ position, moment }: TreesState): Position {
  const over =
    moment !== null &&
    moment.operation === position.operation &&
    moment.step === position.step &&
    moment.step === moment.steps &&
    moment.step > 0;
  return over ? { operation: position.operation, step: -1 } : position;
}

export const labActions: Slice<LabActions> = (core) => {
  const { store } = core;
  const pause = () => {
    core.playUntil = null;
    store.setState({ playing: false });
  };

  const openLab = (spec: LabSpec, keep = false) => {
    pause();
    const position = keep ? placeIn(store.getState()) : AT_START;
    // What was said of the lab before does not hold for this one.
    if (store.getState().status === 'ready') store.setState({ notice: null });
    if (!keep) core.batches.length = 0;
    return open(core, spec, { position, address: 'push' });
  };

  const run = async (commands: readonly TreeCommand[]): Promise<string | null> => {
    const { spec, moment } = store.getState();
    if (spec === null) return text('not-ready');
    if (commands.length === 0) return text('nothing-to-run');
    // After the operation that has begun, before one that has not.
    const at = moment === null || moment.operations === 0 ? 0 : moment.operation + (moment.step > 0 ? 1 : 0);
    const place = typedBefore(spec.typed, at);
    pause();
    const problem = await open(core, insertTyped(spec, at, commands), {
      position: { operation: at, step: 1 },
      address: 'replace',
    });
    if (problem !== null) return problem;
    const shifted = core.batches.map((batch) =>
      batch.map((typed) => (typed >= place ? typed + commands.length : typed)),
    );
    core.batches.splice(
      0,
      core.batches.length,
      ...shifted,
      [...commands.keys()].map((i) => place + i),
    );
    core.playUntil = at + commands.length - 1;
    store.setState({ playing: true });
    return null;
  };

  return {
    openLab,
    changeLab: (part) => {
      const { spec } = store.getState();
      if (spec === null) return Promise.resolve(text('not-ready'));
      // Another tree over the same operations: the place in them is kept.
      const keep = Object.keys(part).every((field) => field === 'tree');
      return openLab({ ...spec, ...part }, keep);
    },
    cancelOpening: () => core.opening?.abort(),
    runText: async (typed) => {
      const parsed = await core.client?.call('parse', { what: 'operations', text: typed }).catch(() => null);
      if (!parsed) return text('not-ready');
      return parsed.problem ?? run(parsed.commands);
    },
    runOperation: (operation, key) => run([{ operation, key }]),
    undoTyped: async () => {
      const { spec, position } = store.getState();
      if (spec === null || spec.typed.length === 0) return text('no-typed');
      const batch = core.batches.pop() ?? [spec.typed.length - 1];
      const first = Math.min(...batch);
      const at = (spec.typed[first]?.before ?? 0) + first;
      pause();
      const removed = batch.length;
      core.batches.splice(
        0,
        core.batches.length,
        ...core.batches.map((other) => other.map((typed) => (typed > first ? typed - removed : typed))),
      );
      // Back to where the first of them would have begun, unless one stands before that anyway.
      const stays = position.operation < at;
      return open(core, withoutTyped(spec, batch), {
        position: stays ? position : at === 0 ? AT_START : { operation: at - 1, step: -1 },
        address: 'replace',
      });
    },
    parse: async (what, source) => {
      const parsed = await core.client?.call('parse', { what, text: source }).catch(() => null);
      return parsed ?? { problem: text('not-ready'), complaints: [], commands: [], keys: [], size: 0 };
    },
    exportText: async (format) => {
      const { lab, position } = store.getState();
      if (!lab || !core.client) return '';
      const { text: exported } = await core.client.call('export', {
        labKey: lab.labKey,
        format,
        ...position,
      });
      return exported;
    },
  };
};
