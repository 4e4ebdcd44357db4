import type { Page } from '@playwright/test';
import { PAGE_STATE } from '../../src/base/columns.ts';
import { GRID_COLUMNS, lensAround, lensCell, pageGrid, tileOfPage } from '../../src/layout/page-grid.ts';
import { atRest, EARLY_STOP, expect, lane, numberIn, open, region, shownMs, slider, test } from './app.ts';

const grid = pageGrid(65_536);

/** A page in the middle of a run of such pages, so that a click has no need of luck. */
const pageInState = (page: Page, state: number) =>
  page.evaluate((wanted) => window.__migrascope.store.getState().frame?.pages?.indexOf(wanted) ?? -1, state);

/** Clicks a page as one does: its tile in the memory of node 1, then the page itself in the lens. */
async function pickByMouse(page: Page, number: number): Promise<void> {
  const memory = page.getByRole('application', { name: /^Memory of x0 on node 1/ });
  const tile = tileOfPage(grid, number);
  const box = await memory.boundingBox();
  if (!box) throw new Error('x0’s memory is not on the page.');
  await memory.click({
    position: {
      x: (((tile % GRID_COLUMNS) + 0.5) / GRID_COLUMNS) * box.width,
      y: ((Math.floor(tile / GRID_COLUMNS) + 0.5) / grid.rows) * box.height,
    },
  });
  const map = region(page, 'Lens on the memory of x0').getByRole('application');
  const cell = lensCell(grid, lensAround(grid, tile), number);
  const place = await map.boundingBox();
  if (!cell || !place) throw new Error('The lens does not show the page.');
  const across = grid.lensTiles * grid.side;
  await map.click({
    position: { x: ((cell.x + 0.5) / across) * place.width, y: ((cell.y + 0.5) / across) * place.height },
  });
}

test('a page picked by mouse lights up in grid and rounds, with its history', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 4150 });
  const number = await pageInState(page, PAGE_STATE.writtenAgain);
  expect(number).toBeGreaterThanOrEqual(0);
  await pickByMouse(page, number);

  const panel = region(page, 'Picked page');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(
    `Page ${number.toLocaleString('en')} of x0`,
  );
  await expect(panel).toContainText('written after it was sent: must go once more');
  const story = panel.getByRole('list').getByRole('button');
  const told = await story.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
  expect(told.at(-1)).toMatch(/written again$/);
  expect(told.some((text) => /sent in round \d/.test(text))).toBe(true);
  const times = told.map((text) => Number(/Go to ([\d.]+)/.exec(text)?.[1]));
  expect(times).toEqual([...times].sort((a, b) => a - b));

  await expect(page.locator('[data-node="0"] [data-kind="picked"]').first()).toBeVisible();
  await expect(region(page, 'Timeline').locator('tbody tr[data-page]').first()).toBeVisible();

  await story.last().click();
  await atRest(page);
  expect(await shownMs(page)).toBeCloseTo((times.at(-1) ?? 0) * 1000, -1);
  await panel.getByRole('button', { name: 'Close the page and forget the pick' }).click();
  await expect(panel).toBeHidden();
  await expect(page.locator('[data-kind="picked"]')).toHaveCount(0);
});

test('a page picked in the tree is the same page in the grid', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  const item = region(page, 'Page tree').getByRole('treeitem').nth(3);
  const key = /^page (\d+),/.exec((await item.getAttribute('aria-label')) ?? '')?.[1];
  await item.click();
  const panel = region(page, 'Picked page');
  await expect(panel).toContainText(`as its page ${key}`);
  await expect(item).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-node="0"] [data-kind="picked"]')).toBeVisible();
  const depth = await item.getAttribute('aria-level');
  await expect(panel).toContainText(`depth ${Number(depth) - 1}, `);
});

test('the memory can be walked and picked by keys', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  const memory = page.getByRole('application', { name: /^Memory of x0 on node 1/ });
  await memory.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  const map = region(page, 'Lens on the memory of x0').getByRole('application');
  await expect(map).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  // One tile to the right of the first, one below: page 16 × (64 + 1), and one more.
  await expect(region(page, 'Picked page').getByRole('heading', { level: 2 })).toHaveText('Page 1,041 of x0');
  await page.keyboard.press('Escape');
  await expect(memory).toBeFocused();
});

test('a ping picked by mouse shows where its time went, down to the written page', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 3000 });
  const plot = await slider(page).boundingBox();
  const trip = await page.locator('[data-lane="trip"]').boundingBox();
  if (!plot || !trip) throw new Error('There is no lane of round trips.');
  // Where a ping can be picked, the pointer says so.
  const x = plot.x + plot.width * 0.6;
  let found = false;
  for (let y = trip.y + 2; y < trip.y + trip.height && !found; y += 2) {
    await page.mouse.move(x, y);
    found = (await slider(page).evaluate((element) => getComputedStyle(element).cursor)) === 'pointer';
    if (found) await page.mouse.click(x, y);
  }
  expect(found).toBe(true);

  const card = region(page, 'Picked ping');
  await expect(card.getByRole('term')).toHaveText(['wire', 'hypervisor', 'queue', 'tail', 'noise', 'total']);
  const values = await card.getByRole('definition').allTextContents();
  const parts = values.slice(0, -1).map((text) => numberIn(text) * (/[−-]/.test(text) ? -1 : 1));
  const total = numberIn(values.at(-1) ?? '');
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 2);
  expect(total).toBeGreaterThan(0.8);
  await expect(page.locator('[data-lane="trip"]')).toBeVisible();

  await card.getByRole('button', { name: 'Why?' }).click();
  const why = page.getByRole('dialog', { name: 'Where did this ping’s time go?' });
  const links = why.getByRole('listitem');
  await expect(links.first()).toContainText('This ping took');
  const delays = await links.locator('[class*=delay]').allTextContents();
  const together = numberIn((await why.getByText(/^Together/).textContent()) ?? '');
  const sum = delays.reduce((all, text) => all + numberIn(text) * (/[−-]/.test(text) ? -1 : 1), 0);
  expect(sum).toBeCloseTo(together, 3);
  expect(together).toBeCloseTo(total, 1);
  for (const words of ['batch', 'round', 'written'])
    await expect(why.getByRole('list')).toContainText(new RegExp(words, 'i'));
  await expect(why.getByText(/^Source: /).first()).toBeVisible();

  const go = why.getByRole('button', { name: /^Go to/ }).last();
  const seconds = Number(/Go to ([\d.]+)/.exec((await go.textContent()) ?? '')?.[1]);
  await go.click();
  await atRest(page);
  expect((await shownMs(page)) / 1000).toBeCloseTo(seconds, 2);
  await expect(lane(page, 'Round-trip time')).toBeVisible();
});

test('why: of a round, of a rotation, of this moment', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 4400 });
  await region(page, 'Timeline').getByRole('button', { name: 'Why? After round 5: → last' }).click();
  const why = page.getByRole('dialog');
  await expect(why.getByRole('listitem').first()).toBeVisible();
  await expect(why.getByRole('heading', { name: 'Why did the rounds end?' })).toBeVisible();
  await expect(why).toContainText(/fewer than 50/);
  await page.keyboard.press('Escape');
  await region(page, 'Page tree').getByRole('button', { name: 'Why?' }).click();
  await expect(why.getByRole('heading', { name: 'Why did the tree turn?' })).toBeVisible();
  await expect(why.getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('button', { name: 'Why?' }).first().click();
  await expect(why.getByRole('heading', { name: 'Why is this happening?' })).toBeVisible();
  await expect(why.getByRole('listitem').first()).toBeVisible();
});
