/** Several guests on the move at once, and a stop script that does not do its work: told and seen, by keyboard. */
import { defaultScenario } from '../../src/engine/simulation/default-scenario.ts';
import { atRest, button, expect, node, open, said, test } from './app.ts';

const { guests } = defaultScenario;

/** Four guests on node 1, two of which may move at a time. */
const crowd = {
  migration: { ...defaultScenario.migration, parallelMigrations: 2 },
  guests: guests.map((guest, i) => ({ ...guest, node: i < 4 ? 1 : 2 })),
};

test('two of four guests move at once: the sentence counts them, the card shows where each goes and who waits', async ({
  page,
}) => {
  await open(page, { scenario: crowd, stops: [{ node: 1, atMs: 1000 }], atMs: 3000 });
  await expect
    .poll(() => said(page))
    .toContain('2 guests move at once through the port of node 1; 2 wait in line.');
  const source = node(page, 1).getByRole('listitem');
  await expect(source).toHaveCount(3);
  await expect(source.nth(0)).toContainText(/x1.*moves to node \d/);
  await expect(source.nth(1)).toContainText(/x2.*next in line/);
  await expect(source.nth(2)).toContainText(/x3.*number 2 in line/);
  await expect(node(page, 3)).toContainText('receiving');
});

test('a stop script is broken by keyboard, fails before everybody’s eyes, and the node reboots itself', async ({
  page,
}) => {
  await open(page, { atMs: 2000 });
  await node(page, 1).getByRole('button', { name: 'What can happen to node 1', exact: true }).press('Enter');
  const item = page.getByRole('menuitem', { name: /^Stop script fails/ });
  await item.press('Enter');
  const field = page.getByRole('spinbutton', { name: 'How often it fails' });
  await field.fill('21');
  await field.press('Enter');
  await expect(page.getByText('a number from 1 to 20 times')).toBeVisible();
  await field.fill('12');
  await field.press('Enter');
  await expect(node(page, 1)).toContainText('stop script broken');
  await button(page, 'Stop node 1').press('Enter');
  // It is given at the moment on screen, whenever that is.
  const stopAt = () =>
    page.evaluate(() => {
      const { branches, activeKey } = window.__migrascope.store.getState();
      const given = branches.find(({ key }) => key === activeKey)?.run.commands;
      return Math.ceil(given?.find(({ command }) => command.kind === 'stop-node')?.atMs ?? 0);
    });
  await expect.poll(stopAt).toBeGreaterThan(0);
  const stopMs = await stopAt();
  const goTo = async (ms: number) => {
    await page.evaluate((us) => {
      const { actions } = window.__migrascope.store.getState();
      actions.pause();
      actions.seek(us);
    }, ms * 1000);
    await atRest(page, ms);
  };
  await goTo(stopMs + 2500);
  await expect(node(page, 1)).toContainText('stop failed 3×');
  await expect.poll(() => said(page)).toContain('ends with exit code 1: 3 times so far.');
  await goTo(stopMs + 12_000);
  await expect(node(page, 1)).toHaveAttribute('data-state', 'starting');
  await expect.poll(() => said(page)).toContain('Node 1 has rebooted itself');
  await button(page, 'Heartbeat log').first().click();
  await expect(page.getByText('exit code 1 (failed), attempt 11')).toBeVisible();
});
