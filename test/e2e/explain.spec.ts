/** "Round trips and CPU": reached from three places, filled with the run's numbers, changed by caps and layers. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { atRest, button, EARLY_STOP, expect, open, sentence, test } from './app.ts';

const panel = (page: Page) => page.getByRole('dialog', { name: 'Explained: round trips and CPU' });
const part = (page: Page, name: string | RegExp) => panel(page).getByRole('region', { name }).first();

async function openFromMenu(page: Page): Promise<void> {
  await button(page, 'Look into').click();
  await button(page, 'Round trips and CPU').click();
  await expect(panel(page)).toBeVisible();
}

test('the sums of the run on screen, reached by the menu, closed by Esc', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await openFromMenu(page);
  await expect(part(page, /^The queue on node 1/)).toContainText('941.5 Mb/s');
  await expect(part(page, /^The queue on node 1/)).toContainText('1.014 ms');
  await expect(part(page, /^Means by span/)).toContainText('not reached yet');
  await expect(part(page, /^All pings/)).toContainText('The mean is where nobody is');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(button(page, 'Look into')).toBeFocused();
});

test('a word of the sentence leads there', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await sentence(page).getByRole('button', { name: 'pings' }).click();
  await button(page, 'Where a ping’s time goes').click();
  await expect(panel(page)).toBeVisible();
});

test('so does the card of a picked ping, and the panel takes that one apart', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await page.evaluate(() => window.__migrascope.store.getState().actions.pickPing(200));
  await page
    .getByRole('region', { name: 'Picked ping' })
    .getByRole('button', { name: 'All the sums' })
    .click();
  const ping = part(page, 'One ping, part by part');
  await expect(ping).toContainText('ping 201, sent at 2.000 s');
  await ping.getByRole('button', { name: 'Previous ping' }).click();
  await expect(ping).toContainText('ping 200, sent at 1.990 s');
});

test('the two models, by keyboard alone', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await openFromMenu(page);
  const models = part(page, /^Another model/);
  await models.getByRole('radio', { name: 'Window (the run’s)' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(models).toContainText('Alternative, not used for the run');
  await expect(models).toContainText('without end');
});

test('a cap on Dom0 bites: the stream takes longer, and the run before stands beside it', async ({
  page,
}) => {
  await open(page, { stops: EARLY_STOP, atMs: 12_000 });
  await openFromMenu(page);
  await page.getByRole('tab', { name: 'CPU' }).click();
  const field = panel(page).getByLabel('Cap on Dom0 (%)');
  await field.fill('9');
  await field.press('Enter');
  const caps = part(page, 'A cap that bites');
  await expect(caps).toContainText('Dom0 may move 300 Mb/s, the stream wants 700 Mb/s: the cap bites.');
  const stream = caps.getByRole('row', { name: /^Stream of x0/ });
  await expect(stream).toContainText(/Stream of x07\.\d\d s3\.\d\d s/);
});

test('other layers change the host’s CPU and the answer', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 800 });
  await openFromMenu(page);
  await page.getByRole('tab', { name: 'CPU' }).click();
  const layers = part(page, 'Layers of the hosts');
  await expect(layers.getByRole('row', { name: /^Paravirtualization/ })).toContainText('44.0 %');
  await layers.getByRole('button', { name: 'Use: Full virtualization' }).click();
  await expect(layers.getByRole('row', { name: /^Full virtualization/ })).toContainText('this run');
  await expect(panel(page).getByRole('img', { name: /^node 2: .*50\.0 % in all/ })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, { stops: EARLY_STOP, atMs: 30_000 });
    await atRest(page, 30_000);
    await openFromMenu(page);
    for (const tab of ['Round trips', 'CPU']) {
      await page.getByRole('tab', { name: tab }).click();
      const { violations } = await new AxeBuilder({ page })
        .include('[role="dialog"]')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    }
  });
}

for (const [width, height, present] of [
  [1440, 900, false],
  [1024, 768, true],
  [390, 844, false],
] as const) {
  test(`fits ${width} × ${height}, ${present ? 'present' : 'usual'}: no text too small`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, { stops: EARLY_STOP, atMs: 30_000 });
    await page.evaluate((on) => {
      const { actions } = window.__migrascope.store.getState();
      actions.setPresent(on);
      actions.openPanel('explain');
    }, present);
    for (const tab of ['Round trips', 'CPU']) {
      await page.getByRole('tab', { name: tab }).click();
      const found = await panel(page).evaluate(
        (dialog, least) => {
          const walker = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
          const small: string[] = [];
          while (walker.nextNode()) {
            const { parentElement: around, textContent: text } = walker.currentNode;
            if (!around || !text?.trim() || around.getClientRects().length === 0) continue;
            if (Number.parseFloat(getComputedStyle(around).fontSize) < least) small.push(text.trim());
          }
          const body = dialog.closest('.mantine-Modal-content') ?? dialog;
          return { small, over: body.scrollWidth - body.clientWidth };
        },
        present ? 20 : 11.5,
      );
      expect(found).toEqual({ small: [], over: 0 });
    }
  });
}
