/** Which strategies are compared, and under which conditions: by mouse, by keyboard, from the lists there are. */
import { defaultMove } from '../../src/engine/experiments/moves.ts';
import {
  atRest,
  button,
  expect,
  MID_ROUND_MS,
  onScreen,
  openMigration,
  ready,
  STILL,
  side,
  strategy,
  test,
  toNextLab,
} from './migration.ts';

test.use(STILL);

test('strategies of both sides are chosen and swapped by keyboard alone, and the moment stays', async ({
  page,
}) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await strategy(page, 'A').focus();
  // As a select is used without a mouse: by the first letters of what is wanted.
  await toNextLab(page, () => page.keyboard.type('Hyb'));
  await expect(strategy(page, 'A')).toHaveValue('hybrid');
  await expect(side(page, 'A')).toContainText('Hybrid');
  expect(await onScreen(page)).toMatchObject({ atMs: MID_ROUND_MS });
  await page.keyboard.press('Tab');
  await expect(button(page, 'Swap A and B')).toBeFocused();
  await toNextLab(page, () => page.keyboard.press('Enter'));
  await expect(side(page, 'A')).toContainText('Post-copy');
  await expect(side(page, 'B')).toContainText('Hybrid');
  await expect(button(page, 'Swap A and B')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(strategy(page, 'B')).toBeFocused();
  await toNextLab(page, () => page.keyboard.press('Home'));
  await expect(side(page, 'B')).toHaveCount(0);
  await expect(button(page, 'Swap A and B')).toBeDisabled();
  expect((await onScreen(page)).lab.against).toBeNull();
});

test('a strategy is found in the panel and used by keyboard; the focus comes back', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await button(page, 'Strategies').focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Strategies' });
  await expect(panel).toBeVisible();
  await expect(panel.getByRole('article', { name: 'Pre-copy', exact: true })).toContainText(/Source: /);
  await expect(panel.getByRole('button', { name: 'is A: Pre-copy', exact: true })).toBeDisabled();
  // Every strategy has its rule.
  const articles = await panel.getByRole('article').count();
  expect(articles).toBeGreaterThanOrEqual(7);
  await expect(panel.getByRole('article').getByRole('region', { name: /^Rule of / })).toHaveCount(articles);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(button(page, 'Strategies')).toBeFocused();

  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Use as B: Stop and copy' }).focus();
  await toNextLab(page, () => page.keyboard.press('Enter'));
  await expect(panel).toHaveCount(0);
  await expect(side(page, 'B')).toContainText('Stop and copy');
  expect(await onScreen(page)).toMatchObject({
    atMs: MID_ROUND_MS,
    lab: { against: { kind: 'stop-and-copy' } },
  });
});

test('a ready-made migration is opened at its beginning, and undone', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await button(page, 'Setup').click();
  const setup = page.getByRole('dialog', { name: 'Setup' });
  const dies = setup.getByRole('button', { name: /^The destination dies/ });
  await expect(setup.getByRole('button', { name: /^Before or after/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await toNextLab(page, () => dies.click());
  await expect(dies).toHaveAttribute('aria-current', 'true');
  expect(await onScreen(page)).toMatchObject({ lab: ready('destination-dies'), atMs: 0 });
  // A recorded program comes over the network of the page itself.
  await toNextLab(page, () => setup.getByRole('button', { name: /^A recorded program/ }).click());
  expect((await onScreen(page)).lab).toEqual(ready('recorded'));
  await page.keyboard.press('Escape');
  await toNextLab(page, () => page.keyboard.press('z'));
  await toNextLab(page, () => page.keyboard.press('z'));
  expect((await onScreen(page)).lab).toEqual(defaultMove);
});

test('settings that cannot be wait in their field, and nothing on screen is lost', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  await button(page, 'Setup').click();
  const setup = page.getByRole('dialog', { name: 'Setup' });
  const before = await onScreen(page);
  const writes = setup.getByRole('textbox', { name: /^Page writes|^Writes/ });
  for (const wrong of ['-1', '99999999999']) {
    await writes.fill(wrong);
    await writes.press('Enter');
    await expect(setup.getByText(/must lie between|was given/), wrong).toHaveCount(1);
    await expect(writes, wrong).toHaveAttribute('aria-invalid', 'true');
    expect(await onScreen(page)).toEqual(before);
  }
  await toNextLab(page, async () => {
    await writes.fill('4000');
    await writes.press('Enter');
  });
  await expect(setup.getByText(/must lie between|was given/)).toHaveCount(0);
  const after = await onScreen(page);
  expect(after.lab.spec.vm.workload.writesPerSecond).toBe(4000);
  expect(after).toMatchObject({ atMs: MID_ROUND_MS });
  expect(after.endMs).toBeLessThan(before.endMs);

  // Of the sides: what belongs to both changes both, what belongs to a strategy changes one.
  await setup.getByRole('button', { name: /^Strategy A/ }).click();
  const first = setup.getByRole('group', { name: 'Strategy A', exact: true });
  await toNextLab(page, () =>
    first.getByRole('combobox', { name: 'Stop rule' }).selectOption({ label: 'Xen' }),
  );
  const { lab } = await onScreen(page);
  expect([lab.spec.strategy.stopRule.kind, lab.against?.stopRule.kind]).toEqual(['xen', 'qemu']);
  await toNextLab(page, () =>
    setup.getByRole('combobox', { name: 'Pattern' }).selectOption({ label: 'Uniform' }),
  );
  expect((await onScreen(page)).lab.spec.vm.workload.pattern).toBe('uniform');
});

test('a large migration that is being made ready can be given up', async ({ page }) => {
  await openMigration(page, { atMs: MID_ROUND_MS });
  const before = await onScreen(page);
  await button(page, 'Setup').click();
  const setup = page.getByRole('dialog', { name: 'Setup' });
  await setup.getByRole('button', { name: /^Four GiB/ }).click();
  await expect(setup.getByRole('status')).toContainText(/Making it ready: \d+ %/);
  await setup.getByRole('button', { name: 'Cancel', exact: true }).click();
  await atRest(page, MID_ROUND_MS);
  expect(await onScreen(page)).toEqual(before);
  await expect(setup.getByText(/Making it ready/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await atRest(page);
  expect((await onScreen(page)).atMs).toBeGreaterThan(MID_ROUND_MS);
});
