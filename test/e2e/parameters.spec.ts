import type { Page } from '@playwright/test';
import {
  atRest,
  button,
  EARLY_STOP,
  expect,
  node,
  open,
  region,
  roundRows,
  sentence,
  shownMs,
  test,
} from './app.ts';

const drawer = (page: Page) => page.getByRole('dialog', { name: 'Parameters' });

async function openDrawer(page: Page): Promise<void> {
  await button(page, 'Parameters').click();
  await expect(drawer(page)).toBeVisible();
}

const scenario = (page: Page) =>
  page.evaluate(() => {
    const { branches, activeKey } = window.__migrascope.store.getState();
    return branches.find(({ key }) => key === activeKey)?.run.scenario;
  });

test('another predictor restarts the run at this moment, with the old one as a thin line', async ({
  page,
}) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await openDrawer(page);
  await drawer(page).getByRole('combobox', { name: 'Predictor' }).selectOption('none');
  await expect.poll(async () => (await scenario(page))?.prediction.predictor).toBe('none');
  await page.keyboard.press('Escape');
  await atRest(page, 2500);
  await expect(sentence(page)).not.toContainText('hot pages wait');
  await expect(sentence(page)).toContainText('Round 1.');
  await expect(region(page, 'Page tree')).toContainText('No page tree is kept');
  await expect(region(page, 'Timeline')).toContainText(/thin lines: /);
  await expect(button(page, 'Branches 2')).toBeVisible();
  expect((await roundRows(page))[0]?.[1]).toBe('65,536');
});

test('another workload and another pace', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await openDrawer(page);
  await drawer(page).getByRole('combobox', { name: 'Memory accesses of x0' }).selectOption('zipf');
  await expect.poll(async () => (await scenario(page))?.guests[0]?.workload.kind).toBe('zipf');
  const pace = drawer(page).getByRole('textbox', { name: /^Pace of the script/ });
  await pace.fill('350');
  await pace.press('Enter');
  await expect.poll(async () => (await scenario(page))?.migration.rateMbps).toBe(350);
  await page.keyboard.press('Escape');
  await atRest(page, 2500);
  await expect(page.getByRole('slider', { name: 'Pace of the script' })).toHaveText(/350.Mb\/s/);
  await expect(region(page, 'Page tree')).toContainText('synthetic accesses');
  await expect(region(page, 'Timeline')).toContainText(/thin lines: /);
});

test('a number that cannot be is told at its field, and nothing is lost', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  const before = await scenario(page);
  await openDrawer(page);
  const pace = drawer(page).getByRole('textbox', { name: /^Pace of the script/ });
  for (const [typed, says] of [
    ['99999', /Pace of the script must be .* to .*; 99,999 was given, and the run was left as it is\./],
    ['', /Pace of the script needs a number\./],
  ] as const) {
    await pace.fill(typed);
    await pace.press('Enter');
    await expect(pace).toHaveAccessibleDescription(says);
    await expect(pace).toHaveAttribute('aria-invalid', 'true');
    await expect(drawer(page).getByText(says)).toBeVisible();
    await expect(pace).toHaveValue(typed === '' ? '' : '99,999');
  }
  expect(await scenario(page)).toEqual(before);
  await pace.fill('600');
  await pace.press('Enter');
  await expect(drawer(page).getByText(/needs a number|must be/)).toHaveCount(0);
  await expect.poll(async () => (await scenario(page))?.migration.rateMbps).toBe(600);
});

test('reset, one or all, leads back to the defaults', async ({ page }) => {
  await open(page, { scenario: { seed: 42, failover: 'stock-migrating' }, stops: EARLY_STOP, atMs: 2500 });
  const defaults = await page.evaluate(
    () => window.__migrascope.store.getState().catalogue?.defaultRun.scenario,
  );
  await openDrawer(page);
  await drawer(page).getByRole('button', { name: 'changed, reset' }).first().click();
  await expect.poll(async () => (await scenario(page))?.seed).toBe(defaults?.seed);
  expect((await scenario(page))?.failover).toBe('stock-migrating');
  await drawer(page).getByRole('button', { name: 'Reset all to default' }).click();
  await expect.poll(() => scenario(page)).toEqual(defaults);
  await expect(drawer(page).getByRole('button', { name: 'Reset all to default' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await atRest(page);
  expect(await shownMs(page)).toBe(2500);
  await expect(node(page, 1)).toContainText('draining');
});

test('every parameter tells its range or choices, its default and its source', async ({ page }) => {
  await open(page);
  await openDrawer(page);
  const facts = await drawer(page)
    .locator('fieldset > div')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
  expect(facts.length).toBeGreaterThan(20);
  expect(facts.filter((text) => !/default .+ · .+/.test(text))).toEqual([]);
});

test('the pace can be changed in the sentence itself', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  const pace = page.getByRole('slider', { name: 'Pace of the script' });
  await pace.focus();
  await pace.press('ArrowLeft');
  await pace.press('ArrowLeft');
  await expect.poll(async () => (await scenario(page))?.migration.rateMbps).toBeLessThan(700);
  await atRest(page, 2500);
  await expect(button(page, 'Branches 2')).toBeVisible();
});
