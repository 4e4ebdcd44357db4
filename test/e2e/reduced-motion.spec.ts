import {
  EARLY_STOP,
  expect,
  lane,
  node,
  open,
  roundRows,
  said,
  sentence,
  shownMs,
  slider,
  test,
} from './app.ts';

/** What the page says at a moment, in words. */
async function facts(page: Parameters<typeof said>[0]) {
  return {
    sentence: await said(page),
    nodes: await Promise.all([1, 2, 3].map((number) => node(page, number).innerText())),
    trip: await lane(page, 'Round-trip time').innerText(),
    cpu: await lane(page, 'Host CPU').innerText(),
    left: await lane(page, 'Pages left').innerText(),
    rounds: await roundRows(page),
    tree: await page.getByRole('treeitem').evaluateAll((all) => all.map((one) => one.ariaLabel)),
  };
}

const MOMENTS_MS = [1020, 2500, 4250, 4300];

test('reduced motion hides nothing', async ({ page }) => {
  const seen: unknown[] = [];
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion });
    const all: unknown[] = [];
    for (const atMs of MOMENTS_MS) {
      await open(page, { stops: EARLY_STOP, atMs });
      await page.reload();
      await expect.poll(() => shownMs(page)).toBe(atMs);
      await expect(sentence(page)).not.toContainText('being loaded');
      // Numbers come at human speed: wait until two readings agree.
      let last = '';
      await expect
        .poll(async () => {
          const before = last;
          last = JSON.stringify(await facts(page));
          return last === before;
        })
        .toBe(true);
      all.push(JSON.parse(last));
    }
    seen.push(all);
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(JSON.stringify(seen)).toContain('stands still');
});

test('with reduced motion nothing moves while time stands', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await slider(page).press('ArrowRight');
  await expect.poll(() => shownMs(page)).toBe(2510);
  const running = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        (animation) => animation.playState === 'running' && animation.effect?.getTiming().duration !== 0,
      )
      .map((animation) => String((animation.effect as KeyframeEffect).target?.className)),
  );
  expect(running).toEqual([]);
});
