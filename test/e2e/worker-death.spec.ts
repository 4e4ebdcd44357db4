import {
  atRest,
  button,
  EARLY_STOP,
  expect,
  open,
  playInto,
  reaches,
  said,
  sentence,
  setSpeed,
  shownMs,
  slider,
  test,
} from './app.ts';

const RESUMED = /The simulation’s worker stopped; it was started again and resumed at \d+\.\d\d s\./;

test('a worker that dies is started again at the same moment, and a paused page shows the same', async ({
  page,
}) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  const before = await said(page);
  const hash = await page.evaluate(() => window.__migrascope.hashAt(2_500_000));
  await page.evaluate(() => window.__migrascope.store.getState().actions.killWorker());
  await expect(page.getByRole('status').filter({ hasText: RESUMED })).toBeVisible();
  await atRest(page, 2500);
  expect(await said(page)).toBe(before);
  expect(await page.evaluate(() => window.__migrascope.hashAt(2_500_000))).toBe(hash);
  await button(page, 'Dismiss').click();
  await expect(button(page, 'Dismiss')).toBeHidden();
  await slider(page).press('ArrowLeft');
  await atRest(page, 2490);
});

test('a page that plays goes on playing after its worker threw an error', async ({ page }) => {
  await playInto(page, 1000);
  await setSpeed(page, 'auto pace');
  const beforeMs = await shownMs(page);
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by a test');
    });
  });
  await expect(page.getByRole('status').filter({ hasText: RESUMED })).toBeVisible();
  const afterMs = await shownMs(page);
  expect(afterMs).toBeGreaterThanOrEqual(beforeMs);
  expect(afterMs).toBeLessThan(beforeMs + 1500);
  await expect(sentence(page)).toContainText('Round 1.');
  await reaches(page, 'pagesArrived', 20_000);
  await expect(button(page, 'Pause')).toBeVisible();
});

test('a worker that falls silent is noticed', async ({ page }) => {
  await playInto(page, 1000);
  await setSpeed(page, 'auto pace');
  await page.workers()[0]?.evaluate(() => self.close());
  await expect(page.getByRole('status').filter({ hasText: RESUMED })).toBeVisible({ timeout: 20_000 });
  const arrived = await page.evaluate(() => window.__migrascope.store.getState().frame?.scalars[8] ?? 0);
  await reaches(page, 'pagesArrived', arrived + 2000);
});

test('branches made before the death are still there after it', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 5000 });
  await slider(page).press('Home');
  await atRest(page, 0);
  await button(page, 'Stop node 3').click();
  await expect(button(page, 'Branches 2')).toBeVisible();
  await page.evaluate(() => window.__migrascope.store.getState().actions.killWorker());
  await expect(page.getByRole('status').filter({ hasText: RESUMED })).toBeVisible();
  await button(page, 'Pause').click();
  await button(page, 'Branches 2').click();
  const left = await page.evaluate(() => window.__migrascope.store.getState().activeKey);
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
  // The new worker has to open that run again: until its picture is there, End would mean the branch being left.
  await page.waitForFunction((key) => {
    const { activeKey, frame } = window.__migrascope.store.getState();
    return activeKey !== key && frame?.runKey === activeKey;
  }, left);
  await slider(page).press('End');
  await atRest(page, 5000);
  await expect(sentence(page)).toContainText('x0 runs on node 2');
});
