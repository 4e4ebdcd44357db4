/** Every view for axe, in the states that have the most on screen; header, faults and panels are looked at elsewhere. */
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
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
      expect.soft(await violations(page, 'main'), 'the link is down').toEqual([]);
      await page.keyboard.press('Escape');
      await openMigration(page, { lab: ready('destination-dies'), atMs: MID_ROUND_MS });
      await page.keyboard.press('End');
      await page.keyboard.press('b');
      await expect(alert(page)).toHaveCount(1);
      await openAll(page);
      expect.soft(await violations(page, 'main'), 'the VM is lost, and a notice').toEqual([]);
      await openMigration(page, { lab: ready('working-set'), atMs: 1000 });
      await openAll(page);
      await button(page, 'Table').click();
      expect.soft(await violations(page, 'main'), 'held back, and the rounds as a table').toEqual([]);
    });

    test('all strategies, the workload and its tables', async ({ page }) => {
      await openMigration(page, { view: 'all' });
      await page.waitForFunction(() => {
        const { compare, catalogue } = window.__migrascope.migration?.getState() ?? {};
        return compare?.busy === false && compare.result?.length === catalogue?.comparison.length;
      });
      expect.soft(await violations(page, 'main'), 'all strategies').toEqual([]);
      await openMigration(page, { view: 'workload' });
      await judged(page);
      await seek(page, 2300);
      expect.soft(await violations(page, 'main'), 'workload').toEqual([]);
      const tables = page.getByRole('button', { name: /, as a table$/ });
      while ((await tables.count()) > 0) await tables.first().click();
      expect.soft(await violations(page, 'main'), 'its tables').toEqual([]);
    });

    // The colours there are those of the other pictures.
    if (colorScheme === 'dark') return;
    test('on a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await openMigration(page, { atMs: MID_ROUND_MS });
      await atRest(page);
      expect.soft(await violations(page, 'main'), '390 × 844').toEqual([]);
    });
  });
