/** The Evidence page: measured runs, a log of one's own, a wrong one, and what may stand in the address. */
import AxeBuilder from '@axe-core/playwright';
import { button, claim, expect, openEvidence, region, test, twinsDone } from './evidence.ts';

test('the measured runs stand beside their twins, and one of them leads to the Migration workspace', async ({
  page,
}) => {
  await openEvidence(page);
  await twinsDone(page);
  await expect(claim(page, 'machine')).toContainText(/0\.\d\d\s% off in the median/);
  await expect(page.getByText('120 of 120')).toBeVisible();

  const runs = region(page, 'All runs');
  await runs.getByRole('button', { name: /^Run/ }).click();
  await runs.getByRole('button', { name: /^Open/ }).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const detail = region(page, 'One run');
  await expect(detail.getByRole('img', { name: /^Remaining memory over time/ })).toBeVisible();
  expect(page.url()).toContain('run=');
  await detail.getByRole('link', { name: /Migration workspace/ }).click();
  await page.waitForFunction(() => window.__migrascope.migration?.getState().opened !== null);
  expect(page.url()).toContain('#/migration?v=1&move=');
});

test('a link leads to a section, and the list says which one is read', async ({ page }) => {
  await openEvidence(page, '?show=prediction');
  await expect(claim(page, 'prediction')).toBeInViewport();
  const list = page.getByRole('navigation', { name: 'Sections' });
  await expect(list.locator('[aria-current]')).toHaveText('Does prediction help?');
  await list.getByRole('link', { name: 'Your own log' }).click();
  await expect(claim(page, 'log')).toBeInViewport();
  expect(page.url()).toContain('show=log');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`nothing serious for axe, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('with everything open', async ({ page }) => {
      await openEvidence(page, '?run=u-256-64-h16-8000-d30.1');
      await twinsDone(page);
      await button(page, 'Try an example').click();
      await expect(claim(page, 'log')).toContainText(/^example-log\.jsonl: /);
      for (const details of await page.locator('main details').all())
        await details.evaluate((element) => element.setAttribute('open', ''));
      // In the dark only what colours can do wrong is looked at: the rest is the same page.
      // Rows of measured runs are alike.
      const axe = new AxeBuilder({ page }).exclude('#evidence-machine tbody tr:nth-child(n + 9)');
      const { violations } = await (colorScheme === 'dark'
        ? axe.withRules(['color-contrast'])
        : axe
      ).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    });
  });
