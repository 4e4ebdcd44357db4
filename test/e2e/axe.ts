/** What axe finds serious on the page, one line a place. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * In the dark only what colours can do wrong is looked at: the rest is the same page.
 * @param part a selector; without it the whole page
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  // Text that is still fading in has no contrast yet.
  await page.evaluate(() => {
    const fading = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations === 1);
    return Promise.allSettled(fading.map(({ finished }) => finished)).then(() => null);
  });
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const axe = new AxeBuilder({ page });
  if (part !== undefined) axe.include(part);
  const { violations: found } = await (dark
    ? axe.withRules(['color-contrast'])
    : axe.withTags(STANDARDS)
  ).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.target.join(' ')} ${one.failureSummary}`));
}
