import type { Page } from '@playwright/test';
import { atRest, button, EARLY_STOP, expect, node, open, sentence, shownMs, slider, test } from './app.ts';

const keys = (page: Page) =>
  page.evaluate(() => window.__migrascope.store.getState().branches.map(({ key }) => key));
const active = (page: Page) => page.evaluate(() => window.__migrascope.store.getState().activeKey);

async function branchAtOneSecond(page: Page): Promise<void> {
  await open(page, { stops: [{ node: 1, atMs: 2000 }], atMs: 6000 });
  await slider(page).press('Home');
  await atRest(page, 0);
  await button(page, 'Stop node 3').click();
  await expect(button(page, 'Branches 2')).toBeVisible();
  await button(page, 'Pause').click();
  await atRest(page);
}

test('a stop in the past starts a branch, and both stay reachable by the panel', async ({ page }) => {
  await branchAtOneSecond(page);
  await expect(node(page, 3)).toContainText('draining');
  await expect(sentence(page)).not.toContainText('Node 1 will be stopped');
  await button(page, 'Branches 2').click();
  const panel = page.getByRole('dialog', { name: 'Branches' });
  const items = panel.getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(items.filter({ hasText: 'stop of node 1 at 2.0 s' })).toContainText('played to 6.00 s');
  await expect(items.filter({ hasText: 'stop of node 3' })).toContainText('on screen');
  await items.filter({ hasText: 'node 1' }).getByRole('button', { name: 'Open' }).click();
  await expect(panel).toBeHidden();
  await atRest(page);
  await expect(node(page, 3)).toContainText('online');
  await slider(page).press('End');
  await atRest(page, 6000);
  await expect(sentence(page)).toContainText('x0 runs on node 2');

  await button(page, 'Branches 2').click();
  await items.filter({ hasText: 'node 3' }).getByRole('button', { name: 'Draw behind' }).click();
  await expect(
    items.filter({ hasText: 'node 3' }).getByRole('button', { name: 'Draw no more' }),
  ).toBeVisible();
  await items.filter({ hasText: 'node 3' }).getByRole('button', { name: 'Open' }).click();
  await atRest(page);
  await slider(page).press('End');
  await atRest(page);
  await expect(node(page, 3)).toContainText('draining');
});

test('Back and Forward of the browser move between branches', async ({ page }) => {
  await branchAtOneSecond(page);
  const [old, fresh] = await keys(page);
  expect(await active(page)).toBe(fresh);
  const branchMs = await shownMs(page);
  await page.goBack();
  await expect.poll(() => active(page)).toBe(old);
  await atRest(page);
  await expect(node(page, 3)).toContainText('online');
  await page.goForward();
  await expect.poll(() => active(page)).toBe(fresh);
  await atRest(page, branchMs);
  await expect(node(page, 3)).toContainText('draining');
  expect(await keys(page)).toHaveLength(2);
});

test('a stop at the end of what was played goes on with the same run', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await button(page, 'Stop node 3').click();
  await expect(node(page, 3)).toContainText(/draining|stopped/);
  expect(await keys(page)).toHaveLength(1);
  await expect(button(page, /^Branches/)).toHaveCount(0);
});
