import type { Page } from '@playwright/test';
import {
  brackets,
  expect,
  NO_STREAM,
  openTrees,
  places,
  region,
  said,
  shown,
  stepOn,
  test,
  tree,
  watchPlaces,
} from './trees.ts';

const LAB = {
  spec: {
    tree: tree('splay'),
    start: 'chain:6',
    stream: NO_STREAM,
    typed: [0, 3].map((key) => ({ operation: 'find' as const, key, before: 0 })),
  },
};

/** All that is told of a moment. */
async function facts(page: Page) {
  const text = (name: string) => region(page, name).innerText();
  return {
    at: await shown(page),
    text: await brackets(page),
    said: await said(page),
    rule: await text('Rule'),
    tags: await region(page, 'Tree').locator('[data-layer=over]').textContent(),
  };
}

test('reduced motion leaves out the way, not the states', async ({ page }) => {
  const all: Record<string, { facts: unknown[]; ends: unknown; ways: number }> = {};
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion });
    await openTrees(page, LAB);
    await page.reload();
    await page.waitForFunction(() => (window.__migrascope.trees?.getState().moment ?? null) !== null);
    const told: unknown[] = [];
    const seen = await watchPlaces(page);
    for (;;) {
      const { operation, step, steps } = await stepOn(page);
      told.push(await facts(page));
      if (operation === 0 && step === steps) break;
    }
    // Both pictures come to rest at the same places.
    let last = '';
    await expect
      .poll(async () => {
        const before = last;
        last = JSON.stringify(await places(page));
        return last === before;
      })
      .toBe(true);
    const ways = Math.max(...Object.values(await seen()).map((way) => way.length));
    all[reducedMotion] = { facts: told, ends: JSON.parse(last), ways };
  }
  expect(all.reduce?.facts).toEqual(all['no-preference']?.facts);
  expect(all.reduce?.ends).toEqual(all['no-preference']?.ends);
  // With motion a node is seen on its way; without, only where it stands.
  expect(all['no-preference']?.ways).toBeGreaterThan(12);
  const { rotations } = await page.evaluate(() => ({
    rotations: window.__migrascope.trees?.getState().moment?.rotations ?? 0,
  }));
  expect(rotations).toBeGreaterThan(3);
  expect(all.reduce?.ways).toBeLessThanOrEqual(rotations + 2);
});

test('with reduced motion nothing moves while nothing is done', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTrees(page, LAB);
  for (;;) if ((await stepOn(page)).kind === 'rotate') break;
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
