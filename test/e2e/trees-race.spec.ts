import type { Page } from '@playwright/test';
import { defaultLab } from '../../src/engine/lab/spec.ts';
import {
  atRest,
  button,
  expect,
  nodeOf,
  openTrees,
  places,
  region,
  STILL,
  shown,
  stepOn,
  test,
  zipf,
} from './trees.ts';

test.use(STILL);

const race = (page: Page) => region(page, 'Race');
const table = (page: Page) => race(page).getByRole('table', { name: 'Numbers of the race' });
const moment = (page: Page) => page.getByRole('slider', { name: 'Moment of the race' });
const curves = (page: Page) =>
  race(page).locator('[data-chart] svg path[stroke-dasharray], [data-chart] svg path[stroke]');

/** Waits until every operation has been raced. */
function raced(page: Page): Promise<unknown> {
  return page.waitForFunction(() => {
    const now = window.__migrascope.trees?.getState().race;
    return now?.result !== null && now?.busy === false && now.done === 1;
  });
}

/** Names of the trees in the table, top down. */
async function names(page: Page): Promise<string[]> {
  const all = await table(page).locator('tbody th').allTextContents();
  return all.map((text) => text.trim());
}

test('the race is run by itself: a curve and a row for each tree; others can be chosen', async ({ page }) => {
  await openTrees(page);
  await raced(page);
  await expect(race(page).getByRole('heading')).toHaveText(/^Same operations, five trees/);
  const five = ['lazy counting', 'CBTree', 'splay', 'semi-splay', 'balanced', 'static optimum'];
  expect((await names(page)).sort()).toEqual(five.sort());
  // Every curve is drawn, from many points, and the yardstick besides.
  const drawn = async () =>
    (await curves(page).evaluateAll((all) => all.map((one) => one.getAttribute('d') ?? ''))).filter(
      (d) => d.split(/[LC]/).length > 20,
    );
  expect(await drawn()).toHaveLength(5);
  const cells = await table(page)
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
  for (const [visited = ''] of cells) expect(Number(visited)).toBeGreaterThanOrEqual(1);
  await expect(table(page)).toContainText('after 1,000 operations');

  await button(page, 'Trees …').click();
  const choice = page.getByRole('dialog', { name: 'Trees that race' });
  await choice.getByRole('checkbox', { name: 'CBTree' }).uncheck();
  await choice.getByRole('checkbox', { name: 'splay', exact: true }).uncheck();
  await choice.getByRole('checkbox', { name: 'move to root' }).check();
  await page.keyboard.press('Escape');
  await expect(choice).toBeHidden();
  await raced(page);
  await expect(race(page).getByRole('heading')).toHaveText(/^Same operations, four trees/);
  expect((await names(page)).sort()).toEqual(
    ['lazy counting', 'move to root', 'semi-splay', 'balanced', 'static optimum'].sort(),
  );
  expect(await drawn()).toHaveLength(4);

  for (const label of ['Nodes visited, last stretch', 'Visits against rotations', 'Depth of the hot keys']) {
    await race(page).getByRole('combobox', { name: 'Curve' }).selectOption({ label });
    await expect(race(page).getByRole('img').first()).toBeVisible();
    expect((await drawn()).length, label).toBeGreaterThanOrEqual(label.includes('rotations') ? 1 : 4);
    expect((await drawn()).join(' '), label).not.toMatch(/NaN|Infinity/);
  }
});

