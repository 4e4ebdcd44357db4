/** Without a network: what was visited once works whole; what never arrived is said. */
import { button, expect, open, reaches, test } from './app.ts';

test.describe('a page that was visited once', () => {
  test.use({ serviceWorkers: 'allow' });

  test('opens and works without a network, workspaces never seen included', async ({
    page,
    context,
    complaints,
  }) => {
    await open(page);
    const allHeld = () =>
      page.evaluate(async () => {
        const names = (await (await fetch('./files.json')).json()) as string[];
        const held = await (await caches.open('migrascope')).keys();
        return names.every((name) => held.some(({ url }) => new URL(url).pathname.endsWith(name)));
      });
    await expect.poll(allHeld, { timeout: 30_000 }).toBe(true);
    // A file of it opened in a tab is not taken for the app.
    const tab = await context.newPage();
    await tab.goto('./examples/sweep.json');
    await tab.close();
    await context.setOffline(true);
    await page.goto('./?theme=light');
    await button(page, 'Stop node 1').click();
    await reaches(page, 'timeUs', 100_000);
    for (const [name, shown] of [
      ['Trees', 'Tree'],
      ['Migration', 'Time line'],
    ] as const) {
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('region', { name: shown, exact: true })).toBeVisible();
    }
    // Asking the network first is what it is told to do.
    expect(complaints.filter((complaint) => !complaint.startsWith('failed: '))).toEqual([]);
    complaints.length = 0;
  });
});

test('without what arrived before, a part that cannot be loaded is told in one sentence, and the run stays', async ({
  page,
  context,
  complaints,
}) => {
  await open(page);
  await button(page, 'Stop node 1').click();
  await reaches(page, 'timeUs', 50_000);
  await context.setOffline(true);
  await button(page, 'Share').click();
  const notice = page
    .getByRole('alert')
    .or(page.getByRole('status'))
    .filter({ hasText: 'could not be loaded' });
  await expect(notice).toHaveText(/Reload the page to try again/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: 'Trees', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(/could not be loaded/);
  await page.getByRole('link', { name: 'Failover', exact: true }).click();
  await reaches(page, 'timeUs', 100_000);
  // The browser itself names the files that did not come.
  complaints.length = 0;
});
