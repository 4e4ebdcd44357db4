/** Paper A's tables beside the run on screen, and the experiments they come from. */
import type { PaperRuns, PaperValue } from '../protocol/requests.ts';
import { WorkerGone } from '../worker/client.ts';
import { type Core, raise } from './core.ts';
import { openRun } from './runs.ts';
import { activeBranch } from './select.ts';

const asking = new WeakMap<Core, { busy: boolean; again: boolean }>();

/** Brings the tables up to the farthest moment of the run on screen; one question at a time. */
export function readTables(core: Core): void {
  const asked = asking.get(core) ?? { busy: false, again: false };
  asking.set(core, asked);
  if (asked.busy) {
    asked.again = true;
    return;
  }
  const branch = activeBranch(core.store.getState());
  // A worker started since does not know the run yet; the next moment asks again.
  if (!branch || !core.client || !core.opened.has(branch.key)) return;
  asked.busy = true;
  core.client
    .call('tables', { runKey: branch.key, untilUs: branch.reachedUs })
    .then(({ values, fills }) => {
      const { tables } = core.store.getState();
      const untouched = branch.run.commands.length === 0;
      core.store.setState({ tables: merged(tables, values, fills, untouched) });
    })
    .catch((reason: unknown) => {
      if (!(reason instanceof WorkerGone)) raise(reason);
    })
    .finally(() => {
      asked.busy = false;
      if (asked.again) {
        asked.again = false;
        readTables(core);
      }
    });
}

/** A table is that of the last run that fills it; a run in which nothing was done takes none away. */
export function merged(
  before: readonly PaperValue[] | null,
  now: readonly PaperValue[],
  fills: readonly PaperValue['table'][],
  untouched: boolean,
): readonly PaperValue[] {
  if (before === null) return now;
  return now.map((value, i) => {
    const old = before[i];
    if (old === undefined) return value;
    if (!fills.includes(value.table)) return old;
    return untouched && value.simulated === null ? old : value;
  });
}

/** One of the paper's experiments, as the paper has it, from its start. */
export async function playPaperRun(core: Core, name: keyof PaperRuns): Promise<void> {
  const run = core.store.getState().catalogue?.paperRuns[name];
  if (run === undefined) return;
  await openRun(core, run, { atUs: 0, playing: true, address: 'push' });
}
