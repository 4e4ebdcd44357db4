/** Published migrations and the model fitted to them. */
import { type PublishedFit, publishedFits } from '../../engine/experiments/published-fits.ts';
import type { Handler } from './handler.ts';
import { shareOf } from './simulate.ts';

/** as many as there are today */
const EXPECTED = 3;

export const published: Handler<'published'> = function* () {
  const fits: PublishedFit[] = [];
  for (const fit of publishedFits()) {
    fits.push(fit);
    yield shareOf(fits.length / (EXPECTED + 1));
  }
  return { fits };
};
