/** Page traces that somebody imported, as the page has handed them to this worker. A new worker has none of them. */
import type { Trace } from '../engine/memory/trace.ts';
import type { TraceRequests } from '../protocol/trace-requests.ts';

/** Of 80 MiB at most each; who needs an older one again hands it over again. */
const MOST_KEPT = 3;

export class ImportedTraces {
  /** most recently used last */
  private kept: readonly Trace[] = [];
  private coming: Trace | null = null;

  missing({ names }: TraceRequests['missingTraces']['request']): TraceRequests['missingTraces']['reply'] {
    return { missing: names.filter((name) => this.find(name) === undefined) };
  }

  add({ part }: TraceRequests['addTrace']['request']): TraceRequests['addTrace']['reply'] {
    const { name, rows, pageCount, from } = part;
    if (from === 0)
      this.coming = { name, pages: new Int32Array(rows), writes: new Uint8Array(rows), pageCount };
    const { coming } = this;
    if (coming?.name !== name) throw new Error(`The page trace "${name}" came in part; import it again.`);
    coming.pages.set(part.pages, from);
    coming.writes.set(part.writes, from);
    if (from + part.pages.length < rows) return { complete: false };
    this.coming = null;
    // Frozen, so that no snapshot copies it.
    const own = Object.freeze(coming);
    this.kept = [...this.kept.filter((other) => other.name !== name), own].slice(-MOST_KEPT);
    return { complete: true };
  }

  find(wanted: string | null): Trace | undefined {
    const found = this.kept.find(({ name }) => name === wanted);
    if (found !== undefined) this.kept = [...this.kept.filter((trace) => trace !== found), found];
    return found;
  }
}
