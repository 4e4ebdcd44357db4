import { expect, test } from 'vitest';
import { demo, open, page } from './open-page.ts';

const other = { ...demo, scenario: { ...demo.scenario, seed: 99 } };

test('a run nobody watched here is drawn behind, without a detour over screen and history', async () => {
  await open();
  page.actions.pause();
  page.actions.seek(3_000_000);
  await page.settle();
  const before = { key: page.state.activeKey, atUs: page.state.atUs, entries: [...page.entries] };
  expect(await page.actions.ghostRun(other, 'kept on Monday', 5_000_000)).toBeNull();
  const ghost = page.state.branches.find(({ key }) => key === page.state.ghostKey);
  expect(ghost).toMatchObject({ label: 'kept on Monday', run: other, reachedUs: 5_000_000 });
  expect(ghost?.series.pings.rows).toBeGreaterThan(0);
  expect(ghost?.farHistory).not.toBeNull();
  expect({ key: page.state.activeKey, atUs: page.state.atUs, entries: page.entries }).toEqual(before);
});

test('playing goes on behind it, and a second time costs nothing', async () => {
  await open();
  page.actions.play();
  await page.pass(100);
  const asked = page.actions.ghostRun(other, 'kept', 5_000_000);
  await page.pass(100);
  expect(await asked).toBeNull();
  const { atUs, branches } = page.state;
  await page.pass(200);
  expect(page.state.atUs).toBeGreaterThan(atUs);
  await page.actions.ghostRun(other, 'kept again', 5_000_000);
  expect(page.state.branches).toHaveLength(branches.length);
});

test('a run that cannot be opened is told, and the line that was there stays', async () => {
  await open();
  await page.actions.ghostRun(other, 'kept', 1_000_000);
  const { ghostKey } = page.state;
  const { migration } = other.scenario;
  const impossible = {
    ...other,
    scenario: { ...other.scenario, migration: { ...migration, rateMbps: -1 } },
  };
  expect(await page.actions.ghostRun(impossible, 'impossible', 1_000_000)).toBe('The pace is negative.');
  expect(page.state.ghostKey).toBe(ghostKey);
});
