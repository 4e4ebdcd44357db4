/** What answers a request of the trees' worker: a plain reply, or a job that the host runs in slices. */
import type { Lab } from '../../engine/lab/lab.ts';
import type {
  TreesReplyOf,
  TreesRequestName,
  TreesRequestOf,
  TreesRequests,
} from '../../protocol/trees/requests.ts';
import type { Progress } from '../../protocol/wire.ts';
import type { ImportedTraces } from '../imported-traces.ts';

export interface TreesContext {
  /** page traces somebody imported, as far as they were handed over */
  readonly imported: ImportedTraces;
  /** @throws Error with one sentence if no lab of that key is open */
  lab(key: string): Lab;
  /** milliseconds of any steady clock, for what is measured in wall time */
  now(): number;
  /** things one request leaves for a later one (answers, exercises), by key; the oldest are forgotten */
  keep(key: string, value: unknown): void;
  /** undefined if nothing was kept under the key, or it is forgotten */
  kept(key: string): unknown;
}

export type Handler<N extends TreesRequestName> = (
  context: TreesContext,
  request: TreesRequestOf<N>,
) => TreesReplyOf<N> | Generator<Progress<TreesRequests, N>, TreesReplyOf<N>, void>;

export type Handlers = { [N in Exclude<TreesRequestName, 'frame' | 'describe' | 'open'>]: Handler<N> };
