/** The page grids: zoom, a walk by arrow keys, one page and what happened to it. */
import type { Page } from '@playwright/test';
import {
  atRest,
  drawn,
  expect,
  MID_ROUND_MS,
  onScreen,
  openMigration,
  region,
  STILL,
  seek,
  side,
  test,
} from './migration.ts';

test.use(STILL);

const grid = (page: Page, name: 'A' | 'B') =>
  page.getByRole('application', { name: new RegExp(`^Memory of side ${name}`) });
const zoom = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Size of the page grids' }).getByRole('button', { name, exact: true });
const card = (page: Page, name: 'A' | 'B') => region(page, new RegExp(`^Page [\\d,]+ on side ${name}$`));
const picked = (page: Page) => page.evaluate(() => window.__migrascope.migration?.getState().picked);
const story = async (page: Page, name: 'A' | 'B') => card(page, name).locator('ol li').allInnerTexts();

async function centre(page: Page, name: 'A' | 'B'): Promise<{ x: number; y: number }> {
  const box = await grid(page, name).boundingBox();
  if (box === null) throw new Error('There is no picture.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('both grids grow to single pages and shrink again, by button, wheel and key', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  const memory = region(page, 'Memory');
  await expect(memory).toContainText('1 cell = 4 pages, 16 KiB');
  await expect(zoom(page, 'Smaller')).toBeDisabled();
  while (!(await memory.innerText()).includes('1 cell = 1 page of 4 KiB')) await zoom(page, 'Larger').click();
  await zoom(page, 'All').click();
  await expect(memory).toContainText('1 cell = 4 pages, 16 KiB');

  const { x, y } = await centre(page, 'A');
  await page.mouse.move(x, y);
  for (let i = 0; i < 6; i += 1) await page.mouse.wheel(0, -400);
  await expect(memory).toContainText('1 cell = 1 page of 4 KiB');
  await expect(memory).toContainText(/A: page [\d,]+ · 0x[\da-f]+ · /);
  // One view for both.
  await page.mouse.move(...(Object.values(await centre(page, 'B')) as [number, number]));
  await expect(memory).toContainText(/B: page [\d,]+ · 0x[\da-f]+ · /);
  const before = await memory.innerText();
  await page.mouse.down();
  await page.mouse.move(x + 300, y + 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => memory.innerText()).not.toBe(before);
  expect(await picked(page)).toBeNull();

  await grid(page, 'A').focus();
  await page.keyboard.press('0');
  await expect(memory).toContainText('1 cell = 4 pages, 16 KiB');
  await page.keyboard.press('+');
  await expect(zoom(page, 'Smaller')).toBeEnabled();
  await page.keyboard.press('-');
  await expect(zoom(page, 'Smaller')).toBeDisabled();
});

test('a page is picked by mouse; its story goes as far as the moment, and leads to others', async ({
  page,
}) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  const box = await grid(page, 'A').boundingBox();
  if (box === null) throw new Error('There is no picture.');
  // Of those that were sent first and are written again.
  await page.mouse.click(box.x + 20, box.y + 35);
  await expect(card(page, 'A')).toBeVisible();
  await expect(card(page, 'B')).toBeVisible();
  const number = await picked(page);
  await expect(card(page, 'A')).toContainText('written again');
  await expect.poll(() => story(page, 'A')).toHaveLength(2);
  const [first = '', second = ''] = await story(page, 'A');
  expect(first).toMatch(/sent in round 1/);
  expect(second).toMatch(/written again/);
  await expect.poll(() => story(page, 'B')).toHaveLength(1);

  // Back to before the second of them: nothing of it is told there.
  await card(page, 'A')
    .getByRole('button', { name: /^sent in round 1, at .*: go there$/ })
    .click();
  await atRest(page);
  expect((await onScreen(page)).atMs).toBeLessThan(MID_ROUND_MS);
  await expect.poll(() => story(page, 'A')).toEqual([first]);
  await expect(card(page, 'A')).toContainText('arrived');
  await page.keyboard.press('End');
  await atRest(page);
  await expect.poll(async () => (await story(page, 'A')).length).toBeGreaterThan(2);
  expect((await story(page, 'A')).slice(0, 2)).toEqual([first, second]);
  expect(await picked(page)).toBe(number);
  await page.keyboard.press('Escape');
  await expect(card(page, 'A')).toHaveCount(0);
  await expect(card(page, 'B')).toHaveCount(0);
});

test('a walk through memory by keyboard: each step is told, Enter picks', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await grid(page, 'B').focus();
  await page.keyboard.press('0');
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('+');
  const spoken = side(page, 'B').locator('[aria-live=polite]').filter({ hasText: /\S/ });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText(/^page [\d,]+ · 0x[\da-f]+ · arrived|to send|on demand/);
  const first = await spoken.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(spoken).not.toHaveText(first ?? '');
  const number = Number(/page ([\d,]+)/.exec((await spoken.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  // The arrows belonged to the grid.
  expect((await onScreen(page)).atMs).toBe(MID_ROUND_MS);
  await page.keyboard.press('Enter');
  expect(await picked(page)).toBe(number);
  await expect(card(page, 'B').getByRole('heading').or(card(page, 'B').locator('header'))).toContainText(
    `page ${number.toLocaleString('en')}`,
  );
  // Another moment, another lab: the page stays picked while there is such a page.
  await seek(page, 400);
  await expect(card(page, 'B')).toBeVisible();
  await grid(page, 'B').focus();
  await page.keyboard.press('Escape');
  await expect(card(page, 'B')).toHaveCount(0);
});

test('the counts of the legend are those of the pages, and every page has a state', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  for (const ms of [MID_ROUND_MS, 2200, 2380]) {
    await seek(page, ms);
    await drawn(page);
    for (const [index, name] of (['A', 'B'] as const).entries()) {
      const counted = await page.evaluate((which) => {
        const moment = window.__migrascope.migration?.getState().moment?.sides[which];
        const found = new Array<number>(moment?.counts.length ?? 0).fill(0);
        for (const state of moment?.states ?? []) found[state] = (found[state] ?? 0) + 1;
        return { found, told: [...(moment?.counts ?? [])] };
      }, index);
      expect(counted.found, `${name} at ${ms} ms`).toEqual(counted.told);
      const legend = await side(page, name).locator('[aria-label^="Pages by state"]').innerText();
      for (const count of counted.found.filter((one) => one > 0))
        expect(legend, `${name} at ${ms} ms`).toContain(count.toLocaleString('en'));
    }
  }
});
