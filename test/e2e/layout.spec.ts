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

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** Before, in the middle of, and after the move. */
const MOMENTS_MS = [500, 2500, 4240, 30_000];

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box;
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(width, height);
}

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
  const found: string[] = [];
  for (const group of [parts, inside, strip]) {
    const boxes: [string, Box][] = [];
    for (const [name, locator] of group) boxes.push([name, await boxOf(locator)]);
    boxes.forEach(([name, box], i) => {
      for (const [other, its] of boxes.slice(i + 1))
        if (overlap(box, its) > 1) found.push(`${name} over ${other}`);
    });
  }
  return found;
}

/** Texts cut off by a box that hides what does not fit; labels in the picture may be, they are told elsewhere too. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (!hides || !element.checkVisibility() || element.clientWidth < 2 || element.clientHeight < 2)
        continue;
      const text = element.textContent?.trim() ?? '';
      if (text === '' || element.closest('[aria-hidden=true]') || element.querySelector('[role=slider]'))
        continue;
      if (element.scrollWidth > element.clientWidth + 1)
        found.push(`${element.className}: ${text.slice(0, 60)}`);
    }
    return found;
  });
}

const scroll = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { across: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });

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

/** Visible texts smaller than so many px, and how small they are. */
function smallTexts(page: Page, least: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !text.textContent?.trim() || parent.closest('script, style, option, [hidden]')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { width, height } = range.getBoundingClientRect();
      const box = parent.getBoundingClientRect();
      // What is written for screen readers only has a box of a pixel.
      if (width < 2 || height < 2 || box.width < 2 || box.height < 2) continue;
      const svg = parent.closest('svg');
      const scale = svg ? (svg.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (size < limit - 0.05) found.add(`${size.toFixed(1)} px: ${text.textContent.trim().slice(0, 40)}`);
    }
    return [...found];
  }, least);
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
