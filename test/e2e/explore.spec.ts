/** Sweeps in a browser: the command line's own numbers, however they are interrupted; and the runs behind them. */
import {
  arrived,
  button,
  done,
  expect,
  lines,
  openExplore,
  runOf,
  setUp,
  smallLines,
  smallSweep,
  test,
} from './explore.ts';

const start = /^Start/;

test('a sweep gives the command line’s numbers bit for bit, and is there again after Back', async ({
  page,
}) => {
  await openExplore(page);
  await setUp(page, smallSweep);
  expect(await runOf(page)).toBeNull();
  await button(page, start).click();
  await done(page);
  expect(await lines(page)).toBe(smallLines);

  const here = await page.evaluate(() => location.hash);
  await page.evaluate(() => window.__migrascope.explore?.getState().actions.openCase(7));
  await page.waitForFunction(() => window.__migrascope.migration?.getState().lab);
  const spec = await page.evaluate(() => window.__migrascope.migration?.getState().lab?.spec);
  const { x, seed } = JSON.parse(smallLines.split('\n')[7] ?? '');
  expect(spec?.seed).toBe(seed);
  expect(JSON.stringify(spec)).toContain(`:${x}`);

  await page.goBack();
  await expect(button(page, 'Set up')).toBeVisible();
  expect(await page.evaluate(() => location.hash)).toBe(here);
  expect(await lines(page)).toBe(smallLines);
});

test('called off in the middle it keeps what is there and goes on; a worker killed meanwhile changes nothing', async ({
  page,
}) => {
  await openExplore(page);
  const many = { ...smallSweep, name: 'More of it', seeds: { ...smallSweep.seeds, count: 40 } };
  await setUp(page, many);
  await button(page, start).click();
  await arrived(page, 5);
  await button(page, 'Cancel').click();
  const stopped = await runOf(page);
  expect(stopped).toMatchObject({ running: false, cancelled: true });
  const there = await lines(page);
  expect(there.split('\n')).toHaveLength((stopped?.arrived ?? 0) + 1);

  await button(page, /^Go on/).click();
  await page.evaluate(() => window.__migrascope.explore?.getState().actions.killWorker());
  await expect(page.getByText('another one has taken over')).toBeVisible();
  await done(page);
  const whole = (await lines(page)).split('\n');
  expect(whole).toEqual(expect.arrayContaining(there.split('\n')));
  // The first seeds of every place are those of the small sweep.
  const bySeed = (all: string[]) =>
    all.filter((line) => line !== '').map((line) => ({ ...JSON.parse(line), index: 0 }));
  const small = bySeed(smallLines.split('\n'));
  const seeds = new Set(small.map(({ seed }) => seed));
  expect(bySeed(whole).filter(({ seed }) => seeds.has(seed))).toEqual(small);
});
