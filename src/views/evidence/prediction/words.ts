export const WORDS = {
  claimBefore: 'Does it help to predict the working set?',
  claimHardly:
    'Predicting the working set hardly helps here: in the mean {bytes} at best ({best}), and {oracle} with an oracle that knows the future',
  claimHelps:
    'Predicting the working set helps here: in the mean {bytes} with {best}, and {oracle} with an oracle that knows the future',
  claimCosts:
    'Predicting the working set does not help here: in the mean {bytes} even with {best}, and {oracle} with an oracle that knows the future',
  result:
    'Mean over {workloads} workloads against no prediction: {best} {bytes}, {time}, {downtime}; {worst}, the least good, {worstBytes}. The largest gain is with {largestWorkload}: {largestPredictor}, {largest}.',
  lazy: 'The lazy counting tree: {lazyBytes}; plain LRU: {lruBytes}.',
  both: '{result} {lazy}',
  bytes: { less: '{size} fewer bytes', more: '{size} more bytes' },
  time: { less: '{size} less time', more: '{size} more time' },
  downtime: { less: 'a pause {size} shorter', more: 'a pause {size} longer' },
  setup:
    'Working-set pre-copy with 256 pages held back from round 1, in a VM of 32 MiB at a pace that makes round 1 as long as that of paper A’s 256 MiB; four programs recorded, three synthetic workloads. Each figure is a mean over nine seeds, since one round more or less outweighs what a prediction saves.',
  guess:
    'Precision: the share of the guessed pages that were written in round 1. Recall: the share of the written pages that were guessed. The oracle is the bound of recall always, of bytes as far as the stop rule’s chance lets one see it.',
  progress: 'Simulating predictors over workloads',
  against: 'none: {bytes}, {time}, {downtime}',
  notConverged: 'did not converge',
  head: {
    predictor: 'Predictor',
    bytes: 'Bytes',
    time: 'Total time',
    downtime: 'Downtime',
    precision: 'Precision',
    recall: 'Recall',
  },
  mean: 'Mean over all workloads',
  dots: {
    title: 'Against no prediction',
    measure: 'Measure',
    axis: 'per cent more (+) or less (−) than without prediction',
    summary:
      'What each predictor changes in {measure}, a line for each workload, the line at 0 being no prediction. The tables below hold the figures.',
    lazy: 'lazy counting',
    lru: 'LRU',
    others: 'other predictors',
    oracle: 'oracle, knows the future',
  },
} as const;
