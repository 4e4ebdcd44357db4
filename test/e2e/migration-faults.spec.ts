/** What goes wrong: a link that drops in the middle of a round, a host that dies. What is lost is said. */
import type { Page } from '@playwright/test';
import {
  expect,
  fault,
  fingerprint,
  labWith,
  MID_ROUND_MS,
  onScreen,
  openMigration,
  region,
  STILL,
  seek,
  sentences,
  setSpeed,
  side,
  test,
  toNextLab,
  valuesOf,
} from './migration.ts';

test.use(STILL);

const flags = (page: Page) => page.getByRole('list', { name: 'Faults on the axis' });
const BROKEN_MS = 1000;

test('while the link is down nothing moves and the guest writes on; then it goes on', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  const before = { lab: await onScreen(page), pages: await fingerprint(page) };
  await expect(flags(page)).toHaveCount(0);
  await toNextLab(page, () => fault(page, 'Break the link').click());
  expect(await onScreen(page)).toMatchObject({ atMs: MID_ROUND_MS });
  expect((await onScreen(page)).lab.spec.link.outages).toEqual([
    { fromMs: MID_ROUND_MS, toMs: MID_ROUND_MS + BROKEN_MS },
  ]);
  // What was on the wire arrives; from then on nothing does.
  await seek(page, MID_ROUND_MS + 10);
  const [sentA = 0, sentB = 0] = await valuesOf(page, 'bytesSent');
  const [writtenA = 0] = await valuesOf(page, 'pageWrites');
  await seek(page, MID_ROUND_MS + BROKEN_MS - 1);
  expect(await valuesOf(page, 'bytesSent')).toEqual([sentA, sentB]);
  expect((await valuesOf(page, 'pageWrites'))[0]).toBeGreaterThan(writtenA + 10_000);
  for (const name of ['A', 'B'] as const) await expect(side(page, name)).toContainText(/down since 1\.20/);
  const told = await sentences(page);
  expect(told[0]).toMatch(/The link is down for 999 ms: nothing moves, the VM writes on/);
  expect(told[1]).toMatch(/The link is down for 999 ms/);
  await expect(flags(page)).toContainText('link down for 1.00 s');

  await seek(page, MID_ROUND_MS + BROKEN_MS + 200);
  const [laterA = 0, laterB = 0] = await valuesOf(page, 'bytesSent');
  expect(laterA - sentA).toBeGreaterThan(10e6);
  expect(laterB - sentB).toBeGreaterThan(10e6);
  await page.keyboard.press('End');
  await expect
    .poll(() => sentences(page))
    .toEqual([expect.stringMatching(/Done/), expect.stringMatching(/Done/)]);
  expect((await onScreen(page)).endMs).toBeGreaterThan(before.lab.endMs + BROKEN_MS * 0.9);

  // Taken back by the button at its flag, whatever the moment; then all is as if it had never been.
  await toNextLab(page, () =>
    flags(page)
      .getByRole('button', { name: /^Remove the fault: link down at 1\.2\S* s for 1\.00 s$/ })
      .click(),
  );
  await expect(flags(page)).toHaveCount(0);
  expect((await onScreen(page)).endMs).toBe(before.lab.endMs);
  await seek(page, MID_ROUND_MS);
  expect(await fingerprint(page)).toEqual(before.pages);
  // And that is undone, too.
  await toNextLab(page, () => fault(page, 'Undo').click());
  await expect(flags(page)).toContainText('link down for 1.00 s');
});

test('all of it by keyboard, while it plays', async ({ page }) => {
  await openMigration(page);
  await setSpeed(page, '1/4 ×');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => (window.__migrascope.migration?.getState().moment?.atMs ?? 0) > 150);
  await page.keyboard.press('b');
  await page.waitForFunction(() => {
    const { lab, moment } = window.__migrascope.migration?.getState() ?? {};
    const broken = lab?.spec.link.outages[0];
    return broken !== undefined && (moment?.atMs ?? 0) > broken.fromMs + 20;
  });
  await page.keyboard.press('r');
  await page.waitForFunction(() => {
    const broken = window.__migrascope.migration?.getState().lab?.spec.link.outages[0];
    return broken !== undefined && broken.toMs - broken.fromMs < 1000;
  });
  // It plays on all the while.
  const { atMs } = await onScreen(page);
  await page.waitForFunction(
    (past) => (window.__migrascope.migration?.getState().moment?.atMs ?? 0) > past + 50,
    atMs,
  );
  await page.keyboard.press('Space');
  const remove = flags(page).getByRole('button', { name: /^Remove the fault/ });
  await remove.focus();
  await toNextLab(page, () => page.keyboard.press('Enter'));
  expect((await onScreen(page)).lab.spec.link.outages).toEqual([]);
  await expect(fault(page, 'Restore it now')).toHaveAttribute('aria-disabled', 'true');
});

test('the destination dies: what that costs each strategy is told', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await toNextLab(page, () => fault(page, 'Destination dies').click());
  await expect(fault(page, 'Destination dies')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('End');
  await expect
    .poll(() => sentences(page))
    .toEqual([
      expect.stringMatching(
        /The destination died after 1\.\d+ s: the VM runs on at the source, [\d,]+ pages went for nothing/,
      ),
      expect.stringMatching(/The VM is lost after 1\.\d+ s: [\d,]+ pages had no other copy/),
    ]);
  await expect(side(page, 'A')).toContainText(/died at 1\.2/);
  await expect(side(page, 'B')).toContainText('VM lost');
  // The words stand in the picture, and the pages themselves are marked.
  await expect(side(page, 'B').getByRole('status')).toContainText(/lost|no other copy/);
  await expect(region(page, /^Side B/).getByText('lost', { exact: true })).toBeVisible();
  const { outcomes } = await onScreen(page);
  expect(outcomes).toEqual(['aborted', 'vm-lost']);
  await expect(flags(page)).toContainText('destination dies');
  await toNextLab(page, () =>
    flags(page)
      .getByRole('button', { name: /^Remove the fault: destination dies/ })
      .click(),
  );
  expect((await onScreen(page)).outcomes).toEqual(['completed', 'completed']);
});

test('the source dies: only what went ahead of its pages is lost with it', async ({ page }) => {
  const stop = { kind: 'stop-and-copy' } as const;
  const lab = labWith({});
  await openMigration(page, {
    lab: { ...lab, against: { ...lab.spec.strategy, ...stop } },
    atMs: MID_ROUND_MS,
  });
  await toNextLab(page, () => fault(page, 'Source dies').click());
  await page.keyboard.press('End');
  await expect
    .poll(() => sentences(page))
    .toEqual([expect.stringMatching(/The VM is lost/), expect.stringMatching(/The VM is lost/)]);
  expect((await onScreen(page)).outcomes).toEqual(['vm-lost', 'vm-lost']);
  await expect(flags(page)).toContainText('source dies');
});

test('at the end nothing can be hurt, and the buttons say why', async ({ page }) => {
  await openMigration(page);
  await page.keyboard.press('End');
  await expect(fault(page, 'Break the link')).toHaveAttribute('aria-disabled', 'true');
  await expect(fault(page, 'Break the link')).toHaveAttribute('title', /over at this moment/);
  const { endMs } = await onScreen(page);
  await fault(page, 'Break the link').click({ force: true });
  await page.keyboard.press('b');
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toContainText(
    'Nothing moves any more at this moment; go back to one at which a migration is under way.',
  );
  expect(await onScreen(page)).toMatchObject({ endMs });
});
