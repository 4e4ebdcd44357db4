/** The words of the ledger. Terms in brackets open their definitions. */
import type { LedgerCurve } from '../../../layout/trees/ledger-chart.ts';
import type { LedgerWeights } from '../../../protocol/trees/model.ts';

export const LEDGER_WORDS = {
  region: 'Ledger',
  title: 'Ledger',
  views: 'What the ledger shows',
  one: 'this operation',
  all: 'all operations',
  caption: 'Ledger of {operation}',
  operation: { access: 'access {key}', find: 'find {key}', insert: 'insert {key}', delete: 'delete {key}' },
  hidden: 'The ledger opens when you have answered.',
  empty: 'No operation, no cost.',
  later: '…',
  visited: 'Nodes visited',
  rotations: '[rotation|Rotations]',
  cost: 'Cost, levels climbed',
  change: 'Change of the [potential|potential], ΔΦ',
  besides: 'besides {amount}',
  besidesMeaning:
    'What Φ changed without a rotation: because a node was linked or unlinked, or accesses were counted. The access lemma does not speak of it.',
  amortised: '[amortised cost|Amortised cost], cost + ΔΦ',
  bound: '[access lemma|Bound], 3([rank|r](root) − r(x)) + 1',
  boundNumbers: '3({root} − {x}) + 1 =',
  boundSum: 'over its splays',
  noBound:
    '[access lemma|Access lemma]: proved for splay and semi-splay; for this tree no such bound is shown.',
  bars: { amortised: 'amortised {value}', bound: 'bound {value}' },
  weights: '[weight|Weights]',
  weightsName: 'Weights of the keys',
  weight: { equal: 'equal', stream: 'by the stream', counts: 'by the tree’s counts' } satisfies Record<
    LedgerWeights,
    string
  >,
  weightMeaning: {
    equal: 'Every key weighs 1.',
    stream: 'As often as the stream asks for it.',
    counts: 'As often as the tree counted it.',
  } satisfies Record<LedgerWeights, string>,
} as const;

export const RUN_WORDS = {
  chart:
    'Sums over the operations: {cost} levels climbed, {amortised} amortised, after {operations} operations',
  chartProved:
    'Sums over the operations: {cost} levels climbed, {amortised} amortised, at most {bound} by the theorem, after {operations} operations',
  start: 'Sum up all {operations} operations',
  busy: 'Summing up, {percent}',
  progress: 'Summing up',
  cancel: 'Cancel',
  x: 'operations',
  y: 'levels, summed up',
  curve: {
    bound: 'Σ [access lemma|bound] + Φ₀ − Φ',
    amortised: 'Σ [amortised cost|amortised]',
    cost: 'Σ cost',
  } satisfies Record<LedgerCurve, string>,
  unproved: '[access lemma|bound]: none is shown for this tree',
} as const;
