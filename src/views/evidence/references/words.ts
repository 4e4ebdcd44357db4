import type { SpanName } from '../../../protocol/migration/requests.ts';

export const WORDS = {
  claimBefore: 'Do trees and round trips come out as others found them, with more than one seed?',
  claim:
    'Over {seeds} seeds the trees’ paths are within {median} of the reference in the median, {worst} ({worstTree}) at most; round trips within {rtt}',
  intro:
    'Each figure is a mean over the seeds 1 to 20, with its least and largest seed. The trees’ references were measured with independent implementations over five seeds: 1,000 keys, 100,000 finds from a balanced start, hot keys scattered at random; nodes visited per access in the second half, single rotations per access over the whole run.',
  balanced:
    'What the balanced tree visits depends only on where the hottest keys happen to lie: with a few seeds its mean is off by chance, which its range shows. The reference’s CBTree was an approximation.',
  progress: 'Running the references over 20 seeds',
  uniform: 'Uniform',
  zipf: 'Zipf {exponent}',
  tree: 'Tree',
  path: 'Nodes visited per access',
  rotations: 'Rotations per access',
  reference: 'reference',
  here: 'here',
  range: 'least – largest',
  error: 'error',
  spans: 'Round trip of the pinged guest, ms',
  span: 'Span',
  printed: 'printed in [A]',
  gains: 'What prediction does to the same move',
  prediction: 'Predictor, pages held back',
  bytes: 'bytes sent',
  change: 'against none',
  move: 'first page to activation',
  downtime: 'downtime',
  none: 'none (plain pre-copy)',
  held: '{predictor}, {pages}',
  heldUntil: '{predictor}, {pages}, until the stop',
  rangeText: '{least} – {most}',
} as const;

export const SPAN_NAMES: Readonly<Record<SpanName, string>> = {
  before: 'before the stop',
  'during-script': 'during the stream, paper’s script',
  'during-stock': 'during the stream, stock',
  after: 'just after activation',
  recovered: 'recovered, at 30 s',
  move: 'first page to activation',
};
