/** Ten thousand nodes. Times are printed and attached, never asserted: they belong to the machine. */
import type { Page, TestInfo } from '@playwright/test';
import {
  atRest,
  button,
  drawn,
  expect,
  openTrees,
  places,
  region,
  setSpeed,
  shown,
  test,
  zipf,
} from './trees.ts';

const BIG = { spec: { start: 'balanced:10000', stream: zipf(20_000) } };

interface Frames {
  seconds: number;
  frames: number;
  perSecond: number;
  medianMs: number;
  p95Ms: number;
  worstMs: number;
  longTasks: number;
  longestTaskMs: number;
}

/** Begins to measure what the page's frames take; the function it gives ends it. */
async function measure(page: Page): Promise<() => Promise<Frames>> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    const tasks: number[] = [];
    const observer = new PerformanceObserver((found) => {
      for (const { duration } of found.getEntries()) tasks.push(duration);
    });
    observer.observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    let going = true;
    const next = (now: number) => {
      gaps.push(now - last);
      last = now;
      if (going) requestAnimationFrame(next);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(next);
    });
    const end = () => {
      going = false;
      observer.disconnect();
      const sorted = gaps.toSorted((a, b) => a - b);
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
      const sum = gaps.reduce((all, gap) => all + gap, 0);
      const round = (value: number) => Math.round(value * 10) / 10;
      return {
        seconds: round(sum / 1000),
        frames: gaps.length,
        perSecond: round((1000 * gaps.length) / sum),
        medianMs: round(at(0.5)),
        p95Ms: round(at(0.95)),
        worstMs: round(at(1)),
        longTasks: tasks.length,
        longestTaskMs: round(Math.max(0, ...tasks)),
      };
    };
    Object.assign(window, { endMeasurement: end, measured: () => performance.now() });
  });
  return () => page.evaluate(() => (window as unknown as { endMeasurement: () => Frames }).endMeasurement());
}

async function tell(info: TestInfo, what: string, figures: Frames): Promise<void> {
  const text = `${what}: ${JSON.stringify(figures)}`;
  info.annotations.push({ type: 'frames', description: text });
  await info.attach(what, { body: text, contentType: 'text/plain' });
  process.stdout.write(`    ${text}\n`);
}

/** A number that changes with the pixels of the picture. */
function pixels(page: Page): Promise<number> {
  return region(page, 'Tree')
    .locator('canvas')
    .first()
    .evaluate((element) => {
      // A copy is read: reading the picture itself would make it slow from then on.
      const { width, height } = element as HTMLCanvasElement;
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      copy?.drawImage(element as HTMLCanvasElement, 0, 0);
      const data = copy?.getImageData(0, 0, width, height).data ?? [];
      let hash = 0;
      for (let i = 0; i < data.length; i += 4)
        hash = (hash * 31 + (data[i] ?? 0) + 7 * (data[i + 3] ?? 0)) | 0;
      return hash;
    });
}

async function centre(page: Page): Promise<{ x: number; y: number }> {
  const box = await region(page, 'Tree').locator('canvas').first().boundingBox();
  if (box === null) throw new Error('There is no picture.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('ten thousand nodes: all arrive, and playing, panning and zooming are measured', async ({
  page,
}, info) => {
  test.setTimeout(90_000);
  await openTrees(page, BIG);
  expect(await shown(page)).toMatchObject({ size: 10_000, rows: 10_000, whole: true, operations: 20_000 });
  const { x, y } = await centre(page);

  await setSpeed(page, '100 accesses/s');
  let end = await measure(page);
  const { operation } = await shown(page);
  await page.keyboard.press('Space');
  await page.waitForFunction(
    (from) => (window.__migrascope.trees?.getState().moment?.operation ?? 0) >= from + 200,
    operation,
  );
  const playing = await end();
  expect(playing.frames).toBeGreaterThan(5);
  await tell(info, 'playing, 100 accesses/s', playing);
  await button(page, 'Pause').click();
  await atRest(page);

  // Near enough that there is somewhere to pan to.
  await page.mouse.move(x, y);
  for (let i = 0; i < 4; i += 1) await page.mouse.wheel(0, -300);
  await expect(region(page, 'Tree').getByRole('slider', { name: 'Window' })).toBeVisible();
  await drawn(page);

  const before = await pixels(page);
  end = await measure(page);
  await page.mouse.down();
  const seen = new Set<number>();
  for (let i = 0; i < 120; i += 1) {
    await page.mouse.move(x + 150 * Math.sin(i / 12), y + 30 * Math.sin(i / 9));
    if (i % 30 === 15) seen.add(await pixels(page));
  }
  await page.mouse.up();
  await tell(info, 'panning', await end());
  expect(seen.size).toBe(4);
  expect(seen).not.toContain(before);

  end = await measure(page);
  const zoomed = new Set<number>();
  for (let i = 0; i < 60; i += 1) {
    await page.mouse.wheel(0, i < 30 ? -60 : 60);
    await drawn(page);
    if (i === 2 || i === 15 || i === 29) zoomed.add(await pixels(page));
  }
  await tell(info, 'zooming', await end());
  expect(zoomed.size).toBe(3);

  // The whole tree again, and playing it.
  await button(page, 'Fit').click();
  await drawn(page);
  await expect(region(page, 'Tree').getByRole('slider', { name: 'Window' })).toHaveCount(0);
  end = await measure(page);
  await setSpeed(page, 'as fast as possible');
  await page.keyboard.press('Space');
  await atRest(page);
  await tell(info, 'all 20,000 operations, as fast as possible', await end());
  expect((await shown(page)).operation).toBe(19_999);
});

test('the window over ten thousand keys goes by keyboard, and labels stand where they fit', async ({
  page,
}) => {
  await openTrees(page, BIG);
  const slider = region(page, 'Tree').getByRole('slider', { name: 'Window' });
  if (!(await slider.isVisible())) {
    const { x, y } = await centre(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -1200);
  }
  await expect(slider).toBeVisible();
  const now = () => slider.getAttribute('aria-valuenow').then(Number);
  await slider.press('Home');
  await expect.poll(now).toBe(0);
  const first = await pixels(page);
  await slider.press('ArrowRight');
  await expect.poll(now).toBeGreaterThan(0);
  await expect.poll(() => pixels(page)).not.toBe(first);
  await slider.press('End');
  const last = Number(await slider.getAttribute('aria-valuemax'));
  await expect.poll(now).toBe(last);
  await expect(slider).toHaveAttribute('aria-valuetext', /^keys [\d,]+ to 9,?999 of 10,000$/);

  // By keyboard in the picture itself, and back to all of it.
  const view = page.getByRole('group', { name: /^Picture of the tree/ });
  await view.focus();
  const there = await pixels(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => pixels(page)).not.toBe(there);
  await page.keyboard.press('+');
  await page.keyboard.press('f');
  await expect(slider).toHaveCount(0);
  await expect(region(page, 'Tree')).toContainText('keys 0–9999');
});

test('a node of a large tree is picked in the picture and by its keys', async ({ page }) => {
  await openTrees(page, { spec: { start: 'balanced:1000', stream: zipf(100) } });
  await page.getByRole('tree').locator('[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const name = await page.locator(':focus').getAttribute('aria-label');
  expect(name).toMatch(/^key 500, depth 0|^key 499, depth 0|^key \d+, depth 0/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  const menu = await page.getByRole('menu').getAttribute('aria-label');
  expect(menu).toBe(`Key ${/\d+/.exec(name ?? '')?.[0]}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(Object.keys(await places(page))).toHaveLength(1);
});
