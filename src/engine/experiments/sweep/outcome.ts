/** What a run came to, whatever it is a run of. */
import { figuresOf } from './figures.ts';
import type { RunOutcome, SubjectKind } from './spec.ts';

export type Outcome = RunOutcome;

/** It cannot be run. @param problem one sentence */
export function refused(kind: SubjectKind, problem: string): Outcome {
  return { outcome: 'refused', problem, figures: figuresOf(kind, {}), curves: [] };
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
