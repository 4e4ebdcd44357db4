/** Changes of the run as a whole, one after the other: one branch, and the run before the first stays as the thin line. */
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/protocol/model.ts';
import { demo, open, page } from './open-page.ts';
import { sampleRun } from './sample-run.ts';

const paced = (run: Run, rateMbps: number): Run => ({
  ...run,
  scenario: { ...run.scenario, migration: { ...run.scenario.migration, rateMbps } },
});

async function change(run: Run): Promise<string | null> {
  const told = page.actions.changeRun(run);
  await page.settle();
  return told;
}

describe('changes one after the other', () => {
  it('are one branch while nothing was done', async () => {
    await open();
    const first = page.branch;
    for (const rate of [100, 200, 300]) expect(await change(paced(sampleRun, rate))).toBeNull();
    expect(page.state.branches).toHaveLength(2);
    expect(page.branch.run.scenario.migration.rateMbps).toBe(300);
    expect(page.branch.parentKey).toBe(first.key);
    expect(page.state.ghostKey).toBe(first.key);
  });

  it('stay, each of them, once something was done', async () => {
    await open();
    expect(await change(paced(sampleRun, 100))).toBeNull();
    page.actions.stopNode(1);
    await page.settle();
    expect(await change(paced(demo, 200))).toBeNull();
    expect(page.state.branches).toHaveLength(3);
  });

  it('that cannot be are told, and nothing is changed', async () => {
    await open();
    const { activeKey } = page.state;
    expect(await change(paced(sampleRun, -1))).toBe('The pace is negative.');
    expect(page.state.activeKey).toBe(activeKey);
    expect(page.state.branches).toHaveLength(1);
  });
});
