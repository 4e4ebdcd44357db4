/** Ways through the Evidence page: comparing, cancelling, choosing a run, addresses, a worker that dies. */
import type { Page } from '@playwright/test';
import {
  button,
  claim,
  drawn,
  expect,
  openEvidence,
  RUNS,
  region,
  section,
  test,
  twinsDone,
} from './evidence.ts';
import { clipped, SIZES, scroll, smallTexts } from './measure.ts';

const runs = (page: Page) => region(page, 'All runs');
const opened = (page: Page) => page.evaluate(() => window.__migrascope.evidence?.getState().chosen ?? null);

test('twins are simulated one after the other, can be cancelled, and go on', async ({ page }) => {
  await openEvidence(page);
  await page.waitForFunction(() => (window.__migrascope.evidence?.getState().twins.result?.length ?? 0) > 3);
  await section(page, 'machine').getByRole('button', { name: 'Cancel' }).click();
  const there = await page.evaluate(() => window.__migrascope.evidence?.getState().twins.result?.length ?? 0);
  expect(there).toBeLessThan(RUNS);
  await expect(claim(page, 'machine')).toContainText(`${there} of them compared so far`);
  await section(page, 'machine').getByRole('button', { name: 'Go on' }).click();
  await twinsDone(page);
  await expect(section(page, 'machine').getByRole('progressbar')).toHaveCount(0);
  await expect(runs(page).locator('tbody tr')).toHaveCount(RUNS);

  // Kinds of runs and measures, with the textbook beside.
  await page.getByRole('radio', { name: 'post-copy' }).check();
  const some = await runs(page).locator('tbody tr').count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(RUNS);
  for (const measure of ['Bytes sent', 'Downtime', 'Live rounds', 'Total time'])
    await page.getByRole('radio', { name: measure }).check();
  await page.getByRole('checkbox', { name: /textbook model/ }).check();
  await expect(section(page, 'machine')).toContainText('open: textbook');
});

test('a run is found, opened and closed by keyboard, and stands in the address', async ({ page }) => {
  await openEvidence(page);
  await twinsDone(page);
  await runs(page).getByRole('button', { name: /^Open/ }).first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const detail = region(page, 'One run');
  await expect(detail.getByRole('img', { name: /^Remaining memory over time/ })).toBeVisible();
  const first = await opened(page);
  expect(page.url()).toContain(`run=${first?.name}.${first?.repeat}`);
  await runs(page).getByRole('button', { name: /^Open/ }).first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => opened(page)).not.toEqual(first);
  const second = await opened(page);
  expect(page.url()).toContain(`run=${second?.name}.${second?.repeat}`);
  await page.reload();
  await expect(detail.getByRole('img', { name: /^Remaining memory over time/ })).toBeVisible();
  expect(await opened(page)).toEqual(second);
  await detail.getByRole('button', { name: 'Close' }).click();
  await expect(detail.getByRole('img')).toHaveCount(0);
});

test('a broken address is one sentence, and the page is there all the same', async ({ page }) => {
  for (const [query, named] of [
    ['?show=elsewhere', /section "elsewhere"/],
    ['?run=what', /run "what"/],
    ['?colour=red', /"colour"/],
  ] as const) {
    await page.goto('about:blank');
    await openEvidence(page, query);
    const alert = page.getByRole('alert').filter({ hasText: /\S/ });
    await expect(alert, query).toContainText(named);
    await expect(alert, query).toContainText('The page is shown from its beginning instead.');
    await expect(claim(page, 'machine')).toBeVisible();
    await button(page, 'Dismiss').click();
    await expect(alert).toHaveCount(0);
  }
  // A run there is not: the page says so, and where runs are.
  await page.goto('about:blank');
  await openEvidence(page, '?run=nothing-like-it.7');
  await expect(page.getByRole('alert').filter({ hasText: /nothing-like-it/ })).toBeVisible();
});

test('a section asked for by a link stays in sight while those above fill up, until the reader goes on', async ({
  page,
}) => {
  const shown = () =>
    section(page, 'speed').evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top < window.innerHeight && bottom <= window.innerHeight + 1;
    });
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  await openEvidence(page, '?show=speed');
  // Using it is no going on.
  await section(page, 'speed').getByRole('heading', { level: 2 }).click();
  const before = await height();
  await page.waitForFunction((least) => document.documentElement.scrollHeight > least + 40, before);
  await expect.poll(shown).toBe(true);
  expect(page.url()).toContain('show=speed');

  await page.mouse.move(700, 450);
  await page.mouse.wheel(0, -3000);
  await expect.poll(() => page.url()).not.toContain('show=speed');
  expect(await shown()).toBe(false);
});

test('a worker that dies takes nothing with it: what was under way begins anew', async ({ page }) => {
  await openEvidence(page);
  await page.waitForFunction(() => (window.__migrascope.evidence?.getState().twins.result?.length ?? 0) > 3);
  await page.evaluate(() => window.__migrascope.evidence?.getState().actions.killWorker());
  await twinsDone(page);
  await expect(claim(page, 'machine')).toContainText(/off in the median/);
  await page.waitForFunction(() => window.__migrascope.evidence?.getState().notice === null);

  await button(page, 'Try an example').click();
  await expect(claim(page, 'log')).toContainText(/^example-log\.jsonl: /);
  const before = await claim(page, 'log').textContent();
  await page.evaluate(() => window.__migrascope.evidence?.getState().actions.killWorker());
  await page.waitForFunction(() => window.__migrascope.evidence?.getState().status === 'ready');
  await expect(claim(page, 'log')).toHaveText(before ?? '');
  const writes = page.getByRole('textbox', { name: 'Page writes' });
  await writes.fill('1000');
  await writes.press('Enter');
  await expect(claim(page, 'log')).not.toHaveText(before ?? '');
});

test('work goes on while another workspace is on screen', async ({ page }) => {
  await openEvidence(page);
  await page.getByRole('link', { name: 'Trees' }).click();
  await expect(region(page, 'Tree')).toBeVisible();
  await twinsDone(page);
  await page.getByRole('link', { name: 'Evidence' }).click();
  await expect(claim(page, 'machine')).toContainText(/off in the median/);
});

test('everything on the page can be read at every size', async ({ page }) => {
  await openEvidence(page, '?run=u-256-64-h16-8000-d30.1');
  await twinsDone(page);
  await expect(region(page, 'One run').getByRole('img').first()).toBeVisible();
  await button(page, 'Try an example').click();
  await expect(claim(page, 'log')).toContainText(/^example-log\.jsonl: /);
  for (const details of await page.locator('main details').all())
    await details.evaluate((element) => element.setAttribute('open', ''));
  for (const name of ['published', 'prediction']) await section(page, name).scrollIntoViewIfNeeded();
  await page.waitForFunction(() => {
    const { published, gains } = window.__migrascope.evidence?.getState() ?? {};
    return published?.busy === false && published.result !== null && gains?.result !== null;
  });
  for (const viewport of SIZES) {
    const size = `${viewport.width} × ${viewport.height}`;
    await page.setViewportSize(viewport);
    await drawn(page);
    expect.soft((await scroll(page)).across, size).toBe(0);
    expect.soft(await clipped(page), size).toEqual([]);
    expect.soft(await smallTexts(page, 12), size).toEqual([]);
  }
});
