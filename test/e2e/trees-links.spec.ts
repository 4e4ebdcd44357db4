import type { Page } from '@playwright/test';
import { playInto, shownMs } from './app.ts';
import {
  atRest,
  brackets,
  button,
  expect,
  openTrees,
  places,
  region,
  STILL,
  said,
  shown,
  state,
  stranger,
  test,
  toNext,
  tree,
  treesLink,
  type,
  zipf,
} from './trees.ts';

test.use(STILL);

const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ });

async function everything(page: Page) {
  return {
    text: await brackets(page),
    said: await said(page),
    at: await shown(page),
    places: await places(page),
  };
}

test('a reload and a shared link restore the lab, what was typed, and the step', async ({
  page,
  browser,
  complaints,
}) => {
  const stream = { ...zipf(300), kind: 'working-set' };
  await openTrees(page, { spec: { seed: 11, tree: tree('splay'), start: 'random:20', stream } });
  await type(page, 'insert 77; delete 4; find 9');
  await button(page, 'Pause').click();
  await atRest(page);
  await page.getByRole('slider', { name: 'Operation', exact: true }).press('ArrowRight');
  await atRest(page);
  await page.getByRole('heading', { level: 1 }).click();
  await toNext(page, () => page.keyboard.press('ArrowRight'));
  await toNext(page, () => page.keyboard.press('ArrowRight'));
  const before = await everything(page);
  expect(before.at.command?.typed).toBe(true);
  const { operation, step } = before.at;
  await expect.poll(() => page.url()).toContain(`&at=${operation}.${step}`);

  await page.reload();
  await page.waitForFunction(() => (window.__migrascope.trees?.getState().moment ?? null) !== null);
  await atRest(page, { operation, step });
  expect(await everything(page)).toEqual(before);

  await button(page, 'Share').click();
  const shared = await page.getByRole('textbox', { name: 'Link to this position' }).inputValue();
  expect(shared).toBe(page.url());
  await expect(page.getByRole('textbox', { name: 'Citation' })).toHaveValue(
    /Splay tree.*operation 2 of 303/i,
  );
  const other = await stranger(browser, complaints);
  await openTrees(other, new URL(shared).hash);
  await atRest(other, { operation, step });
  expect(await brackets(other)).toBe(before.text);
  expect(await said(other)).toBe(before.said);
  await other.close();
});

test('Back and Forward between labs and workspaces', async ({ page }) => {
  await openTrees(page);
  const first = await brackets(page);
  await page.getByRole('combobox', { name: 'Tree' }).selectOption({ label: 'Splay tree' });
  await expect(region(page, 'Tree').getByRole('heading')).toHaveText('Splay tree');
  await toNext(page, () => page.keyboard.press('End'));
  const last = await brackets(page);
  await expect.poll(() => page.url()).toContain('at=999');
  await page.getByRole('link', { name: 'Failover' }).click();
  await expect(region(page, 'Cluster')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Failover' })).toHaveAttribute('aria-current', 'page');

  await page.goBack();
  await expect(region(page, 'Tree').getByRole('heading')).toHaveText('Splay tree');
  await atRest(page);
  expect((await shown(page)).operation).toBe(999);
  expect(await brackets(page)).toBe(last);
  await page.goBack();
  await expect(region(page, 'Tree').getByRole('heading')).toHaveText('Lazy counting splay tree');
  await atRest(page, { operation: 0, step: 0 });
  expect(await brackets(page)).toBe(first);
  await page.goForward();
  await expect(region(page, 'Tree').getByRole('heading')).toHaveText('Splay tree');
  await page.goForward();
  await expect(region(page, 'Cluster')).toBeVisible();
});

test('Failover stands still while the trees are open and goes on without a jump', async ({ page }) => {
  await playInto(page, 500);
  await page.getByRole('link', { name: 'Trees' }).click();
  await expect(region(page, 'Tree')).toBeVisible();
  await page.waitForFunction(() => (window.__migrascope.trees?.getState().moment ?? null) !== null);
  const leftMs = await shownMs(page);
  await page.keyboard.press('Space');
  await page.waitForFunction(() => (window.__migrascope.trees?.getState().moment?.step ?? 0) >= 3);
  expect(await shownMs(page)).toBe(leftMs);

  await page.getByRole('link', { name: 'Failover' }).click();
  await expect(region(page, 'Cluster')).toBeVisible();
  const backMs = await shownMs(page);
  expect(backMs - leftMs).toBeLessThan(300);
  await page.waitForFunction(
    (ms) => (window.__migrascope.store.getState().frame?.scalars[0] ?? 0) / 1000 > ms,
    leftMs + 100,
  );
  // And the trees wait in their turn.
  const { operation, step } = await shown(page);
  await page.waitForFunction(
    (ms) => (window.__migrascope.store.getState().frame?.scalars[0] ?? 0) / 1000 > ms,
    leftMs + 300,
  );
  expect(await shown(page)).toMatchObject({ operation, step });
  await page.getByRole('link', { name: 'Trees' }).click();
  await expect(button(page, 'Pause')).toBeVisible();
  await page.waitForFunction(
    (before) => {
      const moment = window.__migrascope.trees?.getState().moment;
      return moment && (moment.operation > before.operation || moment.step > before.step);
    },
    { operation, step },
  );
});

test('a broken link is told in one sentence; a lab is there all the same', async ({ page }) => {
  const good = treesLink({ spec: { tree: tree('splay') } });
  for (const [i, [hash, named]] of (
    [
      ['#/trees?v=1&lab=eyJ0cmVl', /cut off/],
      [`${good}&at=x`, /position "x"/],
      ['#/trees?v=9&lab=e30', /version 9/],
      ['#/trees?ask=set.1', /questions "set\.1"/],
      [treesLink({ spec: { tree: tree('red-black') } }), /red-black/],
      [treesLink({ spec: { start: '((1 2' } }), /\(|bracket|closed|end/],
      [treesLink({ spec: { stream: { ...zipf(10), length: -5 } } }), /-5/],
    ] as const
  ).entries()) {
    await page.goto('about:blank');
    await openTrees(page);
    const before = await brackets(page);
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(alert(page), hash).toHaveCount(1);
    const told = ((await alert(page).locator('p').first().textContent()) ?? '').trim();
    expect.soft(told, hash).toMatch(named);
    expect.soft(told, hash).toMatch(/^[A-Z].*\. What was on screen stays\.$/);
    expect(await brackets(page)).toBe(before);
    if (i > 1) continue;
    // As the first thing anybody opens.
    await page.reload();
    await expect(alert(page)).toContainText('The default lab is shown instead.');
    await atRest(page, { operation: 0, step: 0 });
    expect((await shown(page)).size).toBe(31);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert(page)).toHaveCount(0);
    expect((await state(page)).notice).toBeNull();
  }
});

test('a position beyond the end is in the last operation', async ({ page }) => {
  await openTrees(page, treesLink({ spec: { stream: zipf(5) }, at: { operation: 70, step: 3 } }));
  await atRest(page);
  expect((await shown(page)).operation).toBe(4);
});