test('a moment of the race is shown on the stage, and all trees at it beside each other', async ({
  page,
}) => {
  await openTrees(page, { spec: { stream: zipf(400) } });
  await raced(page);
  const before = await places(page);
  const box = await moment(page).boundingBox();
  if (box === null) throw new Error('The race has no plot.');
  await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
  await atRest(page);
  const { operation, step, steps } = await shown(page);
  expect(operation).toBeGreaterThan(290);
  expect(operation).toBeLessThan(310);
  expect(step).toBe(steps);
  expect(await places(page)).not.toEqual(before);
  await expect(moment(page)).toHaveAttribute('aria-valuetext', `after ${operation + 1} of 400 operations`);

  const trees = race(page).getByRole('figure');
  await expect(trees).toContainText(`After ${operation + 1} operations`);
  await expect(trees.getByRole('listitem')).toHaveCount(5);
  await expect(trees.getByRole('img', { name: /^splay: 31 keys, height \d+/ })).toBeVisible();
  const heights = await trees
    .getByRole('img')
    .evaluateAll((all) =>
      all.map((one) => Number(/height (\d+)/.exec(one.getAttribute('aria-label') ?? '')?.[1])),
    );
  expect(heights[(await names5(page)).indexOf('lazy counting')]).toBe((await shown(page)).height);

  await trees.getByRole('button', { name: 'Show splay on the stage' }).click();
  await expect(region(page, 'Tree').getByRole('heading')).toHaveText(/^Splay/i);
  await atRest(page);
  expect((await shown(page)).operation).toBe(operation);
  expect(heights[(await names5(page)).indexOf('splay')]).toBe((await shown(page)).height);

  await moment(page).press('Home');
  await atRest(page, { operation: 0, step: 0 });
  await expect(trees).toContainText('After 0 operations');
});

/** Names of the small trees, in their order. */
function names5(page: Page): Promise<string[]> {
  return race(page)
    .getByRole('figure')
    .getByRole('listitem')
    .evaluateAll((all) => all.map((one) => one.querySelector('button')?.textContent?.trim() ?? ''));
}

test('a race of a million operations says how far it is, can be given up, and the page stays usable', async ({
  page,
}) => {
  await openTrees(page, { spec: { start: 'balanced:1000', stream: zipf(1_000_000) } });
  await expect(race(page)).toContainText('Each tree gets the same 1,000,000 operations from the same start.');
  await button(page, 'Start the race').click();
  const progress = race(page).getByRole('progressbar', { name: 'The race is run' });
  await expect(progress).toBeVisible();
  await page.waitForFunction(() => (window.__migrascope.trees?.getState().race.done ?? 0) > 0);
  // Meanwhile the tree is stepped through.
  for (const kind of ['start', 'compare']) expect((await stepOn(page)).kind).toBe(kind);
  // Pressed by key: a race that is nearly over would not wait for a pointer to arrive.
  await race(page).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(progress).toBeHidden();
  const done = await page.evaluate(() => window.__migrascope.trees?.getState().race.done ?? 1);
  expect(done).toBeLessThan(1);
  // What is there so far stays, and is told as what it is.
  await expect(button(page, 'Race again')).toBeVisible();
  await expect(table(page)).toContainText(/after [\d,]+ operations/);
  await page.keyboard.press('End');
  await atRest(page);
  expect(await shown(page)).toMatchObject({ operation: 999_999, operations: 1_000_000 });
  expect(await page.evaluate(() => window.__migrascope.trees?.getState().race.done)).toBe(done);
});

test('where other keys become hot the race says after how many operations each tree has recovered', async ({
  page,
}) => {
  const stream = { ...defaultLab.stream, kind: 'hot-shift', length: 8000 };
  await openTrees(page, { spec: { start: 'balanced:127', stream } });
  await raced(page);
  await expect(race(page).getByText('other keys become hot')).toBeVisible();
  await expect(table(page).getByRole('columnheader', { name: 'back after' })).toBeVisible();
  const rows = await table(page)
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('th')?.textContent?.trim() ?? '',
        row.lastElementChild?.textContent ?? '',
      ]),
    );
  const back = Object.fromEntries(rows);
  const operationsOf = (text = '') =>
    text === 'not yet' ? Number.POSITIVE_INFINITY : text === 'at once' ? 0 : Number(text.replaceAll(',', ''));
  expect(back.balanced).toBe('at once');
  // The splay tree forgets; the counting tree remembers yesterday's favourites.
  expect(operationsOf(back.splay)).toBeLessThan(operationsOf(back['lazy counting']));
  expect(operationsOf(back['lazy counting'])).toBeGreaterThan(0);
  await expect(nodeOf(page, 0)).toHaveCount(1);
});
