/** Less motion shows and tells no less. */
import { expect, judged, openMigration, ready, region, sentences, slider, test, told } from './migration.ts';

const PLACES = [
  { lab: ready('pre-post'), atMs: 1200 },
  { lab: ready('pre-post'), atMs: 2380 },
  { lab: ready('link-drops'), atMs: 1000 },
  { lab: ready('working-set'), atMs: 900 },
];

test('reduced motion hides nothing', async ({ page }) => {
  const seen: { words: string[]; said: string[] }[][] = [];
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.goto('about:blank');
    const all = [];
    for (const place of PLACES) {
      await openMigration(page, place);
      await judged(page);
      // Explanations of terms hang at the page's end in any order.
      all.push({ words: (await told(page)).toSorted(), said: await sentences(page) });
    }
    seen.push(all);
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(JSON.stringify(seen)).toContain('The link is down');
});

test('with reduced motion nothing moves while time stands, and zooming the axis is at once', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openMigration(page, { atMs: 1200 });
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'A’s pause' }).click();
  await expect(region(page, 'Time line')).toContainText(/paused 59\.5 ms/);
  await slider(page).press('ArrowLeft');
  const running = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().duration !== 0)
      .map(({ effect }) => String((effect as KeyframeEffect).target?.className)),
  );
  expect(running).toEqual([]);
});
