/** Choosing strategies, setting up, hurting the run, files and keys, as people do it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { defaultMove } from '../../src/engine/experiments/moves.ts';
import { atRest, button, drop, expect, onScreen, openMigration, region, test } from './migration.ts';

const example = readFileSync(new URL('../../public/evidence/example-log.jsonl', import.meta.url), 'utf8');
const MID_ROUND_MS = 1200;

const faults = (page: Page, name: string) => region(page, 'Faults').getByRole('button', { name });
const strategy = (page: Page, side: 'A' | 'B') =>
  page.getByRole('combobox', { name: `Strategy of side ${side}` });

test('a strategy is chosen for either side, and the sides are swapped', async ({ page }) => {
  await openMigration(page);
  await strategy(page, 'B').selectOption('Stop and copy');
  await expect(strategy(page, 'B')).toHaveValue('stop-and-copy');
  await atRest(page);
  expect((await onScreen(page)).lab.against?.kind).toBe('stop-and-copy');
  await button(page, 'Swap A and B').click();
  await expect(strategy(page, 'A')).toHaveValue('stop-and-copy');
  await atRest(page);
  await strategy(page, 'B').selectOption('none');
  await expect(strategy(page, 'B')).toHaveValue('');
  await atRest(page);
  expect((await onScreen(page)).outcomes).toEqual(['completed']);
});

test('the link breaks in the middle of a round, is restored, and all of it is undone', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  const before = await onScreen(page);
  await region(page, 'Faults').getByRole('radio', { name: '0.2 s' }).check();
  await faults(page, 'Break the link').click();
  await expect(faults(page, 'Restore it now')).not.toHaveAttribute('aria-disabled');
  await atRest(page, MID_ROUND_MS);
  const broken = await onScreen(page);
  expect(broken.lab.spec.link.outages).toEqual([{ fromMs: MID_ROUND_MS, toMs: MID_ROUND_MS + 200 }]);
  // Nothing moves meanwhile, so it takes at least about so much longer; pages written meanwhile add to it.
  expect(broken.endMs - before.endMs).toBeGreaterThan(150);

  await page.keyboard.press('Shift+ArrowRight');
  await atRest(page);
  const { atMs } = await onScreen(page);
  await page.keyboard.press('r');
  await expect(faults(page, 'Restore it now')).toHaveAttribute('aria-disabled', 'true');
  await atRest(page, atMs);
  expect((await onScreen(page)).lab.spec.link.outages[0]?.toMs).toBeCloseTo(atMs, 3);

  await page.keyboard.press('z');
  await atRest(page);
  await page.keyboard.press('z');
  await expect(faults(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
  await atRest(page);
  expect((await onScreen(page)).endMs).toBe(before.endMs);
});

test('a host dies while it plays: what that means depends on the strategy', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await page.keyboard.press('Space');
  await faults(page, 'Destination dies').click();
  await page.waitForFunction(() => {
    const state = window.__migrascope.migration?.getState();
    return (
      state !== undefined && state.lab?.spec.faults.destinationDiesAtMs !== null && state.atMs >= state.endMs
    );
  });
  await atRest(page);
  expect((await onScreen(page)).outcomes).toEqual(['aborted', 'vm-lost']);
  await expect(faults(page, 'Break the link')).toHaveAttribute('aria-disabled', 'true');
});

test('a setting counts at once and at the same moment; what cannot be is told where it stands', async ({
  page,
}) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await button(page, 'Setup').click();
  const setup = page.getByRole('dialog', { name: 'Setup' });
  await setup.getByRole('button', { name: /^Link/ }).click();
  const bandwidth = setup.getByRole('textbox', { name: 'Bandwidth (MB/s)' });
  await bandwidth.fill('0');
  await bandwidth.press('Enter');
  await expect(setup).toContainText('0 was given, and the run was left as it is.');
  expect((await onScreen(page)).lab).toEqual(defaultMove);
  await bandwidth.fill('62.5');
  await bandwidth.press('Enter');
  await page.waitForFunction(
    () => window.__migrascope.migration?.getState().lab?.spec.link.bandwidthBytesPerSecond === 62_500_000,
  );
  await atRest(page, MID_ROUND_MS);
  await expect(setup.getByText('own settings')).toHaveCount(1);
  const hot = setup.getByRole('textbox', { name: 'Hot set (MiB)' });
  await hot.fill('5000');
  await hot.press('Enter');
  await expect(setup).toContainText('“Hot set” is 5000; it must lie between 0 and 256.');
  await button(page, 'Reset to default').click();
  await atRest(page, 0);
  expect((await onScreen(page)).lab).toEqual(defaultMove);
});

test('a shared file opens again when it is dropped', async ({ page }) => {
  await openMigration(page, { lab: { ...defaultMove, spec: { ...defaultMove.spec, seed: 77 } } });
  await button(page, 'Share').click();
  const text = await page.getByRole('textbox', { name: 'Migration B as a file' }).inputValue();
  await page.keyboard.press('Escape');
  await openMigration(page);
  await drop(page, 'migration-b.json', text);
  await page.waitForFunction(() => window.__migrascope.migration?.getState().lab?.spec.seed === 77);
  await atRest(page);
  const { lab } = await onScreen(page);
  expect([lab.spec.strategy.kind, lab.against]).toEqual(['post-copy', null]);
});

test('a wrong file is one sentence, and nothing is lost', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await drop(page, 'shopping.txt', 'milk\nbutter\n');
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toContainText(
    /^shopping\.txt is nothing that can be read here; /,
  );
  await drop(page, 'half.json', '{"version": 1, "vm": {"memoryMiB": 0.5}}');
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toContainText(
    /^half\.json cannot be opened: /,
  );
  await atRest(page, MID_ROUND_MS);
  expect((await onScreen(page)).lab).toEqual(defaultMove);
});

test('a log of query-migrate goes to the Evidence page, which draws it', async ({ page }) => {
  await openMigration(page);
  await drop(page, 'mine.jsonl', example);
  await expect(page.locator('#evidence-log').getByRole('heading', { level: 2 })).toContainText(
    /^mine\.jsonl: /,
  );
  expect(page.url()).toContain('#/evidence');
});

test('a strategy is read about and used', async ({ page }) => {
  await openMigration(page);
  await button(page, 'Strategies').click();
  const hybrid = page.getByRole('article', { name: 'Hybrid' });
  await expect(hybrid).toContainText('at the next window: suspend the VM');
  await hybrid.getByRole('button', { name: 'Use as A' }).click();
  await expect(strategy(page, 'A')).toHaveValue('hybrid');
  await atRest(page);
});
