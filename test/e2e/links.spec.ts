import {
  atRest,
  button,
  EARLY_STOP,
  expect,
  link,
  node,
  open,
  playInto,
  said,
  sentence,
  setSpeed,
  shownMs,
  stranger,
  test,
} from './app.ts';

test('the address reproduces scenario, seed, commands and moment for a stranger', async ({
  page,
  browser,
  complaints,
}) => {
  await open(page, { scenario: { seed: 42, failover: 'stock-migrating' } });
  await setSpeed(page, '1 ×');
  await button(page, 'Stop node 2').click();
  await expect(sentence(page)).toContainText('Round 1');
  await button(page, 'Pause').click();
  await atRest(page);
  const run = () => {
    const { branches, activeKey } = window.__migrascope.store.getState();
    return JSON.stringify(branches.find(({ key }) => key === activeKey)?.run);
  };
  const [here, atMs] = [await page.evaluate(run), await shownMs(page)];
  const hash = await page.evaluate((ms) => window.__migrascope.hashAt(ms * 1000), atMs);
  await button(page, 'Share').click();
  const address = await page.getByRole('textbox', { name: 'Link to this moment' }).inputValue();
  await expect.poll(() => page.url()).toBe(address);
  await page.keyboard.press('Escape');

  const other = await stranger(browser, complaints);
  await other.goto(address);
  await atRest(other, atMs);
  expect(await other.evaluate(run)).toBe(here);
  expect(JSON.parse(here).scenario.seed).toBe(42);
  expect(await other.evaluate((ms) => window.__migrascope.hashAt(ms * 1000), atMs)).toBe(hash);
  await expect.poll(() => said(other)).toBe(await said(page));
  await expect(node(other, 2)).toContainText('draining');
  await other.context().close();

  await page.reload();
  await atRest(page, atMs);
  expect(await page.evaluate(run)).toBe(here);
  expect(page.url()).toBe(address);
});

test('a page that plays keeps its run and nearly its moment through a reload', async ({ page }) => {
  await playInto(page, 500);
  await expect.poll(() => page.url()).toMatch(/t=[123]\d\d\d/);
  const before = await shownMs(page);
  await page.reload();
  await atRest(page);
  expect(Math.abs((await shownMs(page)) - before)).toBeLessThan(1500);
  await expect(node(page, 1)).toContainText('draining');
});

const good = link({ scenario: { seed: 5 }, atMs: 1000 });
const coded = (json: unknown) =>
  `#/failover?v=1&run=${Buffer.from(JSON.stringify(json)).toString('base64url')}&t=1000`;

const BROKEN: readonly [name: string, hash: string, says: RegExp][] = [
  ['cut off', good.replace(/run=(.{6}).*?&/, 'run=$1&'), /its run is cut off or changed on the way/],
  ['not base64', '#/failover?v=1&run=%%%', /its run is cut off or changed on the way/],
  ['another version', good.replace('v=1', 'v=9'), /it is of version 9, and this program reads version 1/],
  ['no such workspace', '#/elsewhere?t=1', /it names "elsewhere", which is no workspace here/],
  ['a moment that is none', '#/failover?t=soon', /its moment "soon" is not a number of milliseconds/],
  ['an unknown field', coded({ colour: 'red' }), /"colour" is not a known field/],
  ['an impossible value', coded({ migration: { rateMbps: -5 } }), /The link.* cannot be (read|opened)/],
  [
    'a stop of no node',
    coded({ commands: [{ kind: 'stop-node', node: 9, atMs: 1 }] }),
    /The link.* cannot be/,
  ],
  ['no object', coded(['a', 'b']), /The link cannot be read/],
];

for (const [name, hash, says] of BROKEN) {
  test(`a broken link (${name}) says so in one sentence and opens the default`, async ({ page }) => {
    await open(page, hash);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(says);
    await expect(alert).toContainText('The default scenario is shown instead.');
    await expect(sentence(page)).toContainText('Stop node 1 and watch its memory move');
    const { seed, commands } = await page.evaluate(() => {
      const { branches, catalogue } = window.__migrascope.store.getState();
      const run = branches[0]?.run;
      return { seed: run?.scenario.seed === catalogue?.defaultRun.scenario.seed, commands: run?.commands };
    });
    expect({ seed, commands }).toEqual({ seed: true, commands: [] });
    await button(page, 'Dismiss').click();
    await expect(alert).toBeEmpty();
    expect(page.url()).not.toContain('run=');
  });
}

test('a broken link typed into a page that runs moves nothing', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await page.evaluate(() => {
    location.hash = '#/failover?v=1&run=AAAA';
  });
  await expect(page.getByRole('alert')).toContainText('The link cannot be read');
  await atRest(page, 2500);
  await expect(node(page, 1)).toContainText('draining');
});
