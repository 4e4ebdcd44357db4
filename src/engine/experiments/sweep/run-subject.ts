/** Any subject run whole. */
import type { TraceLibrary } from '../../memory/trace.ts';
import type { Outcome } from './outcome.ts';
import { runFailover } from './run-failover.ts';
import { runMigration } from './run-migration.ts';
import { runTrees } from './run-trees.ts';
import type { Subject } from './spec.ts';

/** Yields how far it is, 0–1; slicing never changes the result. A subject that cannot be run is told as "refused". */
export function runSubject(
  subject: Subject,
  library: TraceLibrary,
  wantsCurves: boolean,
): Generator<number, Outcome, void> {
  switch (subject.kind) {
    case 'failover':
      return runFailover(subject.run, library, wantsCurves);
    case 'migration':
      return runMigration(subject.spec, library, wantsCurves);
    case 'trees':
      return runTrees(subject.lab, library, wantsCurves);
  }
}

/** A whole run with its figures and its curves. */
export function runOutcome(subject: Subject, library: TraceLibrary): Generator<number, Outcome, void> {
  return runSubject(subject, library, true);
}
