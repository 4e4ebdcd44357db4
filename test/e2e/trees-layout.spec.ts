import type { Locator, Page } from '@playwright/test';
import { boxOf, clipped, overlapping, SIZES, scroll, smallTexts } from './measure.ts';
import {
  atRest,
  button,
  expect,
  input,
  openTrees,
  region,
  STILL,
  sentence,
  test,
  toDecision,
  toQuestion,
  tree,
  type,
  zipf,
} from './trees.ts';

test.use(STILL);

const REGIONS = ['Tree', 'Rule', 'Predict', 'Race', 'Ledger', 'Operations'] as const;

/** Parts that stand beside each other, group by group. */
async function overlaps(page: Page, stacked: boolean): Promise<string[]> {
  // On a phone the bar stays at the foot while the rest goes by under it.
  const regions = REGIONS.filter((name) => !(stacked && name === 'Operations'));
  const parts: [string, Locator][] = [
    ['header', page.getByRole('banner')],
    ...regions.map((name): [string, Locator] => [name, region(page, name)]),
  ];
  // What a phone is not for is not there: typing and choosing.
  const typing: [string, Locator][] = [
    ['speed', page.getByRole('combobox', { name: 'Speed' })],
    ['number', page.getByRole('textbox', { name: 'Operation number' })],
    ['input', input(page)],
    ['Run', button(page, 'Run')],
  ];
  const bar: [string, Locator][] = [
    ['sentence', sentence(page)],
    ['playback', page.getByRole('group', { name: 'Playback' })],
    ['strip', page.getByRole('group', { name: 'Operations around this one' })],
    ['slider', page.getByRole('slider', { name: 'Operation', exact: true })],
    ...(stacked ? [] : typing),
  ];
  const header: [string, Locator][] = [
    ['Trees', page.getByRole('link', { name: 'Trees' })],
    ['Failover', page.getByRole('link', { name: 'Failover' })],
    ['kind', page.getByRole('combobox', { name: 'Tree' })],
    ['Help', button(page, 'Help')],
  ];
  return (await Promise.all([parts, bar, header].map(overlapping))).flat();
}

/** Parts that stick out of the region they belong to. */
async function stickingOut(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const name of REGIONS) {
    const outer = await boxOf(region(page, name));
    const inner = await region(page, name)
      .locator('h1, h2, button, select, input, table, ol, fieldset, [role=alert], p')
      .evaluateAll((all) =>
        all
          .filter((one) => {
            const { overflowX, overflowY } = getComputedStyle(one.parentElement ?? one);
            const scrolls = one.closest('ol, ul, [class*=side], [class*=body], [class*=panel]');
            return (
              one.checkVisibility() &&
              !one.closest('[popover]') &&
              overflowX !== 'auto' &&
              overflowY !== 'auto' &&
              (!scrolls || scrolls.scrollHeight <= scrolls.clientHeight + 1)
            );
          })
          .map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            return {
              x,
              y,
              width,
              height,
              text: `${one.tagName} ${(one.textContent ?? '').trim().slice(0, 40)}`,
            };
          })
          .filter(({ width, height }) => width > 1 && height > 1),
      );
    for (const { x, y, width, height, text } of inner) {
      const out =
        x < outer.x - 1 ||
        y < outer.y - 1 ||
        x + width > outer.x + outer.width + 1 ||
        y + height > outer.y + outer.height + 1;
      if (out) found.push(`${name}: ${text}`);
    }
  }
  return found;
}

/**
 * What is shortened on purpose and stands in full elsewhere may be: the lab's button (its panel), names of trees (the
 * choice in the header), the ledger's caption (the sentence), and on stage, where it is read out, the picture's.
 */
async function cutOff(page: Page, presenting = false): Promise<string[]> {
  const elsewhere = presenting
    ? /^_(words|title|about)_/
    : /^_(words|title)_|^_about_\w+: (access|find|insert|delete) /;
  return (await clipped(page)).filter((text) => !elsewhere.test(text));
}

async function looksRight(
  page: Page,
  when: string,
  viewport: { width: number; height: number },
): Promise<void> {
  const { across, down } = await scroll(page);
  expect.soft(across, `sideways ${when}`).toBe(0);
  if (viewport.width === 1440) expect.soft(down, `downwards ${when}`).toBe(0);
  if (viewport.width === 1024)
    expect.soft(down, `downwards ${when}`).toBeLessThanOrEqual(viewport.height * 0.15);
  expect.soft(await overlaps(page, viewport.width < 900), when).toEqual([]);
  expect.soft(await stickingOut(page), when).toEqual([]);
  expect.soft(await cutOff(page), when).toEqual([]);
  expect.soft(await smallTexts(page, 12), when).toEqual([]);
}

for (const viewport of SIZES)
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('fits, and nothing lies over anything or is cut off', async ({ page }) => {
      await openTrees(page, { at: { operation: 340, step: 0 } });
      await looksRight(page, 'at rest', viewport);
      await toDecision(page);
      await looksRight(page, 'at a decision', viewport);

      if (viewport.width > 900) {
        await type(page, 'insert 2147483647 -2147483648; delete 15');
        await button(page, 'Pause').click();
        await atRest(page);
        await type(page, 'insert 5 banana');
        await expect(region(page, 'Operations').getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
        await looksRight(page, 'with the longest keys and a refusal', viewport);
      }

      await openTrees(page, {
        spec: { tree: tree('semi-splay'), start: 'balanced:127', stream: zipf(200_000) },
        at: { operation: 199_998, step: 4 },
      });
      await looksRight(page, 'far on in a long lab', viewport);
      const predict = region(page, 'Predict');
      await toQuestion(page);
      await looksRight(page, 'with a question open', viewport);
      await page.keyboard.press('1');
      await expect(predict).toContainText(/Right\.|Wrong, it is/);
      await looksRight(page, 'with its answer', viewport);
    });
  });

test.describe('presenting', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('large letters, nothing essential in the lowest eighth, nothing cut off', async ({ page }) => {
    await openTrees(page, { spec: { tree: tree('splay') } });
    await page.keyboard.press('p');
    await expect(button(page, 'Leave')).toBeVisible();
    for (const when of ['at rest', 'at a decision']) {
      if (when === 'at a decision') await toDecision(page);
      expect.soft(await smallTexts(page, 20), when).toEqual([]);
      expect.soft(await scroll(page), when).toEqual({ across: 0, down: 0 });
      expect.soft(await cutOff(page, true), when).toEqual([]);
      for (const part of [sentence(page), region(page, 'Tree')]) {
        const { y, height } = await boxOf(part);
        expect.soft(y + height, `${when}: ${part}`).toBeLessThanOrEqual(768 * (7 / 8) + 1);
      }
    }
  });
});
