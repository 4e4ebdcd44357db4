/** The Evidence page: measured runs, a log of one's own, a wrong one, and what may stand in the address. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, expect, region, test } from './app.ts';

const RUNS = 120;
const example = readFileSync(new URL('../../public/evidence/example-log.jsonl', import.meta.url), 'utf8');

async function openEvidence(page: Page, query = ''): Promise<void> {
  await page.goto(`./#/evidence${query}`);
  await page.waitForFunction(() => window.__migrascope.evidence?.getState().status === 'ready');
}

const twinsDone = (page: Page) =>
  page.waitForFunction(
    (runs) => window.__migrascope.evidence?.getState().twins.result?.length === runs,
    RUNS,
  );

/** Drops a file onto the page, as a hand does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], file ?? ''));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: files });
  await page.dispatchEvent('#evidence-machine', 'drop', { dataTransfer: files });
}

const claim = (page: Page, section: string) =>
  page.locator(`#evidence-${section}`).getByRole('heading', { level: 2 });

test('the measured runs stand beside their twins, and one of them leads to the Migration workspace', async ({
  page,
}) => {
  await openEvidence(page);
  await twinsDone(page);
  await expect(claim(page, 'machine')).toContainText(/0\.\d\d % off in the median/);
  await expect(page.getByText('120 of 120')).toBeVisible();

  const runs = region(page, 'All runs');
  await runs.getByRole('button', { name: /^Run/ }).click();
  await runs.getByRole('button', { name: /^Open/ }).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const detail = region(page, 'One run');
  await expect(detail.getByRole('img', { name: /^Remaining memory over time/ })).toBeVisible();
  expect(page.url()).toContain('run=');
  await detail.getByRole('link', { name: /Migration workspace/ }).click();
  await page.waitForFunction(() => window.__migrascope.migration?.getState().opened !== null);
  expect(page.url()).toContain('#/migration?v=1&move=');
});

test('a log that is dropped is drawn beside the simulation, and a setting can be set by hand', async ({
  page,
}) => {
  await openEvidence(page);
  await drop(page, 'mine.jsonl', `${example}\nno line of a log\n`);
  await expect(claim(page, 'log')).toContainText(/^mine\.jsonl: .*takes .* time and sends/);
  await expect(page.getByText(/^1 of \d+ lines was left out$/)).toBeVisible();
  const before = await claim(page, 'log').textContent();
  const writes = page.getByRole('textbox', { name: 'Page writes' });
  await writes.fill('1000');
  await writes.press('Enter');
  await expect(claim(page, 'log')).not.toHaveText(before ?? '');
  await expect(page.getByRole('row', { name: /^Page writes/ })).toContainText(/by hand/);
});

test('a log that is none is told in a sentence, and the one before stays', async ({ page }) => {
  await openEvidence(page);
  await button(page, 'Try an example').click();
  await expect(claim(page, 'log')).toContainText(/^example-log\.jsonl: /);
  await drop(page, 'shopping.txt', 'milk\nbutter\n');
  const log = page.locator('#evidence-log');
  await expect(log.getByRole('alert')).toContainText(/^shopping\.txt: .* The log of before stays\.$/);
  await expect(claim(page, 'log')).toContainText(/^example-log\.jsonl: /);
});

test('a link leads to a section, and the list says which one is read', async ({ page }) => {
  await openEvidence(page, '?show=prediction');
  await expect(claim(page, 'prediction')).toBeInViewport();
  const list = page.getByRole('navigation', { name: 'Sections' });
  await expect(list.locator('[aria-current]')).toHaveText('Does prediction help?');
  await list.getByRole('link', { name: 'Your own log' }).click();
  await expect(claim(page, 'log')).toBeInViewport();
  expect(page.url()).toContain('show=log');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`nothing serious for axe, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('with everything open', async ({ page }) => {
      await openEvidence(page, '?run=u-256-64-h16-8000-d30.1');
      await twinsDone(page);
      await button(page, 'Try an example').click();
      await expect(claim(page, 'log')).toContainText(/^example-log\.jsonl: /);
      for (const details of await page.locator('main details').all())
        await details.evaluate((element) => element.setAttribute('open', ''));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    });
  });

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  test(`nothing sticks out at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openEvidence(page, '?run=u-128-32-h4-50000-d30.0');
    await twinsDone(page);
    await expect(region(page, 'One run').getByRole('img').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
