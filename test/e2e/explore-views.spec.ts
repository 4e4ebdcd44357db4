import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { button, done, expect, openExplore, region, setUp, smallSweep, test } from './explore.ts';

/** What sticks out of the page sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const view = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();

/** All rows are there and have come to rest. */
async function ranked(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const ranking = window.__migrascope.explore?.getState().ranking;
    return ranking?.busy === false && ranking.result !== null && document.getAnimations().length === 0;
  });
  await expect(region(page, 'Ranking')).toBeVisible();
}

test('a map is walked by keys alone, told, and its variants are laid over each other', async ({ page }) => {
  await openExplore(page);
  await setUp(page, smallSweep);
  await button(page, /^Start/).press('Enter');
  await done(page);
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(grid.getByRole('gridcell')).toHaveAccessibleName(/: .*\.$/);
  const readout = region(page, 'Read-out');
  await expect(readout.getByRole('button', { name: 'Open this run' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(readout.getByRole('button', { name: 'Open this run' })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  // Into the run and back: the focus is where it was.
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.__migrascope.migration?.getState().lab);
  await page.goBack();
  await expect(grid).toBeFocused();
  await readout
    .getByRole('button', { name: /^Compare with/ })
    .first()
    .press('Enter');
  await expect(page.getByRole('table', { name: 'Figures' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/against|same figures/);
});

test('a parameter of the ranking opens its sweep', async ({ page }) => {
  await openExplore(page);
  await setUp(page, smallSweep);
  await view(page, 'What matters');
  await page.getByRole('combobox', { name: 'Seeds' }).selectOption('1');
  await button(page, 'Rank all parameters').click();
  await ranked(page);
  const first = region(page, 'Ranking').getByRole('row').nth(1).getByRole('button');
  const name = await first.textContent();
  await first.click();
  await expect(page.getByRole('radio', { name: 'Sweep' })).toBeChecked();
  await done(page);
  await expect(region(page, 'Read-out').getByRole('heading')).toContainText(name ?? '');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`nothing serious for axe, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('in each view, with each panel', async ({ page }) => {
      await openExplore(page);
      expect.soft(await violations(page), 'before it is run').toEqual([]);
      await setUp(page, smallSweep);
      await button(page, /^Start/).click();
      await done(page);
      await page.getByRole('grid').press('ArrowRight');
      expect.soft(await violations(page), 'a place is picked').toEqual([]);
      await page.getByRole('radio', { name: 'Numbers' }).check();
      expect.soft(await violations(page), 'numbers').toEqual([]);
      for (const [name, title] of [
        ['Set up', 'Set up a sweep'],
        ['Share', 'Share this sweep'],
        ['Help', 'How to explore'],
      ] as const) {
        await button(page, name).click();
        await expect(page.getByRole('dialog', { name: title })).toBeVisible();
        expect.soft(await violations(page), title).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await view(page, 'What matters');
      await button(page, 'Rank all parameters').click();
      await ranked(page);
      expect.soft(await violations(page), 'ranking').toEqual([]);
      await view(page, 'Compare');
      expect.soft(await violations(page), 'comparison').toEqual([]);
    });
  });

for (const [width, height] of [
  [1024, 768],
  [390, 844],
] as const)
  test(`nothing sticks out at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openExplore(page);
    for (const name of ['Sweep', 'What matters', 'Compare']) {
      await view(page, name);
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
    }
  });
