/** Playing, jumping, and going back: a moment is the same wherever one comes from, and what was not shown is not told. */
import type { Page } from '@playwright/test';
import { defaultMove } from '../../src/engine/experiments/moves.ts';
import {
  atRest,
  button,
  drawn,
  expect,
  fingerprint,
  judged,
  labWith,
  MID_ROUND_MS,
  onScreen,
  openMigration,
  ready,
  region,
  STILL,
  seek,
  sentences,
  setSpeed,
  slider,
  test,
  told,
} from './migration.ts';

test.use(STILL);

const play = (page: Page) => button(page, 'Play');
const pause = (page: Page) => button(page, 'Pause');
const clock = (page: Page) => page.getByRole('status', { name: 'Moment on screen' });

const passes = (page: Page, ms: number) =>
  page.waitForFunction((past) => (window.__migrascope.migration?.getState().moment?.atMs ?? 0) > past, ms);

const turnsOf = (page: Page) =>
  page.evaluate(() => {
    const sides = window.__migrascope.migration?.getState().opened?.sides ?? [];
    return [...new Set(sides.flatMap(({ turns }) => turns.map(({ ms }) => ms)))].sort((a, b) => a - b);
  });

test('it plays to its end by itself, stops, and begins anew', async ({ page }) => {
  await openMigration(page);
  await setSpeed(page, '1 ×');
  await play(page).click();
  await expect(pause(page)).toBeVisible();
  await passes(page, 100);
  // Space after the click is still play and pause.
  await page.keyboard.press('Space');
  await atRest(page);
  const { atMs } = await onScreen(page);
  await expect(clock(page)).toHaveText(`${(atMs / 1000).toFixed(4)} s`);
  await expect(page.getByText(`${(atMs / 1000).toFixed(3)}`, { exact: true })).toBeVisible();
  await setSpeed(page, '10 ×');
  await page.keyboard.press('Space');
  const { endMs } = await onScreen(page);
  await atRest(page, endMs);
  await expect
    .poll(() => sentences(page))
    .toEqual([expect.stringMatching(/Done/), expect.stringMatching(/Done/)]);
  await expect(button(page, 'To the end')).toHaveAttribute('aria-disabled', 'true');
  await setSpeed(page, '1 ×');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => {
    const { moment, playing } = window.__migrascope.migration?.getState() ?? {};
    return playing === true && (moment?.atMs ?? 0) < 1000 && (moment?.atMs ?? 0) > 20;
  });
  await page.keyboard.press('Home');
  await atRest(page, 0);
});

test('turning points, ends and fine steps by keyboard, wherever the focus is', async ({ page }) => {
  await openMigration(page);
  const turns = await turnsOf(page);
  const { endMs } = await onScreen(page);
  expect(turns.length).toBeGreaterThan(5);
  const later = turns.filter((ms) => ms > 0.0005);
  for (const ms of later) {
    await page.keyboard.press('ArrowRight');
    await atRest(page, ms);
  }
  expect((await onScreen(page)).atMs).toBe(endMs);
  for (const ms of turns.toReversed().slice(1)) {
    await page.keyboard.press('ArrowLeft');
    await atRest(page, ms);
  }
  await page.keyboard.press('End');
  await atRest(page, endMs);
  await page.keyboard.press('Shift+ArrowLeft');
  await atRest(page, Math.round(endMs * 990) / 1000);
  await page.keyboard.press('Home');
  await atRest(page, 0);

  await slider(page).focus();
  await page.keyboard.press('End');
  await atRest(page, endMs);
  await page.keyboard.press('PageDown');
  await atRest(page);
  const { atMs } = await onScreen(page);
  expect(atMs).toBeGreaterThan(endMs * 0.85);
  expect(atMs).toBeLessThan(endMs * 0.95);
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(atMs));
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^2\.1\S* s\. A: .* left; B: .* left$/);
  await page.keyboard.press('ArrowUp');
  await atRest(page);
  expect((await onScreen(page)).atMs).toBeGreaterThan(atMs);
});

