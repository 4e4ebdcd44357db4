/** A kept failover as thin lines behind the run on screen. */

import { sameJson } from '../../protocol/merge.ts';
import { decodeLink } from '../../protocol/read-link.ts';
import { activeBranch } from '../select.ts';
import { itemOf, type KeptCore, say } from './core.ts';

/** Drawn as far as it was watched when it was kept, and as far as the run on screen is. */
export async function drawBehind(core: KeptCore, id: number): Promise<boolean> {
  const item = itemOf(core, id);
  const state = core.env.app();
  const branch = activeBranch(state);
  const { catalogue } = state;
  if (item === null) return false;
  if (branch === null || catalogue === null) {
    say(core, 'error', 'ghost-needs-run', { name: item.name });
    return false;
  }
  const place = decodeLink(item.link, catalogue.defaultRun);
  if ('problem' in place) {
    core.store.setState({ notice: { kind: 'error', text: place.problem } });
    return false;
  }
  if (sameJson(place.run, branch.run)) {
    say(core, 'error', 'ghost-is-same', { name: item.name });
    return false;
  }
  const untilUs = Math.max(place.atUs ?? 0, branch.reachedUs);
  const problem = await state.actions.ghostRun(place.run, item.name, untilUs);
  if (problem !== null) core.store.setState({ notice: { kind: 'error', text: problem } });
  return problem === null;
}
