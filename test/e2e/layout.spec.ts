import type { Locator, Page } from '@playwright/test';
import {
  atRest,
  button,
  EARLY_STOP,
  expect,
  lane,
  node,
  open,
  region,
  sentence,
  slider,
  test,
} from './app.ts';
import { boxOf, clipped, overlapping, SIZES, scroll, smallTexts } from './measure.ts';

/** Before, in the middle of, and after the move. */
const MOMENTS_MS = [500, 2500, 4240, 30_000];

/** Pairs of main parts that lie over each other. */
async function overlaps(page: Page): Promise<string[]> {
  const parts: [string, Locator][] = [
    ['header', page.getByRole('banner')],
    ['sentence', sentence(page)],
    ['Why?', page.getByRole('main').getByRole('button', { name: 'Why?' }).first()],
    ['Cluster', region(page, 'Cluster')],
    ['Timeline', region(page, 'Timeline')],
    ['Page tree', region(page, 'Page tree')],
  ];
  const inside: [string, Locator][] = [
    ['node 1', node(page, 1)],
    ['node 2', node(page, 2)],
    ['node 3', node(page, 3)],
    ['storage', page.getByRole('article', { name: 'storage' })],
  ];
  const strip: [string, Locator][] = [
    ['slider', slider(page)],
    ['playback', page.getByRole('group', { name: 'Playback' })],
    ['rounds', region(page, 'Rounds, scrollable')],
  ];
  return (await Promise.all([parts, inside, strip].map(overlapping))).flat();
}

for (const viewport of SIZES) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('fits, and nothing lies over anything', async ({ page }) => {
      for (const atMs of MOMENTS_MS) {
        await open(page, { stops: EARLY_STOP, atMs });
        const { across, down } = await scroll(page);
        expect.soft(across, `sideways at ${atMs} ms`).toBe(0);
        if (viewport.width === 1440) expect.soft(down, `downwards at ${atMs} ms`).toBe(0);
        expect.soft(await overlaps(page), `at ${atMs} ms`).toEqual([]);
        expect.soft(await clipped(page), `at ${atMs} ms`).toEqual([]);
        expect.soft(await smallTexts(page, 12), `at ${atMs} ms`).toEqual([]);
      }
    });
  });
}

for (const { width, height, present } of [...SIZES, { width: 1024, height: 768, present: true }].map(
  (size) => ({ present: false, ...size }),
)) {
  test(`the card of a picked ping is wholly on the page: ${width} px${present ? ', presenting' : ''}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, { stops: EARLY_STOP, atMs: 30_000 });
    if (present) await slider(page).press('p');
    const strip = await boxOf(region(page, 'Timeline'));
    for (const key of ['End', 'Home']) {
      await slider(page).press(key);
      await atRest(page);
      await lane(page, 'Round-trip time').getByRole('button').click();
      const card = region(page, 'Picked ping');
      await expect(card.getByText('total')).toBeVisible();
      const inside = async () => {
        const box = await boxOf(card);
        return box.x >= strip.x && box.x + box.width <= strip.x + strip.width;
      };
      await expect.poll(inside, `after ${key}`).toBe(true);
      await card.getByRole('button', { name: 'Close the picked ping' }).click();
    }
  });
}

test.describe('presenting at 1024 × 768', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('large letters, nothing essential in the lowest eighth, nothing cut off', async ({ page }) => {
    for (const atMs of MOMENTS_MS) {
      await open(page, { stops: EARLY_STOP, atMs });
      if (!(await button(page, 'Leave').isVisible())) await slider(page).press('p');
      await expect(button(page, 'Leave')).toBeVisible();
      await atRest(page, atMs);
      expect.soft(await smallTexts(page, 20), `at ${atMs} ms`).toEqual([]);
      const { across, down } = await scroll(page);
      expect.soft({ across, down }, `at ${atMs} ms`).toEqual({ across: 0, down: 0 });
      const lowest = 768 * (7 / 8);
      const essentials: [string, Locator][] = [
        ['sentence', sentence(page)],
        ['Cluster', region(page, 'Cluster')],
        ['slider', slider(page)],
        ['node 1', node(page, 1)],
        ['node 2', node(page, 2)],
      ];
      for (const [name, locator] of essentials) {
        const box = await boxOf(locator);
        expect.soft(box.y + box.height, `${name} at ${atMs} ms`).toBeLessThanOrEqual(lowest + 1);
      }
      expect.soft(await clipped(page), `at ${atMs} ms`).toEqual([]);
    }
  });
});