test('dragging on the strip seeks, and who was playing plays on', async ({ page }) => {
  await openMigration(page);
  await page.keyboard.press('End');
  await atRest(page);
  const { endMs } = await onScreen(page);
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('There is no strip.');
  const at = (share: number): [number, number] => [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(...at(0.25));
  await page.mouse.down();
  await atRest(page);
  expect((await onScreen(page)).atMs / endMs).toBeCloseTo(0.25, 1);
  await page.mouse.move(...at(0.75), { steps: 5 });
  await atRest(page);
  expect((await onScreen(page)).atMs / endMs).toBeCloseTo(0.75, 1);
  await page.mouse.up();
  await expect(play(page)).toBeVisible();

  await setSpeed(page, '1/10 ×');
  await page.keyboard.press('Space');
  await page.mouse.move(...at(0.5));
  await page.mouse.down();
  await expect(play(page)).toBeVisible();
  await page.mouse.up();
  await expect(pause(page)).toBeVisible();
  await passes(page, endMs / 2 + 5);
});

test('any moment from any direction is the same picture', async ({ page }) => {
  const lab = {
    ...ready('working-set'),
    against: { ...ready('hold-until-stop').spec.strategy, kind: 'hybrid' },
  };
  await openMigration(page, { lab });
  const { endMs } = await onScreen(page);
  const moments = [0, 0.02, 0.3, 0.31, 0.62, 0.88, 0.97, 0.995, 1].map(
    (share) => Math.round(endMs * share * 1000) / 1000,
  );
  const forwards = new Map<number, number[]>();
  for (const ms of moments) {
    await seek(page, ms);
    forwards.set(ms, await fingerprint(page));
  }
  expect(new Set([...forwards.values()].map(String)).size).toBe(moments.length);
  const orders = [moments.toReversed(), [5, 1, 7, 2, 8, 0, 6, 3, 4].map((place) => moments[place] ?? 0)];
  for (const order of orders)
    for (const ms of order) {
      await seek(page, ms);
      expect(await fingerprint(page), `${ms} ms`).toEqual(forwards.get(ms));
    }
  // Played to, then jumped to.
  await page.keyboard.press('Home');
  await atRest(page, 0);
  await setSpeed(page, '1 ×');
  await page.keyboard.press('Space');
  await passes(page, endMs * 0.2);
  await page.keyboard.press('Space');
  await atRest(page);
  const { atMs } = await onScreen(page);
  const played = { pages: await fingerprint(page), said: await sentences(page) };
  await page.keyboard.press('End');
  await atRest(page, endMs);
  await seek(page, atMs);
  expect({ pages: await fingerprint(page), said: await sentences(page) }).toEqual(played);
  // By link.
  await openMigration(page, { lab: defaultMove });
  await openMigration(page, { lab, atMs });
  expect({ pages: await fingerprint(page), said: await sentences(page) }).toEqual(played);
});

/** Opens every card at the side and the table of rounds, so that all there is to be read is there. */
async function openAll(page: Page): Promise<void> {
  const closed = region(page, 'Figures').locator('button[aria-expanded=false]');
  while ((await closed.count()) > 0) await closed.first().click();
}

test('the future is not told: what parts later looks alike until then, to the pixel', async ({ page }) => {
  // The one comes to its end, the other is given up shortly before it; both are as finely sampled.
  const labs = [defaultMove, labWith({ giveUpAfterMs: 2200 })];
  const seen: { words: string[]; rounds: string[]; picture: string }[] = [];
  const ends: string[][] = [];
  for (const lab of labs) {
    await page.goto('about:blank');
    await openMigration(page, { lab, atMs: MID_ROUND_MS });
    await judged(page);
    await openAll(page);
    await page.mouse.move(1, 1);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await drawn(page);
    // Explanations of terms hang at the page's end in any order.
    const words = (await told(page)).toSorted();
    const picture = (await page.screenshot()).toString('base64');
    await button(page, 'Table').click();
    const rounds = (await told(page)).toSorted();
    await button(page, 'Table').click();
    seen.push({ words, rounds, picture });
    await page.keyboard.press('End');
    await atRest(page);
    ends.push(await sentences(page));
  }
  expect(seen[1]?.words).toEqual(seen[0]?.words);
  expect(seen[1]?.rounds).toEqual(seen[0]?.rounds);
  expect(seen[1]?.picture === seen[0]?.picture, 'the same pixels').toBe(true);
  expect(ends[1]).not.toEqual(ends[0]);
});

test('nothing of the end stands anywhere before it; afterwards all of it does', async ({ page }) => {
  await openMigration(page, { atMs: 600 });
  await judged(page);
  await openAll(page);
  const { endMs, downtimesMs } = await onScreen(page);
  const secrets = [
    `${(endMs / 1000).toFixed(2)} s`,
    '2.15 s',
    `${downtimesMs[0]?.toFixed(1)} ms`,
    '301.6 MB',
    '269.0 MB',
    'Done',
    'done',
    'round 2',
    'Round 2',
    '898',
  ];
  const all = async () => (await told(page)).join('\n');
  const early = await all();
  for (const secret of secrets) expect.soft(early, secret).not.toContain(secret);
  await expect(button(page, 'A’s pause')).toBeDisabled();
  await expect(slider(page)).toHaveAttribute('aria-valuemax', '600');

  await page.keyboard.press('End');
  await atRest(page);
  await openAll(page);
  await seek(page, 600);
  // What was seen may be told, wherever one stands; the sentence is that of the moment.
  await expect(button(page, 'A’s pause')).toBeEnabled();
  expect((await sentences(page)).join()).not.toContain('Done');
  const late = await all();
  for (const secret of ['round 2', `${downtimesMs[0]?.toFixed(1)} ms`])
    expect.soft(late, secret).toContain(secret);
});

test('the pause is looked at as wide as the strip, and all of the axis again', async ({ page }) => {
  await openMigration(page);
  await page.keyboard.press('End');
  await atRest(page);
  const look = button(page, 'A’s pause');
  const whole = button(page, 'all');
  await expect(whole).toHaveAttribute('aria-pressed', 'true');
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('There is no strip.');
  const momentAt = async (share: number) => {
    await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
    await atRest(page);
    return (await onScreen(page)).atMs;
  };
  const wide = (await momentAt(0.9)) - (await momentAt(0.1));
  await look.click();
  await expect(whole).toHaveAttribute('aria-pressed', 'false');
  const [from, to] = [await momentAt(0.1), await momentAt(0.9)];
  const { suspended, resumed } = await page.evaluate(() => {
    const first = window.__migrascope.migration?.getState().opened?.sides[0];
    return { suspended: first?.suspendedMs ?? 0, resumed: first?.resumedMs ?? 0 };
  });
  expect(to - from).toBeLessThan(wide / 5);
  expect(from).toBeLessThan(suspended + (resumed - suspended) / 2);
  expect(to).toBeGreaterThan(suspended + (resumed - suspended) / 2);
  await expect(region(page, 'Time line')).toContainText(/paused 59\.5 ms/);
  await whole.click();
  await expect(whole).toHaveAttribute('aria-pressed', 'true');
  await slider(page).focus();
  await page.keyboard.press('+');
  await expect(whole).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('0');
  await expect(whole).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('End');
  // At the side the same pause stands with what fills it.
  await expect(region(page, 'Figures')).toContainText('last pages 59.4 ms');
});

test('rounds as a table, as far as they were seen, and a way to each of them', async ({ page }) => {
  await openMigration(page, { atMs: 2200 });
  await button(page, 'Table').click();
  const rows = region(page, 'Time line')
    .getByRole('table', { name: 'Rounds so far, in pages' })
    .locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.last()).toContainText('running');
  await page.keyboard.press('End');
  await atRest(page);
  await expect(rows).toHaveCount(6);
  await rows.getByRole('button', { name: 'A, round 3: go to its beginning' }).press('Enter');
  await atRest(page);
  const [start] = (await turnsOf(page)).filter((ms) => ms > 2200);
  expect((await onScreen(page)).atMs).toBeCloseTo(start ?? 0, 2);
  await button(page, 'Table').click();
  await expect(slider(page)).toBeVisible();
});
