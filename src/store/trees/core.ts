/** What the parts of the trees' store share beside the state itself. One object, made with the store. */
import type { StoreApi } from 'zustand/vanilla';
import type { TreesRequests } from '../../protocol/trees/requests.ts';
import type { WorkerClient } from '../../worker/client.ts';
import type { TreesEnvironment } from './environment.ts';
import type { TreesState } from './types.ts';

export interface TreesCore {
  readonly store: StoreApi<TreesState>;
  env: TreesEnvironment | null;
  client: WorkerClient<TreesRequests> | null;
  /** grows with every lab; answers for older ones are dropped */
  generation: number;
  /** the workspace is on screen */
  active: boolean;
  /** the operation at whose end playback stops; null = at the last */
  playUntil: number | null;
  /** so many operations were typed together, the newest last: what `undoTyped` takes back at once */
  readonly batches: number[][];
  /** when the worker died, ms */
  readonly deathsMs: number[];
  /** tells the address bar that what is on screen has changed */
  addressChanged: (how: 'push' | 'replace') => void;
  /** a lab being made ready */
  opening: AbortController | null;
  /** called when another lab is on screen: what was computed for the one before is stale */
  readonly onLab: (() => void)[];
  /** called when another moment is on screen */
  readonly onMoment: (() => void)[];
  /** asked before playback or a step goes forward; false = something waits for the user first (a question) */
  readonly mayGoOn: (() => boolean)[];
}

export function patch(core: TreesCore, part: Partial<TreesState>): void {
  core.store.setState(part);
}

/**
 * A slice of the store: the state it begins with and its actions. It subscribes itself to `onLab`, `onMoment` and
 * `mayGoOn` when it is made.
 */
export type Slice<Actions extends keyof TreesState['actions']> = (
  core: TreesCore,
) => Pick<TreesState['actions'], Actions>;
