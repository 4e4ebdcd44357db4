import type { Page } from '@playwright/test';
import {
  atRest,
  brackets,
  button,
  expect,
  openTrees,
  region,
  STILL,
  said,
  setSpeed,
  shown,
  stepOn,
  test,
  toQuestion,
  tree,
  type,
  zipf,
} from './trees.ts';

test.use(STILL);

const told = (page: Page) => page.getByRole('status').filter({ hasText: /worker stopped/ });

const RESUMED = 'The trees’ worker stopped; it was started again and resumed at operation 200.';

async function treesWorker(page: Page) {
  const worker = page.workers().find((one) => one.url().includes('trees'));
  if (!worker) throw new Error('The trees have no worker.');
  return worker;
}

test('a worker that dies is started again at the same step, and all goes on', async ({ page }) => {
  const spec = { tree: tree('splay'), start: 'random:31', stream: zipf(400) };
  await openTrees(page, { spec, at: { operation: 199, step: 4 } });
  const before = { text: await brackets(page), said: await said(page) };
  await page.evaluate(() => window.__migrascope.trees?.getState().actions.killWorker());
  await expect(told(page)).toContainText(RESUMED);
  await atRest(page, { operation: 199, step: 4 });
  expect({ text: await brackets(page), said: await said(page) }).toEqual(before);
  await button(page, 'Dismiss').click();
  await expect(told(page)).toHaveCount(0);
  expect(await stepOn(page)).toMatchObject({ operation: 199, step: 5 });
  await type(page, 'insert 99');
  await expect(button(page, 'Undo typed')).toBeVisible();
});

test('a page that plays goes on playing after its worker threw an error; Failover’s worker does not notice', async ({
  page,
}) => {
  await openTrees(page, { spec: { stream: zipf(1000) }, at: { operation: 199, step: 0 } });
  await setSpeed(page, '16× steps');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => (window.__migrascope.trees?.getState().moment?.operation ?? 0) >= 200);
  const others = page.workers().length;
  await (await treesWorker(page)).evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by a test');
    });
  });
  await expect(told(page)).toContainText('it was started again and resumed at operation 20');
  const { operation } = await shown(page);
  await page.waitForFunction(
    (past) => (window.__migrascope.trees?.getState().moment?.operation ?? 0) > past + 1,
    operation,
  );
  await expect(button(page, 'Pause')).toBeVisible();
  expect(page.workers().length).toBe(others);
  expect(await page.evaluate(() => window.__migrascope.store.getState().notice)).toBeNull();
});

test('a question stays open over the death of the worker', async ({ page }) => {
  await openTrees(page, { spec: { tree: tree('splay'), stream: zipf(100) } });
  const predict = region(page, 'Predict');
  await toQuestion(page);
  await page.evaluate(() => window.__migrascope.trees?.getState().actions.killWorker());
  await expect(told(page)).toContainText('it was started again');
  await expect(predict.getByRole('group', { name: 'Your answer' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(predict).toContainText(/Right\.|Wrong, it is/);
});

test('a hidden tab pauses and goes on where it was', async ({ page }) => {
  await openTrees(page, { spec: { stream: zipf(100_000) } });
  await setSpeed(page, '100 accesses/s');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => (window.__migrascope.trees?.getState().moment?.operation ?? 0) >= 10);
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
  await frames(10);
  const hidden = await shown(page);
  await frames(90);
  expect(await shown(page)).toEqual(hidden);
  await setVisible('visible');
  await frames(2);
  expect((await shown(page)).operation - hidden.operation).toBeLessThan(30);
  await page.waitForFunction(
    (past) => (window.__migrascope.trees?.getState().moment?.operation ?? 0) > past + 10,
    hidden.operation,
  );
  await expect(button(page, 'Pause')).toBeVisible();
});
