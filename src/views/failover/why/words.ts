import type { WhyTarget } from '../../../protocol/requests.ts';

/** Texts of the Why panel; slots as in protocol/texts. */
export const WHY_WORDS = {
  loading: 'Looking for the causes.',
  none: 'No cause is known at this moment: it has not happened yet, or was so from the start.',
  because: 'because',
  madeOf: 'made of',
  pauseMadeOf: 'the pause is made of',
  adds: '{sign}{ms} ms',
  total: 'Together {ms} ms',
  bar: '{parts}; together {ms} ms',
  part: '{title} {ms} ms',
  goThere: 'Go to {at:us3}',
  goThereLabel: 'Go to {at:us3}: {title}',
  source: 'Source: {source}',
  close: 'Close',
  closeLabel: 'Close the causes',
} as const;

export const WHY_TITLES: Readonly<Record<WhyTarget['kind'], string>> = {
  ping: 'Where did this ping’s time go?',
  round: 'Why this round?',
  stop: 'Why did the rounds end?',
  rotation: 'Why did the tree turn?',
  phase: 'Why this phase?',
  now: 'Why is this happening?',
};
