/** The paper's tables: by script, by buttons, on the Evidence page. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, expect, open, setSpeed, test } from './app.ts';

const drawer = (page: Page) => page.getByRole('dialog', { name: 'The paper’s tables' });
const rowOf = (page: Page, table: string | RegExp, row: string | RegExp) =>
  drawer(page).getByRole('table', { name: table }).getByRole('row', { name: row });

async function openTables(page: Page): Promise<void> {
  const menu = button(page, 'Menu');
  if (await menu.isVisible()) await menu.click();
  await button(page, 'Look into').click();
  await button(page, 'The paper’s tables').click();
  await expect(drawer(page)).toBeVisible();
}

test('the script of httperf fills Tables 1 and 2 while it runs, the stops Tables 3 and 4', async ({
  page,
}) => {
  await open(page);
  await setSpeed(page, '10 ×');
  await openTables(page);
  await drawer(page).getByRole('button', { name: 'Play the script: five of each' }).click();
  await expect(rowOf(page, /^Table 1/, /^10\sMB 0\.046 0\.043/)).toBeVisible();
  await expect(rowOf(page, /^Table 1/, /^50\sMB/)).toHaveText(/0\.1410\.129−8\.3\s%4444\.0±0\.0$/, {
    timeout: 20_000,
  });
  await drawer(page).getByRole('button', { name: 'Play stock, migrating' }).click();
  await expect(rowOf(page, /^Table 4/, /^while it moves/)).toHaveText(/1\.31\.2\d\d−\d\.\d\s%$/, {
    timeout: 40_000,
  });
  await expect(drawer(page)).toContainText(/printed values reached so far, all met/);
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('calls by hand, by keyboard alone', async ({ page }) => {
  await open(page);
  await openTables(page);
  await drawer(page).getByRole('button', { name: 'increase_mem' }).focus();
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText(/x2 has 20\sMB in use/);
  await expect(rowOf(page, /^Table 1/, /^20\sMB 0\.050 0\.054/)).toBeVisible();
  await drawer(page).getByRole('button', { name: 'decrease_mem' }).focus();
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText(/x2 has 10\sMB in use/);
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expect(button(page, 'Look into')).toBeFocused();
});

test('the Evidence page runs all of them', async ({ page }) => {
  await page.goto('./#/evidence?show=tables');
  const section = page.locator('#evidence-tables');
  await expect(section.getByRole('heading', { level: 2 })).toContainText('gives every printed value', {
    timeout: 20_000,
  });
  await expect(section.getByRole('table')).toHaveCount(4);
});
