export const WORDS = {
  claimBefore: 'Do the rounds others printed follow from a simple model?',
  claimGood:
    'Two classes of pages with the right total can tell the printed rounds: within {error} (median, worst of {cases} cases)',
  claimBad:
    'Two classes of pages with the right total miss the printed rounds by {error} (median, worst of {cases} cases)',
  intro:
    'Rounds of live migrations as Clark et al. printed them in 2005 (Xen, 100 to 500 Mb/s), quoted from memory of the publication, beside a model of a few hot pages and many cold ones, each class written uniformly. Of the printed figures only the sum of all bytes was used to choose its numbers; how it spreads over the rounds is what the model is judged by.',
  honest:
    'The sum determines one number; the others had to be settled beforehand, and that matters: with other shares of hot pages that would have been as plausible, the servers’ rounds are off by 15 to 115 % in the median. So this shows that such a model can tell the rounds, not that the total alone tells them.',
  progress: 'Fitting the published cases',
  printed: 'printed',
  model: 'model',
  rounds:
    '{name}: bytes of each round. Printed {count} rounds, {total} in all; model {modelCount} rounds, {modelTotal} in all.',
  memory: '{memory} of memory',
  figures: { printed: 'Printed', model: 'Model', error: 'Error' },
  total: 'Total bytes (fitted to)',
  downtime: 'Downtime',
  round: 'Rounds, median error',
  parameters: 'Hot: {hot} pages, {hotWrites} writes/s. Cold: {cold} pages, {coldWrites} writes/s.',
  table: 'As a table',
  roundHead: { round: 'Round', printed: 'Printed', model: 'Model', error: 'Error' },
  source: 'Source: {source}',
} as const;
