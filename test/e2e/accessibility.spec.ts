import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { atRest, button, EARLY_STOP, expect, lane, open, region, slider, test } from './app.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Text that is still fading in has no contrast yet; nobody reads it in these 140 ms. */
function arrived(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const fading = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations === 1);
    return Promise.allSettled(fading.map(({ finished }) => finished)).then(() => null);
  });
}

async function violations(page: Page): Promise<string[]> {
  await arrived(page);
  const { violations: found } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.target.join(' ')} ${one.failureSummary}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`nothing serious for axe, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('at rest, during round 1, at the end', async ({ page }) => {
      await open(page);
      await button(page, 'Pause').click();
      expect.soft(await violations(page), 'at rest').toEqual([]);
      for (const [name, atMs] of Object.entries({
        'stop notice': 1020,
        'round 1': 2500,
        paused: 4240,
        end: 30_000,
      })) {
        await open(page, { stops: EARLY_STOP, atMs });
        expect.soft(await violations(page), name).toEqual([]);
      }
      await open(page, { stops: EARLY_STOP, atMs: 29_900 });
      await button(page, 'Play').click();
      await expect(page.getByRole('dialog', { name: 'x0’s move, summed up' })).toBeVisible();
      await expect(page.getByRole('table', { name: 'Beside plain pre-copy' })).toBeVisible();
      expect.soft(await violations(page), 'summary').toEqual([]);
    });

    test('with each panel open, and presenting', async ({ page }) => {
      await open(page, { stops: EARLY_STOP, atMs: 2500 });
      for (const [name, title] of [
        ['Parameters', 'Parameters'],
        ['Share', 'Share this run'],
        ['Help', 'How to read and drive this page'],
      ] as const) {
        await button(page, name).click();
        await expect(page.getByRole('dialog', { name: title })).toBeVisible();
        expect.soft(await violations(page), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }

      await lane(page, 'Round-trip time').getByRole('button').click();
      await page.getByRole('region', { name: 'Picked ping' }).getByRole('button', { name: 'Why?' }).click();
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
      expect.soft(await violations(page), 'picked ping and Why').toEqual([]);
      await page.keyboard.press('Escape');

      await page.getByRole('application', { name: /^Memory of x0 on node 1/ }).click();
      await expect(region(page, 'Lens on the memory of x0')).toBeVisible();
      await page.getByRole('application', { name: /Enter picks/ }).click();
      await expect(region(page, 'Picked page').getByRole('heading', { level: 3 })).toBeVisible();
      expect.soft(await violations(page), 'lens and picked page').toEqual([]);

      await page.keyboard.press('Escape');
      await slider(page).press('Home');
      await atRest(page, 0);
      await button(page, 'Stop node 3').click();
      await button(page, /^Branches/).click();
      await expect(page.getByRole('dialog', { name: 'Branches' })).toBeVisible();
      expect.soft(await violations(page), 'branches').toEqual([]);
      await page.keyboard.press('Escape');

      await slider(page).press('p');
      await expect(button(page, 'Leave')).toBeVisible();
      expect.soft(await violations(page), 'presenting').toEqual([]);
    });
  });
}
