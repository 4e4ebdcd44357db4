/**
 * A run that is not on screen becomes the thin line behind the one that is. The worker is asked for it at once, so that
 * neither the screen nor the browser's history makes a detour over it.
 */
import type { Micros } from '../base/units.ts';
import { sameJson } from '../protocol/merge.ts';
import type { Run } from '../protocol/model.ts';
import { type Core, inTurn } from './core.ts';
import { addBranch, newBranch, open, rename } from './runs.ts';
import { absorb, noRows } from './series.ts';
import type { BranchRecord } from './types.ts';

/** A seek of the user's overtakes; then it is asked once more. */
const TRIES = 20;

/**
 * @param label what the line is called where the run is not among the branches yet
 * @param untilUs how far it is drawn at least
 * @returns one sentence when it cannot be opened, else null
 */
export function ghostRun(core: Core, run: Run, label: string, untilUs: Micros): Promise<string | null> {
  return inTurn(core, async () => {
    let branch = core.store.getState().branches.find((candidate) => sameJson(candidate.run, run));
    if (!branch || !core.opened.has(branch.key)) {
      const opened = await open(core, run, null);
      if (!opened) return null;
      if ('problem' in opened) return opened.problem;
      if (branch) rename(core, branch, opened.key);
      else branch = addBranch(core, newBranch(opened.key, run, { label }));
    }
    await fill(core, branch, untilUs);
    core.store.setState({ ghostKey: branch.key });
    return null;
  });
}

/** The clock stands meanwhile: its frames would overtake this one. */
async function fill(core: Core, branch: BranchRecord, untilUs: Micros): Promise<void> {
  core.opening += 1;
  try {
    for (let tries = 0; branch.reachedUs < untilUs && tries < TRIES; tries++) {
      const frame = await core.client?.frame({
        runKey: branch.key,
        generation: core.generation,
        toUs: untilUs,
        have: { historyRevision: -1, series: noRows() },
        wantPages: false,
        treeProcess: -1,
        treeRows: 0,
      });
      if (!frame) continue;
      core.stale.delete(branch.key);
      for (const chunk of frame.series) absorb(branch.series, chunk);
      branch.history = frame.history;
      branch.farHistory = frame.history;
      branch.reachedUs = untilUs;
    }
  } finally {
    core.opening -= 1;
  }
}
