/** Page traces that somebody imported, as the page has handed them to this worker. A new worker has none of them. */
import type { Trace } from '../engine/memory/trace.ts';
import type { TraceRequests } from '../protocol/trace-requests.ts';

/** Of 80 MiB at most each; who needs an older one again hands it over again. */
const MOST_KEPT = 3;

export class ImportedTraces {
  /** most recently used last */
  private kept: readonly Trace[] = [];

  missing({ names }: TraceRequests['missingTraces']['request']): TraceRequests['missingTraces']['reply'] {
    return { missing: names.filter((name) => this.find(name) === undefined) };
  }

  add({ trace }: TraceRequests['addTrace']['request']): TraceRequests['addTrace']['reply'] {
    // Frozen, so that no snapshot copies it.
    const own = Object.freeze({ ...trace });
    this.kept = [...this.kept.filter(({ name }) => name !== own.name), own].slice(-MOST_KEPT);
    return { name: own.name };
  }

  find(wanted: string | null): Trace | undefined {
    const found = this.kept.find(({ name }) => name === wanted);
    if (found !== undefined) this.kept = [...this.kept.filter((trace) => trace !== found), found];
    return found;
  }
}
