/** What can be taken from the Failover workspace. */
import { encodeLink } from '../protocol/link.ts';
import type { Core } from './core.ts';
import { activeBranch } from './select.ts';
import type { Taken } from './taken.ts';

export function takeFailover({ store }: Core): Taken | null {
  const state = store.getState();
  const branch = activeBranch(state);
  const defaults = state.catalogue?.defaultRun;
  if (!branch || !defaults) return null;
  const { run } = branch;
  return {
    workspace: 'failover',
    name: branch.label,
    link: encodeLink({ workspace: 'failover', run, atUs: state.atUs }, defaults),
    file: { name: 'scenario.json', json: { ...run.scenario, commands: run.commands } },
    subject: { kind: 'failover', run },
    figures: [],
    series: [],
    texts: [],
  };
}
