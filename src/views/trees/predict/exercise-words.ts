/** What an exercise says, in words. */

import { format } from '../../../protocol/texts.ts';
import type { ExerciseCheck } from '../../../protocol/trees/requests.ts';
import { DIFFERENCES, WORDS } from './words.ts';

/** @param used operations done @param moves operations the target was made with */
export function checkWords(check: ExerciseCheck | null, used: number, moves: number): string {
  if (used === 0) return WORDS.noCheck;
  if (check?.done !== true) return WORDS.notYet;
  return used <= moves ? WORDS.doneBest : WORDS.done;
}

export function movesWords(used: number): string {
  return used === 0 ? WORDS.movesNone : format(WORDS.movesUsed, { used });
}

export function differenceWords({ template, slots }: NonNullable<ExerciseCheck['difference']>): string {
  return format(DIFFERENCES[template] ?? template, slots);
}
