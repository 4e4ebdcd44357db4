import { gzipSync } from 'node:zlib';
import { button, expect, open, playInto, setSpeed, shownMs, test } from './app.ts';

const KB = 1000;

test('the first load is light', async ({ page }) => {
  const sizes = { script: 0, style: 0 };
  const bodies: Promise<void>[] = [];
  let shown = false;
  page.on('response', (response) => {
    // What comes once something is on screen keeps nobody waiting.
    if (shown) return;
    const kind = /\.(js|css)$/.exec(new URL(response.url()).pathname)?.[1];
    if (!kind) return;
    bodies.push(
      response.body().then((body) => {
        sizes[kind === 'js' ? 'script' : 'style'] += gzipSync(body, { level: 9 }).length;
      }),
    );
  });
  await open(page);
  shown = true;
  await Promise.all(bodies);
  expect(sizes.script).toBeGreaterThan(50 * KB);
  expect(sizes.script).toBeLessThanOrEqual(240 * KB);
  expect(sizes.style).toBeLessThanOrEqual(60 * KB);
});

test('nothing is fetched from elsewhere', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url());
  });
  await open(page);
  await button(page, 'Help').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test('a first frame is there before the traces have been loaded', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/page-traces/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The simulation is being loaded.');
  await expect(button(page, 'Play the 30 s demo')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toBeVisible();
  release();
  await expect(button(page, 'Stop node 1')).toBeVisible();
});

test('a hidden tab pauses and goes on without a jump', async ({ page }) => {
  await playInto(page, 500);
  await setSpeed(page, 'auto pace');
  const setVisible = (state: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      Object.defineProperty(document, 'hidden', { value: value === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await setVisible('hidden');
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
  await frames(10);
  const hiddenMs = await shownMs(page);
  await frames(90);
  expect(await shownMs(page)).toBe(hiddenMs);
  await setVisible('visible');
  await frames(2);
  const backMs = await shownMs(page);
  expect(backMs - hiddenMs).toBeLessThan(150);
  await page.waitForFunction(
    (ms) => (window.__migrascope.store.getState().frame?.scalars[0] ?? 0) / 1000 > ms,
    backMs + 100,
  );
  await expect(button(page, 'Pause')).toBeVisible();
});
