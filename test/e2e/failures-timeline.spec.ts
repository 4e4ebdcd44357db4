/** Failures by flags on the time line, by the panel, and in Heartbeat's log. */
import type { Page } from '@playwright/test';
import { defaultRun, defaultScenario } from '../../src/engine/simulation/default-scenario.ts';
import type { Command, Run } from '../../src/engine/simulation/scenario.ts';
import { encodeLink } from '../../src/protocol/link.ts';
import { atRest, button, expect, open, region, said, slider, test } from './app.ts';

/** Silence is noticed after four seconds. */
const heartbeat = {
  ...defaultScenario.heartbeat,
  keepaliveMs: 500,
  warntimeMs: 2000,
  deadtimeMs: 4000,
  initdeadMs: 8000,
  nodeBootMs: 5000,
};

async function openAt(page: Page, commands: Run['commands'], atMs: number): Promise<void> {
  const run: Run = { scenario: { ...defaultScenario, heartbeat }, commands };
  await open(page, encodeLink({ workspace: 'failover', run, atUs: atMs * 1000 }, defaultRun));
  await atRest(page, atMs);
}

const commands = (page: Page) =>
  page.evaluate(() => {
    const { branches, activeKey } = window.__migrascope.store.getState();
    return branches.find(({ key }) => key === activeKey)?.run.commands ?? [];
  });
const times = async (page: Page) => (await commands(page)).map(({ atMs }) => atMs);
const flag = (page: Page, name: string) =>
  region(page, 'Timeline').getByRole('button', { name, exact: true });

const TWO: Run['commands'] = [
  { atMs: 2000, command: { kind: 'crash-node', node: 3 } },
  { atMs: 4000, command: { kind: 'drop-ping' } },
];

test('a flag dragged along the axis makes the run anew and keeps the rest', async ({ page }) => {
  await openAt(page, TWO, 8000);
  const crash = flag(page, 'crash of node 3 at 2.0 s');
  const box = await crash.boundingBox();
  if (box === null) throw new Error('The flag is not there.');
  const y = box.y + box.height / 2;
  const grab = box.x + 8;

  // Esc leaves it where it was.
  await page.mouse.move(grab, y);
  await page.mouse.down();
  await page.mouse.move(grab + 30, y, { steps: 4 });
  await expect(region(page, 'Timeline').getByText(/^crash of node 3: from 2\.0 s to /)).toBeAttached();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await times(page)).toEqual([2000, 4000]);

  await page.mouse.move(grab, y);
  await page.mouse.down();
  await page.mouse.move(grab + 40, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await times(page))[0]).toBeGreaterThan(2000);
  await atRest(page, 8000);
  const [moved, kept] = await commands(page);
  expect(moved?.command).toEqual(TWO[0]?.command);
  expect(kept).toEqual(TWO[1]);
  // The run before stays behind it.
  const ghost = await page.evaluate(() => window.__migrascope.store.getState().ghostKey);
  expect(ghost).not.toBeNull();
  await expect(button(page, 'Branches 2')).toBeVisible();
});

