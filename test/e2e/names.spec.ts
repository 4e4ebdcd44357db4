import { button, EARLY_STOP, expect, lane, open, region, slider, test } from './app.ts';

test('what assistive technology and scripts look for has the promised names', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  for (const name of ['Stop node 1', 'Stop node 2', 'Stop node 3', 'Step forward', 'Step back', 'Play'])
    await expect(button(page, name)).toHaveCount(1);
  await expect(button(page, 'Pause')).toHaveCount(0);
  await button(page, 'Play').click();
  await expect(button(page, 'Pause')).toHaveCount(1);
  await button(page, 'Pause').click();
  for (const name of ['Cluster', 'Memory of x0', 'Timeline', 'Page tree'])
    await expect(region(page, name)).toHaveCount(1);
  for (const name of ['Round-trip time', 'Host CPU', 'Pages left'])
    await expect(lane(page, name)).toHaveCount(1);
  await expect(region(page, 'Timeline').getByRole('table', { name: 'Rounds', exact: true })).toHaveCount(1);
  await expect(slider(page)).toHaveCount(1);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /\d s, round 1/);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/Migrascope/);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

test('every button, field and picture has a name, and no two stop buttons look alike to a reader', async ({
  page,
}) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  const nameless = await page
    .locator('button, select, input, textarea, [role=slider], [role=application], [role=img]')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .filter((one) => {
          const labels =
            one instanceof HTMLInputElement || one instanceof HTMLSelectElement ? one.labels : null;
          const name = one.ariaLabel ?? (one.textContent?.trim() || labels?.[0]?.textContent);
          return !name;
        })
        .map((one) => one.outerHTML.slice(0, 80)),
    );
  expect(nameless).toEqual([]);
});
