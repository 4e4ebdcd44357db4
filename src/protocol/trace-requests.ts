/** What every worker that replays page traces can be asked about imported ones. */
import type { Trace } from '../engine/memory/trace.ts';

export interface TraceRequests {
  /** which of these it has not */
  missingTraces: {
    request: { readonly names: readonly string[] };
    reply: { readonly missing: readonly string[] };
  };
  addTrace: { request: { readonly trace: Trace }; reply: { readonly name: string } };
}
