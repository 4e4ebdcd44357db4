/** Every view for axe, in the states that have the most on screen; header, faults and panels are looked at elsewhere. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  alert,
  atRest,
  button,
  expect,
  judged,
  MID_ROUND_MS,
  openMigration,
  ready,
  region,
  STILL,
  seek,
  test,
} from './migration.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In the dark only what colours can do wrong is looked at: the rest is the same page. */
async function violations(page: Page): Promise<string[]> {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const axe = new AxeBuilder({ page }).include('main');
  const { violations: found } = await (dark
    ? axe.withRules(['color-contrast'])
    : axe.withTags(STANDARDS)
  ).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.target.join(' ')} ${one.failureSummary}`));
}

const openAll = async (page: Page) => {
  const closed = region(page, 'Figures').locator('button[aria-expanded=false]');
  while ((await closed.count()) > 0) await closed.first().click();
};

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`nothing serious for axe, ${colorScheme}`, () => {
    test.use({ ...STILL, colorScheme });

    test('a run with all figures open, a page picked, a link that is down, a VM that is lost', async ({
      page,
    }) => {
      await openMigration(page, { lab: ready('link-drops'), atMs: 1300 });
      await judged(page);
      await page.evaluate(() => window.__migrascope.migration?.getState().actions.pickPage(12_345));
      await expect(region(page, /^Page 12,345 on side A$/)).toBeVisible();
      await openAll(page);
      expect.soft(await violations(page), 'the link is down').toEqual([]);
      await page.keyboard.press('Escape');
      await openMigration(page, { lab: ready('destination-dies'), atMs: MID_ROUND_MS });
      await page.keyboard.press('End');
      await page.keyboard.press('b');
      await expect(alert(page)).toHaveCount(1);
      await openAll(page);
      expect.soft(await violations(page), 'the VM is lost, and a notice').toEqual([]);
      await openMigration(page, { lab: ready('working-set'), atMs: 1000 });
      await openAll(page);
      await button(page, 'Table').click();
      expect.soft(await violations(page), 'held back, and the rounds as a table').toEqual([]);
    });

    test('all strategies, the workload and its tables', async ({ page }) => {
      await openMigration(page, { view: 'all' });
      await page.waitForFunction(() => {
        const { compare, catalogue } = window.__migrascope.migration?.getState() ?? {};
        return compare?.busy === false && compare.result?.length === catalogue?.comparison.length;
      });
      expect.soft(await violations(page), 'all strategies').toEqual([]);
      await openMigration(page, { view: 'workload' });
      await judged(page);
      await seek(page, 2300);
      expect.soft(await violations(page), 'workload').toEqual([]);
      const tables = page.getByRole('button', { name: /, as a table$/ });
      while ((await tables.count()) > 0) await tables.first().click();
      expect.soft(await violations(page), 'its tables').toEqual([]);
    });

    // The colours there are those of the other pictures.
    if (colorScheme === 'dark') return;
    test('on a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await openMigration(page, { atMs: MID_ROUND_MS });
      await atRest(page);
      expect.soft(await violations(page), '390 × 844').toEqual([]);
    });
  });
