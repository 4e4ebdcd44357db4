/** What answers a request of a worker that explores: a plain reply, or a job that the host runs in slices. */
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type {
  ExploreReplyOf,
  ExploreRequestName,
  ExploreRequestOf,
} from '../../protocol/explore/requests.ts';

export interface ExploreContext {
  /** all recorded page traces */
  library(): Promise<TraceLibrary>;
}

type Steps<N extends ExploreRequestName> = Generator<number | undefined, ExploreReplyOf<N>, void>;

export type Handler<N extends ExploreRequestName> = (
  context: ExploreContext,
  request: ExploreRequestOf<N>,
) => ExploreReplyOf<N> | Steps<N> | Promise<ExploreReplyOf<N> | Steps<N>>;

export type Handlers = { [N in Exclude<ExploreRequestName, 'frame' | 'describe'>]: Handler<N> };
