import {
  atRest,
  button,
  expect,
  lane,
  listenToSentence,
  node,
  numberIn,
  open,
  reaches,
  region,
  roundRows,
  said,
  sentence,
  setSpeed,
  test,
} from './app.ts';

/** What the sentence says from the page's opening to the first page on the wire. */
const STORY = [
  'x0 runs on node 1 and answers 100 pings a second',
  'Node 1 is told to stop. Its stop script says “x0 is stopped”',
  'Node 2 sets 256 MiB of memory aside for x0',
  'Which pages of x0 are hot?',
  'Round 1.',
];

test('the story by mouse: stop node 1 and watch x0 move', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);

  await test.step('the page is alive and waits', async () => {
    await expect(sentence(page)).toContainText('x0 runs on node 1 and answers 100 pings a second in 0.2');
    for (const number of [1, 2, 3]) await expect(node(page, number)).toContainText('online');
    const guests = ['x0', 'x1', 'x2', 'x3', 'x4', 'x5'];
    for (const [i, guest] of guests.entries())
      await expect(
        node(page, 1 + Math.floor(i / 2))
          .getByText(guest, { exact: true })
          .first(),
      ).toBeVisible();
    const pings = () =>
      page.evaluate(() => window.__migrascope.store.getState().branches[0]?.series.pings.rows ?? 0);
    const before = await pings();
    await expect.poll(pings).toBeGreaterThan(before + 20);
    await expect(lane(page, 'Round-trip time')).toContainText(/last 0\.\d\d ms/);
    expect(await roundRows(page)).toEqual([]);
  });

  await test.step('the stop, at auto-pace', async () => {
    const told = await listenToSentence(page);
    await button(page, 'Stop node 1').click();
    await expect(node(page, 1)).toContainText('draining');
    await expect(node(page, 1)).toContainText('Xen runsx0 on node 1');
    await expect(sentence(page)).toContainText('Round 1.');
    const beginnings = (await told()).map((text) => STORY.findIndex((words) => text.includes(words)));
    expect(beginnings).not.toContain(-1);
    expect([...new Set(beginnings)]).toEqual([0, 1, 2, 3, 4]);
  });

  await test.step('round 1: memory leaves, pings take longer', async () => {
    await reaches(page, 'pagesArrived', 12_000);
    await expect(sentence(page)).toContainText(
      /[\d,]+ pages of x0 are on node\s2, [\d,]+ were written again, 1,024 hot pages wait/,
    );
    await expect(sentence(page)).toContainText(/makes pings take (0\.9\d|1\.0\d) ms/);
    await expect(lane(page, 'Pages left')).toContainText(/pages left [\d,]{5,}/);
    await expect(button(page, 'Stop node 1')).toBeDisabled();
    expect((await roundRows(page)).length).toBe(1);
  });

  await test.step('from turning point to turning point', async () => {
    await page.getByRole('checkbox', { name: 'hold at turning points' }).click();
    await setSpeed(page, '4 ×');
    const told: string[] = [];
    for (const phase of [
      'round 2',
      'round 3',
      'round 4',
      'round 5',
      'stop and copy',
      'activate',
      'recover',
    ]) {
      await expect(page.getByText(`held at ${phase}: press Space`)).toBeVisible();
      await atRest(page);
      told.push(await said(page));
      await button(page, 'Play').click();
    }
    expect(told[0]).toContain('Round 2 sends what was written since and the pages held back');
    expect(told[4]).toMatch(/Stop-and-copy\. x0 stands still: \d+ dirty pages/);
    expect(told[5]).toContain('All of x0 is on node 2 and is being woken up');
    expect(told[6]).toMatch(/x0 runs on node\s2 after 5\d\.\d ms of downtime/);
  });

  await test.step('to the end', async () => {
    await page.getByRole('checkbox', { name: 'hold at turning points' }).click();
    await setSpeed(page, '10 ×');
    if (await button(page, 'Play').isVisible()) await button(page, 'Play').click();
    const summary = page.getByRole('dialog', { name: 'x0’s move, summed up' });
    await expect(summary).toBeVisible();
    await expect(summary.getByRole('table', { name: 'Beside plain pre-copy' })).toBeVisible();
    const text = summary.getByRole('textbox', { name: 'As text, to cite' });
    await expect(text).toHaveValue(/Plain pre-copy on the same seed: \d\.\d\d s/);
    await expect(text).toHaveValue(/Migrascope \d+\.\d+\.\d+, failover scenario .* seed \d+, stop of node 1/);
    await summary.getByRole('button', { name: 'Copy as text' }).click();
    await expect(summary.getByText('Copied', { exact: true })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue());
    await summary.getByRole('button', { name: 'Close' }).click();
    await expect(summary).toBeHidden();
  });

  await test.step('what remains', async () => {
    await expect(sentence(page)).toContainText('x0 runs on node 2 as if nothing had happened');
    await expect(node(page, 1)).toContainText('stopped');
    await expect(node(page, 2)).toContainText('x0 runs here');
    await expect(node(page, 3).getByRole('list')).toContainText('x1 Windows XP');
    const rows = await roundRows(page);
    expect(rows.map(([name]) => name)).toEqual(['1', '2', '3', '4', '5', 'last']);
    for (const [, toSend, sent, skipped] of rows)
      expect(numberIn(sent ?? '') + numberIn(skipped ?? '')).toBe(numberIn(toSend ?? ''));
    const lost = /(\d+) lost/.exec((await lane(page, 'Round-trip time').textContent()) ?? '')?.[1];
    expect([5, 6]).toContain(Number(lost));
    const totals = region(page, 'Timeline').getByRole('table', { name: 'Totals' });
    await expect(totals.getByRole('row', { name: /against plain pre-copy/ })).toContainText('MB');
  });
});
