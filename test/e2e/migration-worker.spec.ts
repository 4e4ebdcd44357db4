/** A worker that dies, a tab that is hidden, files that are dropped: nothing on screen is lost. */
import type { Page } from '@playwright/test';
import {
  atRest,
  button,
  expect,
  fault,
  fingerprint,
  MID_ROUND_MS,
  onScreen,
  openMigration,
  region,
  STILL,
  seek,
  sentences,
  setSpeed,
  side,
  strategy,
  test,
  toNextLab,
} from './migration.ts';

test.use(STILL);

const told = (page: Page) => page.getByRole('status').filter({ hasText: /worker stopped/ });
const kill = (page: Page) =>
  page.evaluate(() => window.__migrascope.migration?.getState().actions.killWorker());
const RESUMED = 'The migration worker stopped; it was started again and resumed at';

const passes = (page: Page, ms: number) =>
  page.waitForFunction((past) => (window.__migrascope.migration?.getState().moment?.atMs ?? 0) > past, ms);

test('a worker that dies is started again at the same moment, and all goes on', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await seek(page, 1800);
  await seek(page, MID_ROUND_MS);
  const before = { pages: await fingerprint(page), said: await sentences(page), lab: await onScreen(page) };
  await kill(page);
  await expect(told(page)).toContainText(`${RESUMED} ${MID_ROUND_MS} ms.`);
  await atRest(page, MID_ROUND_MS);
  expect({ pages: await fingerprint(page), said: await sentences(page), lab: await onScreen(page) }).toEqual(
    before,
  );
  // What was seen before may be told still.
  await expect(page.getByRole('slider', { name: 'Time', exact: true })).toHaveAttribute(
    'aria-valuemax',
    '1800',
  );
  await button(page, 'Dismiss').click();
  await expect(told(page)).toHaveCount(0);
  await toNextLab(page, () => fault(page, 'Break the link').click());
  await toNextLab(page, () => fault(page, 'Undo').click());
  await page.keyboard.press('ArrowRight');
  await atRest(page);
  expect((await onScreen(page)).atMs).toBeGreaterThan(MID_ROUND_MS);
});

test('what plays plays on after its worker threw an error; no other worker notices', async ({ page }) => {
  await openMigration(page);
  await setSpeed(page, '1/10 ×');
  await page.keyboard.press('Space');
  await passes(page, 20);
  const all = page.workers();
  const worker = all.find((one) => one.url().includes('migration'));
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by a test');
    });
  });
  await expect(told(page)).toContainText(RESUMED);
  const { atMs } = await onScreen(page);
  await passes(page, atMs + 10);
  await expect(button(page, 'Pause')).toBeVisible();
  expect(page.workers()).toHaveLength(all.length);
  expect(await page.evaluate(() => window.__migrascope.store.getState().notice)).toBeNull();
});

test('long work begins again after the worker died', async ({ page }) => {
  await openMigration(page, { view: 'all' });
  await page.waitForFunction(
    () => (window.__migrascope.migration?.getState().compare.result?.length ?? 0) >= 1,
  );
  await kill(page);
  await expect(told(page)).toContainText(RESUMED);
  await page.waitForFunction(() => {
    const { compare, catalogue } = window.__migrascope.migration?.getState() ?? {};
    return compare?.busy === false && compare.result?.length === catalogue?.comparison.length;
  });
  await expect(region(page, 'All strategies').getByText('not simulated yet')).toHaveCount(0);
});

test('a worker that dies while another migration is made ready takes nothing with it', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  const before = await onScreen(page);
  await button(page, 'Setup').click();
  await page.getByRole('button', { name: /^Four GiB/ }).click();
  await expect(page.getByText(/Making it ready: \d+ %/)).toBeVisible();
  await kill(page);
  await atRest(page, MID_ROUND_MS);
  expect(await onScreen(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await toNextLab(page, () => strategy(page, 'A').selectOption('hybrid'));
  await expect(side(page, 'A')).toContainText('Hybrid');
});

test('a worker that dies again and again is told once, and the page says what to do', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  const before = await sentences(page);
  for (let i = 0; i < 3; i += 1) {
    await kill(page);
    await page.waitForFunction(() => window.__migrascope.migration?.getState().status === 'ready');
  }
  await kill(page);
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toContainText(
    /^The migration worker stopped several times in a row .* Reload the page to try again/,
  );
  expect(await sentences(page)).toEqual(before);
  await page.reload();
  await atRest(page, MID_ROUND_MS);
});

test('a hidden tab stands still and goes on where it was', async ({ page }) => {
  await openMigration(page);
  await setSpeed(page, '1/10 ×');
  await page.keyboard.press('Space');
  await passes(page, 20);
  const setVisible = (visibility: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      Object.defineProperty(document, 'hidden', { value: value === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibility);
  /** Lets the page live through so many frames, hidden or not. */
  const frames = (count: number) =>
    page.evaluate(
      (all) =>
        new Promise<void>((done) => {
          let left = all;
          const next = () => {
            left -= 1;
            if (left < 0) done();
            else requestAnimationFrame(next);
          };
          next();
        }),
      count,
    );
  await setVisible('hidden');
  await frames(5);
  const { atMs: hidden } = await onScreen(page);
  await frames(60);
  expect((await onScreen(page)).atMs).toBe(hidden);
  await setVisible('visible');
  await frames(1);
  expect((await onScreen(page)).atMs - hidden).toBeLessThan(40);
  await passes(page, hidden + 10);
  await expect(button(page, 'Pause')).toBeVisible();
});
