/** The recorded page traces, fetched only for those who replay them. */
import { type TraceLibrary, traceLibrary } from '../../engine/memory/trace.ts';
import type { Subject, SweepVariant } from '../../protocol/explore/requests.ts';
import type { ExploreContext } from './handler.ts';

const NONE = traceLibrary([]);
const PATTERN = 'vm.workload.pattern';
const STREAM = 'stream.kind';

/** @param variants what else the subject is run as */
export async function libraryFor(
  { library }: ExploreContext,
  subject: Subject,
  variants: readonly SweepVariant[] = [],
): Promise<TraceLibrary> {
  return replays(subject, variants) ? library() : NONE;
}

function replays(subject: Subject, variants: readonly SweepVariant[]): boolean {
  switch (subject.kind) {
    case 'trees':
      return subject.lab.stream.kind === 'trace' || variants.some(({ set }) => set[STREAM] === 'trace');
    case 'migration':
      return (
        subject.spec.vm.workload.pattern === 'trace' || variants.some(({ set }) => set[PATTERN] === 'trace')
      );
    case 'failover':
      return true;
  }
}
