/** All strategies under the same conditions: rows come one by one, are sorted, cancelled, and one is looked at closely. */
import type { Page } from '@playwright/test';
import {
  alert,
  button,
  expect,
  labWith,
  onScreen,
  openMigration,
  region,
  STILL,
  side,
  test,
  toNextLab,
} from './migration.ts';

test.use(STILL);

const all = (page: Page) => region(page, 'All strategies');
const rows = (page: Page) => all(page).locator('tbody tr');
const waiting = (page: Page) => all(page).getByText('not simulated yet');
const head = (page: Page, name: string) => all(page).getByRole('columnheader', { name });

const finished = (page: Page) =>
  page.waitForFunction(() => {
    const { compare, catalogue } = window.__migrascope.migration?.getState() ?? {};
    return compare?.busy === false && compare.result?.length === catalogue?.comparison.length;
  });

/** Cells of a column, from top to bottom, as numbers; those that have none are left out. */
async function column(page: Page, name: string): Promise<number[]> {
  const heads = await all(page).locator('thead th').allInnerTexts();
  const at = heads.findIndex((text) => text.trim().startsWith(name));
  const cells = await rows(page).evaluateAll(
    (lines, place) => lines.map((line) => line.children[place]?.textContent ?? ''),
    at,
  );
  return cells
    .map((text) => Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN))
    .filter((number) => !Number.isNaN(number));
}

test('rows come in one after the other, can be cancelled, and are simulated to the end', async ({ page }) => {
  // Every row takes a while, so that somebody may change their mind.
  await openMigration(page, { lab: labWith({ vm: { memoryMiB: 1024 } }), view: 'all' });
  const count = await rows(page).count();
  expect(count).toBeGreaterThan(15);
  await page.waitForFunction(
    () => (window.__migrascope.migration?.getState().compare.result?.length ?? 0) >= 2,
  );
  await all(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(all(page).getByRole('status')).toHaveText(
    new RegExp(`^Cancelled: \\d+ of ${count} are done\\.$`),
  );
  const there = count - (await waiting(page).count());
  expect(there).toBeGreaterThanOrEqual(2);
  expect(there).toBeLessThan(count);
  await expect(rows(page).getByRole('img')).toHaveCount(there);

  // Elsewhere and back: what was cancelled stays so.
  await page.keyboard.press('1');
  await expect(side(page, 'A')).toBeVisible();
  await page.keyboard.press('2');
  await expect(waiting(page)).toHaveCount(count - there);
  await all(page).getByRole('button', { name: 'Simulate again' }).click();
  await finished(page);
  await expect(waiting(page)).toHaveCount(0);
  await expect(all(page).getByRole('progressbar')).toHaveCount(0);
});

test('columns sort up, down and back; a row is put on a side by mouse and by keyboard', async ({ page }) => {
  await openMigration(page, { view: 'all' });
  await finished(page);
  const labels = () => rows(page).locator('th').allInnerTexts();
  const asItWas = await labels();
  for (const name of ['Total time', 'Downtime', 'Sent', 'Guest loses']) {
    const sorter = head(page, name).getByRole('button');
    await sorter.click();
    await expect(head(page, name)).toHaveAttribute('aria-sort', 'ascending');
    const up = await column(page, name);
    expect(up, name).toEqual(up.toSorted((a, b) => a - b));
    expect(new Set(up).size, name).toBeGreaterThan(2);
    await sorter.press('Enter');
    await expect(head(page, name)).toHaveAttribute('aria-sort', 'descending');
    const down = await column(page, name);
    expect(down, name).toEqual(up.toSorted((a, b) => b - a));
    await sorter.press('Enter');
    await expect(head(page, name)).toHaveAttribute('aria-sort', 'none');
    expect(await labels()).toEqual(asItWas);
  }

  const one = rows(page).filter({ has: page.locator('th', { hasText: /^Stop and copy/ }) });
  await toNextLab(page, () => one.getByRole('button', { name: /on side B/ }).click());
  await expect(side(page, 'B')).toContainText('Stop and copy');
  expect(await onScreen(page)).toMatchObject({ lab: { against: { kind: 'stop-and-copy' } } });

  // Side B is nothing to the comparison: it is still there, and says who stands where.
  await page.keyboard.press('2');
  await expect(waiting(page)).toHaveCount(0);
  await expect(one.getByRole('button', { name: /on side B/ })).toHaveAttribute('aria-pressed', 'true');
  const other = rows(page)
    .filter({ has: page.locator('th', { hasText: /^Hybrid/ }) })
    .first();
  await other.getByRole('button', { name: /on side A/ }).focus();
  await toNextLab(page, () => page.keyboard.press('Enter'));
  await expect(side(page, 'A')).toContainText('Hybrid');
  await expect(alert(page)).toHaveCount(0);
});

test('the comparison is that of the lab on screen, with its faults', async ({ page }) => {
  const faults = { sourceDiesAtMs: null, destinationDiesAtMs: 500 };
  await openMigration(page, { lab: labWith({ faults }), view: 'all' });
  await finished(page);
  await expect(all(page).getByText('destination dies at')).toBeVisible();
  // Whoever was at the source still then goes on there; who was not is lost.
  const outcomes = await rows(page).locator('[data-outcome]').allInnerTexts();
  expect(new Set(outcomes.map((text) => text.replace(/^\W+/, '').trim()))).toEqual(
    new Set(['aborted', 'VM lost']),
  );
  await button(page, 'Change in Setup').click();
  const setup = page.getByRole('dialog', { name: 'Setup' });
  await setup.getByRole('button', { name: /^Faults/ }).click();
  await toNextLab(page, () => setup.getByRole('switch', { name: 'The destination dies' }).uncheck());
  await page.keyboard.press('Escape');
  await finished(page);
  await expect(all(page).getByText('no faults')).toBeVisible();
  await expect(rows(page).locator('[data-outcome=completed]').first()).toBeVisible();
});
