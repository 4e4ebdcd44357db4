/** Which workspace is on screen. The others rest: their clocks stand, their state stays. */
import type { Workspace } from '../protocol/link.ts';
import { type Core, inTurn, raise } from './core.ts';

export function showWorkspace(core: Core, workspace: Workspace): void {
  core.store.setState({ workspace, panel: 'none', why: null });
  // The Failover workspace opens its run when it is asked for first, which may be never.
  if (workspace !== 'failover' || core.begun || core.env === null) return;
  core.begun = true;
  inTurn(core, core.begin).catch(raise);
}
