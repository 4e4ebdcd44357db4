/** One's own cluster: nodes, guests, and what does not fit. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, expect, node, open, test } from './app.ts';

const drawer = (page: Page) => page.getByRole('dialog', { name: 'Parameters' });
const guests = (page: Page) => drawer(page).getByRole('group', { name: 'Guests' });

const cluster = (page: Page) =>
  page.evaluate(() => {
    const { branches, activeKey } = window.__migrascope.store.getState();
    const scenario = branches.find(({ key }) => key === activeKey)?.run.scenario;
    return { nodes: scenario?.cluster.nodes, guests: scenario?.guests.map(({ name }) => name) };
  });

test('five nodes, one guest more, another one pinged; what does not fit changes nothing', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Parameters').click();
  const nodes = drawer(page).getByRole('textbox', { name: 'Nodes', exact: true });
  await nodes.fill('5');
  await nodes.press('Enter');
  await expect.poll(async () => (await cluster(page)).nodes).toBe(5);
  await guests(page).getByRole('button', { name: 'Add a guest like x5' }).click();
  await expect.poll(async () => (await cluster(page)).guests?.length).toBe(7);
  await guests(page).getByRole('button', { name: 'Ping x6 instead' }).click();
  await expect(guests(page).getByRole('button', { name: /^x6 node 3 .*pinged/ })).toBeVisible();
  const memory = guests(page).getByRole('textbox', { name: /^Memory \(MiB\)/ });
  await memory.fill('4000');
  await memory.press('Enter');
  await expect(guests(page)).toContainText(
    'The guests of node 3 need 4512 MiB, but only 1664 MiB are left beside Dom0',
  );
  await nodes.fill('2');
  await nodes.press('Enter');
  await expect(drawer(page)).toContainText('x4 starts on node 3, but there are nodes 1 to 2');
  expect((await cluster(page)).nodes).toBe(5);
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(node(page, 5)).toBeVisible();
});