test('a flag is moved, taken back and undone by keyboard', async ({ page }) => {
  await openAt(page, TWO, 8000);
  await flag(page, 'crash of node 3 at 2.0 s').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  // Nothing has happened yet, and Esc leaves it so.
  expect(await times(page)).toEqual([2000, 4000]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const moved = flag(page, 'crash of node 3 at 2.2 s');
  await expect(moved).toBeFocused();
  await atRest(page, 8000);
  expect(await times(page)).toEqual([2200, 4000]);

  await page.keyboard.press('Delete');
  await expect(moved).toHaveCount(0);
  await atRest(page, 8000);
  expect(await times(page)).toEqual([4000]);
  await expect(slider(page)).toBeFocused();
  await expect(page.getByRole('article', { name: 'node 3' })).toContainText('online');

  await button(page, 'Hurt something').click();
  const panel = page.getByRole('dialog', { name: 'Hurt something' });
  const undo = panel.getByRole('button', { name: 'Undo the last change' });
  await undo.press('Enter');
  await expect.poll(() => times(page)).toEqual([2200, 4000]);
  await undo.press('Enter');
  await expect.poll(() => times(page)).toEqual([2000, 4000]);
  const when = panel.getByRole('textbox', { name: 'When, in s: a ping dropped' });
  await when.fill('5.5');
  await when.press('Enter');
  await expect.poll(() => times(page)).toEqual([2000, 5500]);
  await panel.getByRole('button', { name: 'Take back: crash of node 3 at 2 s' }).press('Enter');
  await expect.poll(() => times(page)).toEqual([5500]);
});

/** Each by the name of its button; what heals it stands in its place afterwards. */
const EACH: readonly [string, Command, string | null, Command['kind'] | null][] = [
  ['node 3, online: Stop Heartbeat', { kind: 'stop-node', node: 3 }, null, null],
  ['node 3, online: Crash', { kind: 'crash-node', node: 3 }, 'node 3, off: Switch on', 'power-node'],
  ['node 3, online: Freeze', { kind: 'freeze-node', node: 3 }, 'node 3, hangs: Go on', 'thaw-node'],
  [
    'node 3, online: Pull its heartbeat cable',
    { kind: 'cut-heartbeat', node: 3 },
    'node 3, online: Plug its heartbeat cable in',
    'heal-heartbeat',
  ],
  [
    'node 3, online: Pull its data cable',
    { kind: 'cut-data', node: 3 },
    'node 3, online: Plug its data cable in',
    'heal-data',
  ],
  [
    'Storage: Stop the iSCSI target',
    { kind: 'stop-storage' },
    'Storage: Start the iSCSI target',
    'start-storage',
  ],
  ['A single packet: Drop a packet', { kind: 'drop-ping' }, null, null],
  ['x4 on node 3: Crash', { kind: 'crash-vm', vm: 'x4' }, null, null],
  [
    'Lose heartbeats: set',
    { kind: 'lossy-heartbeat', lossShare: 0.2 },
    'Lose heartbeats: heal',
    'lossy-heartbeat',
  ],
  ['Lose data packets: set', { kind: 'lossy-data', lossShare: 0.2 }, 'Lose data packets: heal', 'lossy-data'],
  ['Slow the data LAN: set', { kind: 'slow-data', mbps: 100 }, 'Slow the data LAN: heal', 'slow-data'],
  ['Slow the storage: set', { kind: 'slow-storage', factor: 4 }, 'Slow the storage: heal', 'slow-storage'],
];

for (const [name, command, healer, heals] of EACH) {
  test(`by keyboard alone from the panel: ${name}`, async ({ page }) => {
    await openAt(page, [], 3000);
    await button(page, 'Hurt something').press('Enter');
    const panel = page.getByRole('dialog', { name: 'Hurt something' });
    await panel.getByRole('button', { name, exact: true }).press('Enter');
    await expect.poll(async () => (await commands(page)).map((timed) => timed.command)).toEqual([command]);
    if (healer === null || heals === null) return;
    const heal = panel.getByRole('button', { name: healer, exact: true });
    await expect(heal).toBeEnabled();
    await heal.press('Enter');
    await expect
      .poll(async () => (await commands(page)).map((timed) => timed.command.kind))
      .toEqual([command.kind, heals]);
  });
}

test('a ready story runs from just before it, and the sentence tells it', async ({ page }) => {
  await openAt(page, [], 1000);
  await button(page, 'Hurt something').click();
  const panel = page.getByRole('dialog', { name: 'Hurt something' });
  await panel.getByRole('button', { name: 'Crash of node 1', exact: true }).click();
  await expect.poll(() => times(page)).toEqual([5000]);
  await page.keyboard.press('Escape');
  await expect.poll(() => said(page)).toMatch(/^Node 1 is off, and x0 and x1 with it\. .* of 4\.0 s;/);
  await expect.poll(() => said(page), { timeout: 15_000 }).toMatch(/^x0 starts on node \d from its disk/);
});

test('the log of a node follows the run, and its lines lead to their moments', async ({ page }) => {
  await openAt(page, [{ atMs: 2000, command: { kind: 'crash-node', node: 1 } }], 60_000);
  await button(page, 'Heartbeat log').first().click();
  const panel = page.getByRole('dialog', { name: 'Heartbeat’s log' });
  await panel.getByRole('combobox', { name: 'Whose log' }).selectOption('node 2');
  const dead = panel.getByRole('button', { name: /WARN: node node1: is dead$/ });
  await expect(dead).toHaveCount(1);
  await expect(panel.getByRole('button', { name: /xen x0 start: exit code 0 \(OK\)$/ })).toBeInViewport();
  await dead.click();
  await atRest(page);
  const atMs = await page.evaluate(() => window.__migrascope.store.getState().atUs / 1000);
  expect(atMs).toBeGreaterThan(5400);
  expect(atMs).toBeLessThan(6100);
  await expect(panel.locator('[aria-current]')).toHaveText(/acquiring the resources|is dead|eth1 dead|x\d/);
  await panel.getByRole('combobox', { name: 'Whose log' }).selectOption('node 1');
  await expect(panel.getByRole('list', { name: 'Log lines' }).getByRole('button')).toHaveCount(1);
});
