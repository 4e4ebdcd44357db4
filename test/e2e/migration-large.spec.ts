/** A million pages, twice. Times are printed and attached, never asserted: they belong to the machine. */
import type { Page, TestInfo } from '@playwright/test';
import {
  atRest,
  button,
  drawn,
  expect,
  fingerprint,
  onScreen,
  openMigration,
  ready,
  region,
  seek,
  test,
} from './migration.ts';

const PAGES = 1_048_576;

interface Frames {
  seconds: number;
  /** animation frames of the page, and moments of the migration that came on screen */
  frames: number;
  moments: number;
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
    let moments = 0;
    const leave = window.__migrascope.migration?.subscribe((state, before) => {
      if (state.moment !== before.moment) moments += 1;
    });
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
      leave?.();
      const sorted = gaps.toSorted((a, b) => a - b);
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
      const sum = gaps.reduce((all, gap) => all + gap, 0);
      const round = (value: number) => Math.round(value * 10) / 10;
      return {
        seconds: round(sum / 1000),
        frames: gaps.length,
        moments,
        perSecond: round((1000 * gaps.length) / sum),
        medianMs: round(at(0.5)),
        p95Ms: round(at(0.95)),
        worstMs: round(at(1)),
        longTasks: tasks.length,
        longestTaskMs: round(Math.max(0, ...tasks)),
      };
    };
    Object.assign(window, { endMeasurement: end });
  });
  return () => page.evaluate(() => (window as unknown as { endMeasurement: () => Frames }).endMeasurement());
}

async function tell(info: TestInfo, what: string, figures: object): Promise<void> {
  const text = `${what}: ${JSON.stringify(figures)}`;
  info.annotations.push({ type: 'frames', description: text });
  await info.attach(what, { body: text, contentType: 'text/plain' });
  process.stdout.write(`    ${text}\n`);
}

test('two VMs of 4 GiB: every page arrives, every moment can be gone to, and playing is measured', async ({
  page,
}, info) => {
  const beganAt = Date.now();
  await openMigration(page, { lab: ready('four-gib') });
  await tell(info, 'opened', { ms: Date.now() - beganAt });
  const { endMs, outcomes } = await onScreen(page);
  expect(outcomes).toEqual(['completed', 'completed']);

  let end = await measure(page);
  await page.keyboard.press('Space');
  await page.waitForFunction(
    (ms) => (window.__migrascope.migration?.getState().moment?.atMs ?? 0) > ms,
    endMs * 0.2,
  );
  const playing = await end();
  await button(page, 'Pause').click();
  await atRest(page);
  await tell(info, 'playing at its own pace', playing);
  // What is asked for is answered and shown: the page never runs ahead of its worker for long.
  expect(playing.moments).toBeGreaterThan(playing.frames / 4);

  const grid = await page.getByRole('application').first().boundingBox();
  if (grid === null) throw new Error('There is no picture.');
  await page.mouse.move(grid.x + grid.width / 2, grid.y + grid.height / 2);
  end = await measure(page);
  for (let i = 0; i < 24; i += 1) {
    await page.mouse.wheel(0, i < 16 ? -240 : 240);
    await drawn(page);
    if (i === 15) await expect(region(page, 'Memory')).toContainText('1 cell = 1 page of 4 KiB');
  }
  await tell(info, 'zooming to single pages and back', await end());

  // To and fro over all of it: no page is lost on the way.
  end = await measure(page);
  const prints = new Map<number, string>();
  const moments = [0.9, 0.1, 0.5, 1, 0.3, 0.9, 0.5, 0.1].map((share) => Math.round(endMs * share));
  for (const ms of moments) {
    await seek(page, Math.min(ms, endMs));
    const print = String(await fingerprint(page));
    expect(prints.get(ms) ?? print, `${ms} ms`).toBe(print);
    prints.set(ms, print);
  }
  await tell(info, 'eight jumps, each looked at page by page', await end());
  expect(prints.size).toBe(5);

  await page.keyboard.press('End');
  await atRest(page);
  const there = await page.evaluate(() =>
    (window.__migrascope.migration?.getState().moment?.sides ?? []).map(({ states }) => [
      states.length,
      states.filter((state) => state === states[0] || state === 5).length,
    ]),
  );
  for (const [pages, arrived] of there) expect([pages, arrived]).toEqual([PAGES, PAGES]);
});
