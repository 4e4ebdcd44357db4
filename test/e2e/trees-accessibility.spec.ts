import { violations } from './axe.ts';
import {
  atRest,
  button,
  expect,
  nodeOf,
  openTrees,
  region,
  STILL,
  test,
  toDecision,
  toQuestion,
  tree,
  type,
  zipf,
} from './trees.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`nothing serious for axe, ${colorScheme}`, () => {
    test.use({ ...STILL, colorScheme });

    test('at rest, at a decision, at a question and its answer, in a set and its score', async ({ page }) => {
      await openTrees(page);
      expect.soft(await violations(page), 'at rest').toEqual([]);
      await toDecision(page);
      expect.soft(await violations(page), 'at a decision').toEqual([]);

      await openTrees(page, { spec: { tree: tree('splay') } });
      const predict = region(page, 'Predict');
      await toQuestion(page);
      expect.soft(await violations(page), 'a question is open').toEqual([]);
      await page.keyboard.press('1');
      await expect(predict).toContainText(/Right\.|Wrong, it is/);
      expect.soft(await violations(page), 'it is answered').toEqual([]);
      await page.keyboard.press('Escape');

      await openTrees(page, {
        spec: { tree: tree('splay'), stream: zipf(90) },
        asked: { mode: 'set', seed: 3, count: 2, kinds: [] },
      });
      for (const place of ['question 1 of 2', 'question 2 of 2']) {
        await expect(predict).toContainText(place);
        await atRest(page);
        await page.keyboard.press('2');
        await expect(predict).toContainText(/Right\.|Wrong, it is/);
        await page.keyboard.press('Enter');
      }
      await expect(predict.getByRole('heading', { name: /^Score/ })).toBeVisible();
      expect.soft(await violations(page), 'score').toEqual([]);
    });

    test('with each panel open, and presenting', async ({ page }) => {
      await openTrees(page, { spec: { stream: zipf(60) } });
      for (const [name, title] of [
        [/^Zipf/, 'Lab'],
        ['Shape', 'Load a shape or a list of keys'],
        ['Export', 'Export'],
        ['Share', 'Share this lab'],
        ['Help', 'How to read and drive the trees'],
        ['Against size …', 'Cost and time of an access against the number of keys'],
      ] as const) {
        await button(page, name).click();
        await expect(page.getByRole('dialog', { name: title })).toBeVisible();
        expect.soft(await violations(page), title).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await button(page, 'Trees …').click();
      await expect(page.getByRole('dialog', { name: 'Trees that race' })).toBeVisible();
      expect.soft(await violations(page), 'trees that race').toEqual([]);
      await page.keyboard.press('Escape');

      await region(page, 'Race').getByRole('radio', { name: 'Trees' }).check();
      await expect(region(page, 'Race').getByRole('figure')).toBeVisible();
      await type(page, 'insert banana');
      await expect(region(page, 'Operations').getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
      expect.soft(await violations(page), 'the trees of the race, a refusal').toEqual([]);
      await page.keyboard.press('Escape');

      await nodeOf(page, 3).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect.soft(await violations(page), 'menu of a node').toEqual([]);
      await page.keyboard.press('Escape');
      for (const offer of ['A set of questions…', 'Build a shape…']) {
        await region(page, 'Predict').getByRole('button', { name: offer }).click();
        await expect(region(page, 'Predict').getByRole('button', { name: 'Start' })).toBeVisible();
        expect.soft(await violations(page), offer).toEqual([]);
        await region(page, 'Predict').getByRole('button', { name: 'Cancel' }).click();
      }

      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('p');
      await expect(button(page, 'Leave')).toBeVisible();
      await toDecision(page);
      expect.soft(await violations(page), 'presenting').toEqual([]);
    });

    // The colours there are those of the other pictures.
    if (colorScheme === 'dark') return;
    test('on a phone, and a large tree', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await openTrees(page);
      await toDecision(page);
      expect.soft(await violations(page), '390 × 844').toEqual([]);
      await page.setViewportSize({ width: 1440, height: 900 });
      await openTrees(page, { spec: { start: 'balanced:2000', stream: zipf(60) } });
      await toDecision(page);
      expect.soft(await violations(page), '2,000 keys').toEqual([]);
    });
  });
