import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/protocol/link.ts';
import { demo, open, page } from './open-page.ts';
import { sampleRun } from './sample-run.ts';

describe('a stop', () => {
  it('at the end of what was played goes on in the same branch and keeps what was drawn', async () => {
    await open();
    await page.pass(2000);
    const before = page.branch;
    const rows = before.series.pings.rows;
    page.actions.stopNode(1);
    await page.settle();
    await page.pass(1000);
    expect(page.state.branches).toHaveLength(1);
    expect(page.branch).toBe(before);
    expect(page.branch.series.pings.rows).toBeGreaterThan(rows);
    expect(page.branch.history?.phases.map(({ name }) => name)).toContain('stop-notice');
  });

  it('in the past starts a branch; both stay reachable, and Back returns', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 22_000_000 }, sampleRun));
    const first = page.branch;
    page.actions.seek(10_000_000);
    await page.settle();
    page.actions.stopNode(2);
    await page.settle();
    expect(page.state.branches).toHaveLength(2);
    expect(page.branch).toMatchObject({ parentKey: first.key, forkUs: 10_000_000, origin: 'command' });
    expect(page.branch.run.commands.map(({ command }) => command)).toEqual([{ kind: 'stop-node', node: 2 }]);
    expect(page.branch.series.pings.rows).toBeLessThan(first.series.pings.rows);
    expect(first.run).toEqual(demo);
    expect(page.entries).toHaveLength(2);
    await page.back();
    expect(page.branch).toBe(first);
  });

  it('at the end of a finished run goes on to it', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 29_900_000 }, sampleRun));
    page.actions.play();
    await page.pass(1000);
    expect(page.state.panel).toBe('summary');
    page.actions.openPanel('none');
    page.actions.stopNode(2);
    await page.settle();
    await page.pass(3000);
    expect(page.state.branches).toHaveLength(1);
    expect(page.branch.history?.phases.filter(({ name }) => name === 'stop-notice')).toHaveLength(2);
    expect(page.state.panel).toBe('none');
  });

  it('twice in the same moment of two branches is the same run', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 22_000_000 }, sampleRun));
    const { activeKey } = page.state;
    for (let i = 0; i < 2; i++) {
      page.actions.openBranch(activeKey);
      await page.settle();
      page.actions.seek(10_000_000);
      await page.settle();
      page.actions.stopNode(2);
      await page.settle();
    }
    expect(page.state.branches).toHaveLength(2);
  });
});

describe('a changed parameter', () => {
  it('starts again at the same moment with the same commands, the old run behind it', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 20_100_000 }, sampleRun));
    const old = page.state.activeKey;
    expect(await page.actions.setParameter('migration.rateMbps', 300)).toBeNull();
    await page.settle();
    expect(page.state.ghostKey).toBe(old);
    expect(page.branch.run.scenario.migration.rateMbps).toBe(300);
    expect(page.branch.run.commands).toEqual(demo.commands);
    expect(page.state.frame?.runKey).toBe(page.state.activeKey);
    expect(page.state.atUs).toBe(20_100_000);
  });

  it('that cannot be is refused with a sentence and changes nothing', async () => {
    await open();
    const { activeKey } = page.state;
    expect(await page.actions.setParameter('migration.rateMbps', -1)).toBe('The pace is negative.');
    expect(page.state.activeKey).toBe(activeKey);
    expect(page.state.ghostKey).toBeNull();
    expect(await page.actions.setParameter('migration.speed', 1)).toContain('migration.speed');
  });
});
