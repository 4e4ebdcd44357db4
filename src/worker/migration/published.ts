/** Published migrations and the model fitted to them. */
import { type PublishedFit, publishedFits } from '../../engine/experiments/published-fits.ts';
import type { Handler } from './handler.ts';

export const published: Handler<'published'> = () => fitSteps();

function* fitSteps(): Generator<number, { fits: readonly PublishedFit[] }, void> {
  const fits: PublishedFit[] = [];
  for (const fit of publishedFits()) {
    fits.push(fit);
    yield fits.length / (fits.length + 1);
  }
  return { fits };
}
