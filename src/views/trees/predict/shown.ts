import type { PredictState } from '../../../store/trees/types.ts';

/** What is being set up while nothing is asked. */
export type Form = 'none' | 'set' | 'build';

/** What the panel shows. */
export function shownOf(predict: PredictState, neverRotates: boolean, form: Form) {
  if (predict.mode === 'build') return 'exercise';
  if (predict.mode === 'off' && form === 'build') return form;
  if (neverRotates) return 'nothing';
  if (predict.mode === 'off') return form === 'none' ? 'off' : form;
  if (predict.finished) return 'score';
  return predict.question === null ? 'waiting' : 'question';
}
