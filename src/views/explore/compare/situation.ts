/** What a comparison shows, in a sentence with its numbers. */
import { percentOf, signedText } from '../../../layout/explore/quantity.ts';
import type { ComparedRun } from '../../../store/explore/types.ts';
import { plainText } from '../../shared/template.ts';
import { inSentence, type Said } from '../situation.ts';
import { WORDS as SUBJECTS, type SubjectOption, sameSubject } from '../subjects.ts';
import { type FigurePair, leadingDifferences } from './differences.ts';
import { WORDS } from './words.ts';

/** Why these two cannot be compared, else null. */
export function pairProblem(a: SubjectOption | undefined, b: SubjectOption | undefined): Said | null {
  if (a === undefined || b === undefined) return { template: WORDS.ask, slots: {} };
  if (a.subject.kind !== b.subject.kind)
    return {
      template: WORDS.kinds,
      slots: {
        a: a.name,
        b: b.name,
        kindA: SUBJECTS.kinds[a.subject.kind],
        kindB: SUBJECTS.kinds[b.subject.kind],
      },
    };
  if (sameSubject(a.subject, b.subject)) return { template: WORDS.same, slots: { a: a.name } };
  return null;
}

export function comparedSaid(
  [a, b]: readonly [ComparedRun, ComparedRun],
  pairs: readonly FigurePair[],
): Said {
  for (const { name, outcome } of [a, b])
    if (outcome !== null && outcome.problem !== null)
      return { template: WORDS.refused, slots: { name, problem: outcome.problem } };
  if (a.outcome === null || b.outcome === null) return { template: WORDS.running, slots: {} };
  const [one, two] = leadingDifferences(pairs);
  if (one === undefined) return { template: WORDS.equal, slots: {} };
  const slots = { a: a.name, b: b.name, one: differenceText(one) };
  return two === undefined
    ? { template: WORDS.differsOne, slots }
    : { template: WORDS.differs, slots: { ...slots, two: differenceText(two) } };
}

function differenceText({ info, change, a, quantity, share }: FigurePair): string {
  return plainText(share === null ? WORDS.differPlain : WORDS.differ, {
    figure: inSentence(info.label),
    change: signedText(change, quantity),
    percent: percentOf(change, a),
  });
}
