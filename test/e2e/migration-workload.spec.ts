/** The workload by itself: its pictures, the points in them by keyboard, the same as tables. */
import type { Page } from '@playwright/test';
import {
  drawn,
  expect,
  judged,
  labWith,
  openMigration,
  ready,
  region,
  STILL,
  seek,
  test,
  toNextLab,
} from './migration.ts';

test.use(STILL);

const TITLES = [
  'U(t): different pages written in a time',
  'Rounds: formula and simulation',
  'Miss ratio of an LRU cache',
  'Stack distances',
  'Working set over time',
];

const workload = (page: Page) => region(page, 'Workload');
const card = (page: Page, title: string) => region(page, title);

test('every picture is read point by point with the keyboard, and as a table', async ({ page }) => {
  await openMigration(page, { view: 'workload' });
  await judged(page);
  await expect(workload(page)).toContainText(
    /Hot and cold: 16,000 writes a second\. While all 65,536 pages/i,
  );
  await expect(workload(page)).toContainText(/By formula pre-copy comes to its end: after 3 rounds/);
  for (const title of TITLES) {
    const chart = card(page, title).getByRole('slider', { name: title });
    await chart.focus();
    await page.keyboard.press('End');
    const last = await chart.getAttribute('aria-valuetext');
    expect(last, title).toMatch(/\d/);
    await page.keyboard.press('Home');
    await expect(chart, title).not.toHaveAttribute('aria-valuetext', last ?? '');
    expect(Number(await chart.getAttribute('aria-valuenow')), title).toBe(0);
    await page.keyboard.press('ArrowRight');
    await expect(chart, title).toHaveAttribute('aria-valuenow', '1');
    await page.keyboard.press('Escape');

    await card(page, title)
      .getByRole('button', { name: `${title}, as a table` })
      .click();
    const table = card(page, title).getByRole('table');
    await expect(table, title).toBeVisible();
    expect(await table.locator('tbody tr').count(), title).toBeGreaterThan(2);
    await card(page, title)
      .getByRole('button', { name: `${title}, as a chart` })
      .click();
    await expect(chart, title).toBeVisible();
  }
  // The moment has not moved by all those arrows.
  expect(await page.evaluate(() => window.__migrascope.migration?.getState().atMs)).toBe(0);
});

test('simulated rounds stand beside the formula’s only as far as the run was seen', async ({ page }) => {
  await openMigration(page, { view: 'workload' });
  await judged(page);
  const rounds = card(page, 'Rounds: formula and simulation');
  await rounds.getByRole('button', { name: /as a table$/ }).click();
  const simulated = () =>
    rounds
      .locator('tbody tr')
      .evaluateAll((rows) => rows.filter((row) => /\d/.test(row.children[2]?.textContent ?? '')).length);
  expect(await simulated()).toBe(0);
  await seek(page, 2200);
  expect(await simulated()).toBe(1);
  await page.keyboard.press('1');
  await page.keyboard.press('End');
  await page.keyboard.press('3');
  await rounds.getByRole('button', { name: /as a table$/ }).click();
  await expect.poll(simulated).toBeGreaterThanOrEqual(4);
});

test('whoever dirties more than the link takes is told, with what would help; a change is looked at anew', async ({
  page,
}) => {
  await openMigration(page, { lab: ready('never-converges'), view: 'workload' });
  await judged(page);
  await expect(workload(page)).toContainText(/By formula pre-copy never comes to its end/);
  await expect(workload(page)).toContainText(/Each of these alone would end it: a link of/);
  await page.keyboard.press('1');
  const figures = region(page, 'Figures');
  const card = figures.getByRole('button', { name: /^Will it converge\?/ });
  if ((await card.getAttribute('aria-expanded')) === 'false') await card.click();
  await expect(figures).toContainText(/No, by formula/);
  // The help offered there does what it says.
  const help = figures.getByRole('button', { name: /^Apply: a link of/ });
  await toNextLab(page, () => help.click());
  await judged(page);
  await expect(figures).toContainText(/Yes, by formula/);
  await page.keyboard.press('3');
  await expect(workload(page)).toContainText(/comes to its end: after/);
});

test('watching a large workload can be given up and begun again', async ({ page }) => {
  const heavy = labWith({ vm: { memoryMiB: 1024 }, workload: { hotSetMiB: 900, writesPerSecond: 200_000 } });
  await openMigration(page, { lab: heavy, view: 'workload' });
  const cancel = workload(page).getByRole('button', { name: 'Cancel' });
  await cancel.click();
  await expect(workload(page)).toContainText('The workload has not been looked at.');
  await workload(page).getByRole('button', { name: 'Watch the workload' }).click();
  await judged(page);
  await drawn(page);
  await expect(card(page, TITLES[0] ?? '').getByRole('slider')).toBeVisible();
});

test('a guest that writes nothing is one sentence', async ({ page }) => {
  await openMigration(page, { lab: labWith({ workload: { writesPerSecond: 0 } }), view: 'workload' });
  await judged(page);
  await expect(workload(page)).toContainText(
    'The guest writes nothing: one round sends all there is to send.',
  );
  await expect(workload(page).getByRole('slider')).toHaveCount(0);
});
