/** A migration by its address: shared, reloaded, gone back to; and addresses that are broken. */
import type { Page } from '@playwright/test';
import { defaultMove } from '../../src/engine/experiments/moves.ts';
import { playInto, shownMs } from './app.ts';
import {
  alert,
  atRest,
  button,
  expect,
  fingerprint,
  labWith,
  MID_ROUND_MS,
  moveLink,
  onScreen,
  openMigration,
  ready,
  region,
  STILL,
  sentences,
  setSpeed,
  side,
  stranger,
  strategy,
  test,
  toNextLab,
} from './migration.ts';

test.use(STILL);

const everything = async (page: Page) => ({
  lab: await onScreen(page),
  pages: await fingerprint(page),
  said: await sentences(page),
});

test('a reload and a shared link restore migration, faults and moment', async ({
  page,
  browser,
  complaints,
}) => {
  await openMigration(page, { lab: ready('hold-until-stop'), atMs: 500 });
  await toNextLab(page, () => page.keyboard.press('b'));
  await page.keyboard.press('Shift+ArrowRight');
  await atRest(page);
  const before = await everything(page);
  expect(before.lab.lab.spec.link.outages).toHaveLength(1);
  await expect.poll(() => page.url()).toContain(`t=${before.lab.atMs}`);

  await page.reload();
  await atRest(page, before.lab.atMs);
  expect(await everything(page)).toEqual(before);

  await button(page, 'Share').click();
  const shared = await page.getByRole('textbox', { name: 'Link to this moment' }).inputValue();
  expect(shared).toBe(page.url());
  const other = await stranger(browser, complaints);
  await other.goto(shared);
  await atRest(other, before.lab.atMs);
  expect(await everything(other)).toEqual(before);
  await other.close();
});

test('views have addresses of their own', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await page.getByRole('radio', { name: 'All strategies' }).check();
  await expect.poll(() => page.url()).toContain('view=all');
  await page.keyboard.press('3');
  await expect.poll(() => page.url()).toContain('view=workload');
  await page.reload();
  await expect(region(page, 'Workload')).toBeVisible();
  await page.goBack();
  await expect(region(page, 'All strategies')).toBeVisible();
  await page.goBack();
  await expect(side(page, 'A')).toBeVisible();
  await atRest(page, MID_ROUND_MS);
});

test('Back and Forward between migrations and workspaces', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  const first = await fingerprint(page);
  await toNextLab(page, () => strategy(page, 'A').selectOption('stop-and-copy'));
  const second = await fingerprint(page);
  await page.getByRole('link', { name: 'Trees' }).click();
  await expect(region(page, 'Tree')).toBeVisible();
  await page.goBack();
  await expect(side(page, 'A')).toContainText('Stop and copy');
  await atRest(page, MID_ROUND_MS);
  expect(await fingerprint(page)).toEqual(second);
  await toNextLab(page, () => page.goBack());
  await expect(side(page, 'A')).toContainText('Pre-copy');
  expect(await fingerprint(page)).toEqual(first);
  await expect(strategy(page, 'A')).toHaveValue('pre-copy/qemu');
  await toNextLab(page, () => page.goForward());
  expect(await fingerprint(page)).toEqual(second);
  await page.goForward();
  await expect(region(page, 'Tree')).toBeVisible();
});

test('who leaves while it plays comes back to where it was, and it goes on', async ({ page }) => {
  await playInto(page, 200);
  await page.getByRole('link', { name: 'Migration' }).click();
  await atRest(page, 0);
  const failoverMs = await shownMs(page);
  await setSpeed(page, '1/10 ×');
  await page.keyboard.press('Space');
  const passes = (ms: number) =>
    page.waitForFunction((past) => (window.__migrascope.migration?.getState().moment?.atMs ?? 0) > past, ms);
  await passes(30);
  expect(await shownMs(page)).toBe(failoverMs);
  await page.getByRole('link', { name: 'Failover' }).click();
  await expect(region(page, 'Cluster')).toBeVisible();
  await page.waitForFunction(
    (ms) => (window.__migrascope.store.getState().frame?.scalars[0] ?? 0) / 1000 > ms,
    failoverMs + 50,
  );
  const { atMs: left } = await onScreen(page);
  await page.waitForFunction(
    (ms) => (window.__migrascope.store.getState().frame?.scalars[0] ?? 0) / 1000 > ms,
    failoverMs + 250,
  );
  expect((await onScreen(page)).atMs).toBe(left);
  await page.getByRole('link', { name: 'Migration' }).click();
  await expect(button(page, 'Pause')).toBeVisible();
  await passes(left + 10);
});

test('a broken link is told in one sentence; a migration is there all the same', async ({ page }) => {
  const good = moveLink({ lab: labWith({ seed: 3 }) });
  const cases: readonly (readonly [string, RegExp])[] = [
    [`${good.slice(0, -6)}`, /cut off or changed/],
    [`${good}&t=soon`, /moment "soon"/],
    ['#/migration?v=9&move=e30', /version 9/],
    ['#/migration?view=sideways', /view "sideways"/],
    ['#/migration?speed=9', /"speed"/],
    [moveLink({ lab: labWith({ strategy: { kind: 'teleport' } }) }), /teleport/],
    [moveLink({ lab: labWith({ workload: { pattern: 'wild' as 'uniform' } }) }), /wild/],
    [moveLink({ lab: labWith({ link: { bandwidthBytesPerSecond: -5 } }) }), /-5/],
    [moveLink({ lab: labWith({ vm: { memoryMiB: 99_999 } }) }), /99999/],
    [moveLink({ lab: labWith({ workload: { pattern: 'trace', file: 'nowhere' } }) }), /nowhere/],
  ];
  await openMigration(page, { atMs: MID_ROUND_MS });
  const before = await everything(page);
  for (const [hash, named] of cases) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(alert(page), hash).toHaveCount(1);
    const told = ((await alert(page).locator('p').first().textContent()) ?? '').trim();
    expect.soft(told, hash).toMatch(named);
    expect.soft(told, hash).toMatch(/^[A-Z].*\. What was on screen stays\.$/);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert(page)).toHaveCount(0);
    await atRest(page, MID_ROUND_MS);
    expect(await everything(page), hash).toEqual(before);
  }
  // As the first thing anybody opens.
  for (const place of [0, 9]) {
    await page.goto('about:blank');
    await page.goto(`./${cases[place]?.[0]}`);
    await expect(alert(page)).toContainText('The default migration is shown instead.');
    await atRest(page, 0);
    expect((await onScreen(page)).lab).toEqual(defaultMove);
  }
});

test('a moment beyond the end is the end', async ({ page }) => {
  await page.goto(`./${moveLink({ atMs: 99_999 })}`);
  await atRest(page);
  const { atMs, endMs } = await onScreen(page);
  expect(atMs).toBe(endMs);
});
