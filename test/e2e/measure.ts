/** What stands where on the page: boxes, what lies over what, what is cut off, what is too small to read. */
import type { Locator, Page } from '@playwright/test';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box;
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(width, height);
}

/** Those of some parts that lie over each other. */
export async function overlapping(parts: readonly (readonly [string, Locator])[]): Promise<string[]> {
  const found: string[] = [];
  const boxes: [string, Box][] = [];
  for (const [name, locator] of parts) boxes.push([name, await boxOf(locator)]);
  boxes.forEach(([name, box], i) => {
    for (const [other, its] of boxes.slice(i + 1))
      if (overlap(box, its) > 1) found.push(`${name} over ${other}`);
  });
  return found;
}

/** Texts cut off by a box that hides what does not fit; labels in the picture may be, they are told elsewhere too. */
export function clipped(page: Page): Promise<string[]> {
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

export const scroll = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { across: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });

/** Visible texts smaller than so many px, and how small they are. */
export function smallTexts(page: Page, least: number): Promise<string[]> {
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
