/** What hurts on the stage: by the right mouse button, by keyboard alone, and what the stage says of it. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { defaultScenario } from '../../src/engine/simulation/default-scenario.ts';
import { atRest, button, expect, node, open, reaches, region, slider, test } from './app.ts';

/** A Heartbeat that decides within seconds. */
const scenario = {
  durationMs: 120_000,
  heartbeat: {
    ...defaultScenario.heartbeat,
    keepaliveMs: 500,
    warntimeMs: 5000,
    deadtimeMs: 10_000,
    initdeadMs: 30_000,
  },
};

const menu = (page: Page, name: string) => page.getByRole('menu', { name: `What can happen to ${name}` });
const opens = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name: `What can happen to ${name}`, exact: true });
const commands = (page: Page) =>
  page.evaluate(() => {
    const { branches, activeKey } = window.__migrascope.store.getState();
    return branches.find(({ key }) => key === activeKey)?.run.commands.map(({ command }) => command) ?? [];
  });

/** Goes to a moment and waits until it is on screen, however far ahead it is. */
async function goTo(page: Page, ms: number): Promise<void> {
  await page.evaluate((us) => {
    const { actions } = window.__migrascope.store.getState();
    actions.pause();
    actions.seek(us);
  }, ms * 1000);
  await atRest(page, ms);
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.target.join(' ')} ${one.failureSummary}`));
}

test('a node crashes by the right mouse button, says so, and is switched on again', async ({ page }) => {
  await open(page, { scenario, atMs: 2000 });
  await node(page, 3).getByRole('heading').click({ button: 'right' });
  const list = menu(page, 'node 3');
  await expect(list.getByRole('menuitem')).toHaveCount(9);
  await expect(list.getByRole('menuitem').first()).toBeFocused();
  const on = list.getByRole('menuitem', { name: /^Switch on/ });
  await expect(on).toHaveAttribute('aria-disabled', 'true');
  await expect(on).toContainText('node 3 is online');
  await list.getByRole('menuitem', { name: /^Crash/ }).click();
  await expect(menu(page, 'node 3')).toHaveCount(0);
  await expect(node(page, 3)).toHaveAttribute('data-state', 'crashed');
  expect(await commands(page)).toEqual([{ kind: 'crash-node', node: 3 }]);

  // Beyond warntime the others call it late, beyond deadtime dead, and start its guests.
  await goTo(page, 9000);
  await expect(node(page, 3).getByText('off', { exact: true })).toBeVisible();
  await expect(node(page, 3).getByText('memory lost').first()).toBeVisible();
  for (const number of [1, 2]) {
    await expect(node(page, number)).toContainText(/node 3 late, dead in \d\.\d s/);
    await expect(node(page, number)).toContainText(/node [12] heard 0\.\d s ago/);
  }
  await goTo(page, 15_000);
  await expect(node(page, 1)).toContainText('holds node 3 for dead');
  await expect(region(page, 'Cluster').getByText(/boots/).first()).toBeVisible();

  await opens(page, 'node 3').click();
  await menu(page, 'node 3')
    .getByRole('menuitem', { name: /^Switch on/ })
    .click();
  await expect(node(page, 3)).toHaveAttribute('data-state', 'starting');
});

test('a heartbeat cable is pulled by keyboard alone; both sides run x0, and it is said', async ({ page }) => {
  await open(page, { scenario, atMs: 2000 });
  await opens(page, 'node 1').focus();
  await page.keyboard.press('Enter');
  await expect(menu(page, 'node 1').getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page, 'node 1')).toHaveCount(0);
  await expect(opens(page, 'node 1')).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  const pull = menu(page, 'node 1').getByRole('menuitem', { name: /^Pull its heartbeat cable/ });
  await expect(pull).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(opens(page, 'node 1')).toBeFocused();
  await expect(node(page, 1)).toContainText('heartbeat cable pulled');
  expect(await commands(page)).toEqual([{ kind: 'cut-heartbeat', node: 1 }]);

  await goTo(page, 60_000);
  const alarm = page.getByRole('alert').filter({ hasText: 'Split brain:' });
  await expect(alarm).toContainText('x0');
  const count = page.getByText(/^[\d,]+ blocks may be overwritten$/);
  const before = await count.textContent();
  await expect(node(page, 1)).toContainText('runs twice');
  await expect(node(page, 1)).toContainText('believes x0 here');
  await button(page, 'Step forward').click();
  await goTo(page, 61_000);
  await expect(count).not.toHaveText(before ?? '');
  await button(page, 'Why fencing exists').click();
  await expect(page.getByRole('dialog', { name: 'Why fencing exists' })).toContainText('STONITH');
  await page.keyboard.press('Escape');
  expect(await violations(page)).toEqual([]);

  // Healed again: nobody can say who owns what, both give up; what is broken stays broken.
  await opens(page, 'node 1').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Plug its');
  await expect(menu(page, 'node 1').getByRole('menuitem', { name: /^Plug its heartbeat/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(node(page, 1)).not.toContainText('heartbeat cable pulled');
  await goTo(page, 62_500);
  await expect(alarm).toHaveCount(0);
  await expect(page.getByText(/[\d,]+ blocks of their disks stay broken/)).toBeVisible();
});

test('LANs, storage, a guest and a packet have menus; a number is asked with unit and range', async ({
  page,
}) => {
  await open(page, { scenario, atMs: 2000 });
  await opens(page, 'the data LAN').focus();
  await page.keyboard.press('Enter');
  // The first menu of a page is fetched when it is asked for.
  await expect(menu(page, 'the data LAN').getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type('Lose');
  await page.keyboard.press('Enter');
  const field = page.getByRole('spinbutton', { name: 'Lost packets' });
  await expect(field).toBeFocused();
  await expect(page.getByText('0 to 90 %')).toBeVisible();
  await field.fill('95');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'must be a number from 0 to 90 %' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await field.fill('25');
  await page.keyboard.press('Enter');
  await expect(region(page, 'Cluster')).toContainText('data LAN loses 25 %');
  expect(await commands(page)).toEqual([{ kind: 'lossy-data', lossShare: 0.25 }]);

  await button(page, 'Pause').click();
  await page.getByRole('article', { name: 'storage' }).click({ button: 'right' });
  await menu(page, 'the storage')
    .getByRole('menuitem', { name: /^Stop the iSCSI/ })
    .click();
  await expect(page.getByRole('article', { name: 'storage' })).toContainText('has stopped');
  await expect(node(page, 1)).toContainText('waits for its disk');

  await button(page, 'Pause').click();
  await opens(page, 'x1').click();
  await menu(page, 'x1')
    .getByRole('menuitem', { name: /^Crash/ })
    .click();
  await expect.poll(() => commands(page)).toContainEqual({ kind: 'crash-vm', vm: 'x1' });

  await button(page, 'Pause').click();
  await opens(page, 'the heartbeat LAN').click();
  await menu(page, 'the heartbeat LAN')
    .getByRole('menuitem', { name: /^node 2: Pull/ })
    .click();
  await expect(node(page, 2)).toContainText('heartbeat cable pulled');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`menus, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('nothing serious for axe in any of them; in the past they say that a branch begins', async ({
      page,
    }) => {
      await open(page, { scenario, atMs: 4000 });
      await slider(page).press('Home');
      await atRest(page, 0);
      for (const name of ['node 1', 'x0', 'the heartbeat LAN', 'the data LAN', 'the storage']) {
        await opens(page, name).first().click();
        await expect(menu(page, name)).toBeVisible();
        await expect(page.getByText('this starts a branch')).toBeVisible();
        expect.soft(await violations(page), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(opens(page, name).first()).toBeFocused();
      }
    });
  });
}

test('eight nodes and 24 guests stand on one stage', async ({ page }) => {
  const guests = Array.from({ length: 24 }, (_, i) => ({
    ...(defaultScenario.guests[i === 0 ? 0 : 1] ?? defaultScenario.guests[0]),
    name: `x${i}`,
    node: (i % 8) + 1,
  })) as typeof defaultScenario.guests;
  const cluster = { ...defaultScenario.cluster, nodes: 8 };
  await open(page, {
    scenario: { ...scenario, cluster, guests },
    stops: [{ node: 1, atMs: 1000 }],
    atMs: 900,
  });
  for (let number = 1; number <= 8; number += 1) {
    await expect(node(page, number)).toBeInViewport({ ratio: 1 });
    await expect(button(page, `Stop node ${number}`)).toBeInViewport({ ratio: 1 });
  }
  for (let i = 0; i < 24; i += 1) await expect(opens(page, `x${i}`).first()).toBeInViewport({ ratio: 1 });
  expect(await violations(page)).toEqual([]);
  await button(page, 'Play').click();
  await reaches(page, 'pagesArrived', 1000);
  await expect(node(page, 1)).toHaveAttribute('data-state', 'draining');
});
