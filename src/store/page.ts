/**
 * What the page's address asks of all stores beside the run itself (protocol/embed.ts). As a rule nothing: only where it
 * does, `embed.ts` is loaded and fills this in, before anything is drawn.
 */
import type { LockName } from '../protocol/embed.ts';
import type { Workspace } from '../protocol/link.ts';

export const page = {
  /** one panel of it stands in somebody else's page: nothing opens by itself */
  embedded: false,
  /** whether what opens plays at once; null = as always */
  plays: null as boolean | null,
  /** one sentence where the link fixes this, else null */
  refusal: (_lock: LockName): string | null => null,
  /** a workspace's actions as the link allows them */
  guarded: <A extends object>(_workspace: Workspace, actions: A, _state: () => unknown): A => actions,
};
