import { IDLE } from '../long-work.ts';
import type { PredictState, TreesState } from './types.ts';

export const NO_PREDICT: PredictState = {
  mode: 'off',
  seed: 1,
  count: 10,
  size: 0,
  kinds: [],
  questions: [],
  at: 0,
  question: null,
  chosen: null,
  answer: null,
  right: 0,
  asked: 0,
  given: [],
  finished: false,
  exercise: null,
  check: null,
  problem: null,
};

/** The workspace before its worker answered for the first time. */
export function initialState(): Omit<TreesState, 'actions'> {
  return {
    status: 'loading',
    notice: null,
    catalogue: null,
    spec: null,
    lab: null,
    opening: null,
    moment: null,
    position: { operation: 0, step: 0 },
    playing: false,
    speed: { unit: 'steps', factor: 1 },
    window: { from: 0, to: 1_000_000 },
    detail: 1,
    picked: null,
    predict: NO_PREDICT,
    contestants: ['lazy-counting', 'cbtree', 'splay', 'semi-splay', 'balanced'].map((kind) => ({
      kind,
      parameters: {},
    })),
    race: IDLE,
    racers: null,
    figures: IDLE,
    weights: 'equal',
    ledger: null,
    ledgerRun: IDLE,
    panel: 'none',
  };
}
