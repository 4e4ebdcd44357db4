import type { Page } from '@playwright/test';
import {
  atRest,
  button,
  EARLY_STOP,
  expect,
  lane,
  node,
  numberIn,
  open,
  region,
  sentence,
  test,
} from './app.ts';

async function streamMeanMs(page: Page): Promise<number> {
  const group = lane(page, 'Round-trip time');
  await expect(group).toContainText('During the stream: mean');
  return Number(/During the stream: mean ([\d.]+)/.exec((await group.textContent()) ?? '')?.[1]);
}

async function windowMs(page: Page): Promise<number> {
  const totals = region(page, 'Timeline').getByRole('table', { name: 'Totals' });
  return numberIn(
    (await totals
      .getByRole('row', { name: /^this run/ })
      .getByRole('cell')
      .first()
      .textContent()) ?? '',
  );
}

test('stock, migrating, is higher but shorter than the paper’s script', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 6000 });
  const script = { mean: await streamMeanMs(page), window: await windowMs(page) };
  await page.getByRole('combobox', { name: 'What the stop does' }).selectOption('Stock, migrating');
  await expect(region(page, 'Timeline')).toContainText('thin lines: stop of node 1');
  await atRest(page, 6000);
  await expect.poll(() => streamMeanMs(page)).toBeGreaterThan(script.mean * 1.2);
  await expect.poll(() => windowMs(page)).toBeLessThan(script.window * 0.85);
  expect(script.mean).toBeGreaterThan(0.95);
  expect(script.mean).toBeLessThan(1.05);
});

test('stock, rebooting, loses pings, and the VM comes back', async ({ page }) => {
  await open(page, { scenario: { failover: 'stock-rebooting' }, stops: EARLY_STOP, atMs: 30_000 });
  await expect(sentence(page)).toContainText('x0 starts on node 2 from its disk');
  await expect(sentence(page)).toContainText(/[\d,]{3,} pings found nobody so far/);
  await expect(node(page, 2)).toContainText('x0 starting on node 2');
  await expect(region(page, 'Timeline')).toContainText('There are no rounds in this mode');
  await open(page, { scenario: { failover: 'stock-rebooting' }, stops: EARLY_STOP, atMs: 58_000 });
  await expect(sentence(page)).toContainText('x0 runs on node 2 again');
  await expect(sentence(page)).toContainText('It was started anew');
  await expect(lane(page, 'Round-trip time')).toContainText(/last 0\.\d\d ms/);
  await expect(lane(page, 'Round-trip time')).toContainText(/[45],\d{3} lost/);
});

for (const [stopped, first, second] of [
  [2, { vm: 'x2', to: 1 }, { vm: 'x3', to: 3 }],
  [3, { vm: 'x4', to: 1 }, { vm: 'x5', to: 2 }],
] as const) {
  test(`any node can be stopped: node ${stopped}`, async ({ page }) => {
    await open(page);
    await button(page, `Stop node ${stopped}`).click();
    await expect(sentence(page)).toContainText(`says “${first.vm} is stopped”`);
    await expect(region(page, `Memory of ${first.vm}`)).toBeVisible();
    await open(page, { stops: [{ node: stopped, atMs: 1000 }], atMs: 12_000 });
    for (const { vm, to } of [first, second]) await expect(node(page, to)).toContainText(vm);
    await expect(node(page, stopped)).toContainText('stopped');
    await expect(lane(page, 'Round-trip time')).not.toContainText('lost');
  });
}

test('the receiving node is stopped meanwhile: the move is given up and done anew', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await button(page, 'Stop node 2').click();
  await expect(node(page, 2)).toContainText('draining');

  const stops = [...EARLY_STOP, { node: 2, atMs: 2500 }];
  await open(page, { stops, atMs: 2510 });
  await expect(region(page, 'Timeline')).toContainText(
    'The move of x0 to node 2 is given up: node 2 was stopped while it received. x0 runs on at node 1.',
  );
  await expect(button(page, 'Why? After round 1: given up')).toBeVisible();
  await open(page, { stops, atMs: 4000 });
  await expect(sentence(page)).toContainText('Round 1. ');
  await expect(sentence(page)).toContainText('pages of x0 are on node 3');
  await expect(region(page, 'Timeline').getByRole('button', { name: 'x0: node 1 → 2' })).toBeVisible();
  await open(page, { stops, atMs: 20_000 });
  await expect(node(page, 3)).toContainText('x0 runs here');
  for (const vm of ['x1', 'x2', 'x3', 'x4', 'x5']) await expect(node(page, 3)).toContainText(vm);
});

test('the last node cannot be stopped, and the page says why', async ({ page }) => {
  const stops = [...EARLY_STOP, { node: 2, atMs: 12_000 }];
  await open(page, { stops, atMs: 26_000 });
  await expect(node(page, 3)).toContainText('x0 runs here');
  await button(page, 'Stop node 3').click();
  const refusal = 'Node 3 is not stopped: the nodes left have no room for its 6 guests';
  await expect(sentence(page)).toContainText(refusal);
  await expect(node(page, 3)).toContainText(refusal);
  await expect(node(page, 3)).toContainText('online');
  await expect(node(page, 3)).toContainText('x0 runs here');
});
