/** Header, faults and panels of the Migration workspace: they fit every window, and axe finds nothing serious in them. */
import { violations } from './axe.ts';
import { atRest, button, expect, openMigration, test } from './migration.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`nothing serious for axe, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('in the header, the faults and every panel', async ({ page }) => {
      await openMigration(page, { atMs: 1200 });
      await page.keyboard.press('b');
      await page.waitForFunction(() => window.__migrascope.migration?.getState().undoable === 1);
      await atRest(page);
      expect.soft(await violations(page, 'header'), 'header').toEqual([]);
      expect.soft(await violations(page, '[aria-label="Faults"]'), 'faults').toEqual([]);
      for (const name of ['Setup', 'Strategies', 'Share', 'Help']) {
        await button(page, name).click();
        const dialog = page.getByRole('dialog');
        await expect(dialog).toBeVisible();
        if (name === 'Setup') {
          const closed = dialog.locator('h3 > button[aria-expanded=false]');
          while ((await closed.count()) > 0) await closed.first().click();
        }
        expect.soft(await violations(page, '[role=dialog]'), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      }
    });
  });

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('controls stand in the header without sticking out, and the run fits the screen', async ({
      page,
    }) => {
      await openMigration(page, { atMs: 1200 });
      const narrow = width < 700;
      if (narrow) await button(page, 'Menu').click();
      for (const name of ['Setup', 'Share', 'Help'])
        await expect(button(page, name)).toBeInViewport({ ratio: 1 });
      for (const side of ['A', 'B'])
        await expect(page.getByRole('combobox', { name: `Strategy of side ${side}` })).toBeInViewport({
          ratio: 1,
        });
      if (narrow) await button(page, 'Menu').click();
      const size = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        high: document.documentElement.scrollHeight,
        header: document.querySelector('header')?.offsetHeight ?? 0,
      }));
      expect(size.wide).toBe(width);
      expect(size.header).toBeLessThanOrEqual(narrow ? 116 : 48);
      if (!narrow) expect(size.high).toBe(height);
    });
  });
