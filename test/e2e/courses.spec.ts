import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, expect, open, test } from './app.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Same seed, side by side' });
const rows = (page: Page) =>
  dialog(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('img') });
/** All seven; a slow machine takes its time for them. */
const FILLED = { timeout: 90_000 };

test.describe.configure({ timeout: 120_000 });

async function openCourses(page: Page): Promise<void> {
  await open(page);
  await button(page, 'Pause').click();
  await button(page, 'Look into').click();
  await button(page, 'Compare failures').click();
  await expect(dialog(page)).toBeVisible();
}

/** On paper the page is white and black whatever the screen was. */
async function paperColours(page: Page): Promise<string[]> {
  return dialog(page)
    .getByRole('heading', { level: 3, name: 'Crash' })
    .evaluate((heading) => {
      const colours = [getComputedStyle(heading).color];
      for (let at: Element | null = heading; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (backgroundColor !== 'rgba(0, 0, 0, 0)') return [...colours, backgroundColor];
      }
      return colours;
    });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('seven courses fill one page, on screen and on paper', async ({ page }, info) => {
      await openCourses(page);
      await expect(rows(page)).toHaveCount(7, FILLED);
      await expect(dialog(page).getByRole('progressbar')).toHaveCount(0);
      await expect(dialog(page)).toContainText(/After a crash it is for 65\.2 s/);
      await expect(dialog(page)).toContainText('the row that looks best is the one that destroys data');
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);

      await page.emulateMedia({ media: 'print' });
      await expect(button(page, 'Print')).toBeHidden();
      await expect(dialog(page).getByText(/^Migrascope .* · seed 7 · http/)).toBeVisible();
      expect(await paperColours(page)).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      await page.screenshot({ path: info.outputPath('paper.png'), fullPage: true });
      const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(paper.match(/\/Count (\d+)/)?.[1], 'pages').toBe('1');
      // A4 across, in points
      expect(paper).toMatch(/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]/);
    });
  });
}

test('is called off and taken up again, and done once only', async ({ page }) => {
  await openCourses(page);
  await button(page, 'Cancel').click();
  await expect(button(page, 'Run the rest')).toBeVisible();
  const filled = await rows(page).count();
  expect(filled).toBeLessThan(7);
  await expect(dialog(page).getByText('not run yet')).toHaveCount(7 - filled);
  await button(page, 'Run the rest').click();
  await expect(rows(page)).toHaveCount(7, FILLED);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button(page, 'Look into')).toBeFocused();
  await page.keyboard.press('Enter');
  await button(page, 'Compare failures').click();
  await expect(rows(page)).toHaveCount(7);
  await expect(button(page, 'Cancel')).toHaveCount(0);
});

test('another axis, another rate, and the same as a table', async ({ page }) => {
  await openCourses(page);
  await expect(rows(page)).toHaveCount(7, FILLED);
  const crash = rows(page).filter({ hasText: 'Crash' });
  await expect(crash).toContainText('6,517');
  await page.getByRole('textbox', { name: 'Requests per second' }).fill('20');
  await expect(crash).toContainText('1,303');
  const gap = crash.getByText('no answer');
  const wide = (await gap.boundingBox())?.x ?? 0;
  await page.getByRole('radio', { name: '30 s' }).check();
  await expect.poll(async () => (await gap.boundingBox())?.x ?? 0).toBeGreaterThan(wide + 50);
  await page.getByRole('radio', { name: 'Table' }).check();
  await expect(dialog(page).getByRole('row', { name: /^Partition.*no fencing/ })).toContainText('3,682');
  await expect(dialog(page).getByRole('region', { name: /^Hang/ })).toContainText(
    'Node 1 goes on where it stood',
  );
});

test('a row opens that very run, just before its failure', async ({ page }) => {
  await openCourses(page);
  await expect(rows(page)).toHaveCount(7, FILLED);
  await button(page, /^Open this run: Partition.*with fencing/).click();
  await expect(dialog(page)).toHaveCount(0);
  await page.waitForFunction(
    () => (window.__migrascope.store.getState().frame?.scalars[0] ?? 0) >= 17_000_000,
  );
  const opened = await page.evaluate(() => {
    const { branches, activeKey } = window.__migrascope.store.getState();
    const run = branches.find(({ key }) => key === activeKey)?.run;
    return { commands: run?.commands, stonith: run?.scenario.heartbeat.stonith };
  });
  expect(opened).toEqual({
    commands: [{ atMs: 18_000, command: { kind: 'cut-heartbeat', node: 1 } }],
    stonith: true,
  });
  await expect(page).toHaveURL(/run=/);
  await page.goBack();
  await expect
    .poll(() => page.evaluate(() => window.__migrascope.store.getState().branches.length))
    .toBeGreaterThan(1);
});

for (const { width, height, present } of [
  { width: 1440, height: 900, present: false },
  { width: 1024, height: 768, present: false },
  { width: 1024, height: 768, present: true },
  { width: 390, height: 844, present: false },
]) {
  test(`nothing is cut off at ${width} × ${height}${present ? ', presenting' : ''}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.evaluate((presenting) => {
      const { actions } = window.__migrascope.store.getState();
      actions.pause();
      if (presenting) actions.setPresent(true);
      actions.openPanel('courses');
    }, present);
    await expect(rows(page)).toHaveCount(7, FILLED);
    const faults = await dialog(page).evaluate(
      (panel, { least }) => {
        const found: string[] = [];
        if (panel.scrollWidth > panel.clientWidth) found.push(`${panel.scrollWidth} px wide`);
        for (const element of panel.querySelectorAll('h3, p, dt, dd, li > span, label, button, text')) {
          const { left, right, width: wide } = element.getBoundingClientRect();
          const words = element.textContent?.trim() ?? '';
          if (wide === 0 || words === '' || getComputedStyle(element).display === 'none') continue;
          if (left < -1 || right > window.innerWidth + 1) found.push(`outside: ${words}`);
          if (Number.parseFloat(getComputedStyle(element).fontSize) < least) found.push(`small: ${words}`);
        }
        return found;
      },
      { least: present ? 20 : 12 },
    );
    expect(faults).toEqual([]);
  });
}
