export const WORDS = {
  claimBefore: 'Does it help to predict the working set?',
  claimHardly:
    'Predicting the working set hardly helps here: at best {bytes} bytes in the mean ({best}), and the oracle, which knows the future, {oracle}',
  claimHelps:
    'Predicting the working set helps here: {bytes} bytes in the mean with {best}; the oracle, which knows the future, {oracle}',
  claimCosts:
    'Predicting the working set does not help here: even {best} sends {bytes} bytes in the mean; the oracle, which knows the future, {oracle}',
  result:
    'Over {workloads} workloads, {best} sends {bytes} bytes, takes {time} time and pauses the VM {downtime} against no prediction; the least good, {worst}, sends {worstBytes}. It gains most with {largestWorkload}: {largestPredictor} sends {largest}. {lazy}',
  lazy: 'The lazy counting tree sends {lazyBytes}, plain LRU {lruBytes}.',
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
} as const;

/** As people know them; a kind that is not here is called by its name in the catalogue. */
export const PREDICTOR_NAMES: Readonly<Record<string, string>> = {
  none: 'none',
  lru: 'LRU',
  'lru-k': 'LRU-K',
  fbr: 'FBR',
  lrfu: 'LRFU',
  'lru-sp': 'LRU-SP',
  'lazy-counting': 'lazy counting',
  oracle: 'oracle',
};
