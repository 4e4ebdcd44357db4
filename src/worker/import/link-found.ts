/** A link that was pasted: read as its workspace would read it, so that a broken one is told before anything moves. */
import { defaultMove } from '../../engine/experiments/moves.ts';
import { readySweeps } from '../../engine/experiments/sweep/ready.ts';
import { defaultLab } from '../../engine/lab/spec.ts';
import { defaultRun } from '../../engine/simulation/default-scenario.ts';
import { decodeExploreLink } from '../../protocol/explore-link.ts';
import type { Found } from '../../protocol/import/requests.ts';
import { SENTENCES } from '../../protocol/import/words.ts';
import { WORKSPACES, type Workspace } from '../../protocol/link.ts';
import { clip } from '../../protocol/link-text.ts';
import { decodeEvidenceLink } from '../../protocol/migration/evidence-link.ts';
import { decodeMoveLink } from '../../protocol/migration/link.ts';
import { decodeLink } from '../../protocol/read-link.ts';
import { decodeTreesLink } from '../../protocol/trees/link.ts';
import { type CheckContext, checkLab, checkMove, checkRun, checkSweep } from './check.ts';
import { Refusal } from './refusal.ts';

const EXPLORE_DEFAULTS = {
  defaults: { failover: defaultRun, migration: defaultMove, trees: defaultLab },
  readySweeps,
};

/** @param hash with its '#' @throws Refusal */
export async function linkFound(hash: string, context: CheckContext): Promise<Found> {
  const named = hash.replace(/^#\/?/, '').split('?')[0] ?? '';
  const workspace = WORKSPACES.find((known) => known === named);
  if (workspace === undefined) throw new Refusal(SENTENCES.noWorkspace, { workspace: clip(named) });
  await check(workspace, hash, context);
  return { kind: 'link', workspace, hash };
}

async function check(workspace: Workspace, hash: string, context: CheckContext): Promise<void> {
  switch (workspace) {
    case 'failover':
      return checkRun(good(decodeLink(hash, defaultRun)).run, context);
    case 'migration':
      return checkMove(good(decodeMoveLink(hash, defaultMove)).lab);
    case 'trees':
      return checkLab(good(decodeTreesLink(hash, defaultLab)).spec);
    case 'explore': {
      const place = good(decodeExploreLink(hash, EXPLORE_DEFAULTS));
      checkSweep(place.sweep);
      return;
    }
    case 'evidence':
      good(decodeEvidenceLink(hash));
      return;
  }
}

function good<T extends object>(decoded: T | { problem: string }): T {
  if ('problem' in decoded) throw new Refusal(decoded.problem);
  return decoded;
}
