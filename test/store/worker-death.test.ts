import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/protocol/link.ts';
import { demo, open, page } from './open-page.ts';
import { sampleRun } from './sample-run.ts';

describe('a worker that dies', () => {
  it('is started again at the same moment, and the page says so', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 20_100_000 }, sampleRun));
    const { branch } = page;
    const rows = branch.series.pings.rows;
    page.actions.killWorker();
    expect(page.state.status).toBe('restarting');
    expect(page.state.frame?.scalars[0]).toBe(20_100_000);
    await page.settle();
    expect(page.workers).toHaveLength(2);
    expect(page.state.status).toBe('ready');
    expect(page.state.atUs).toBe(20_100_000);
    expect(page.branch.series.pings.rows).toBe(rows);
    expect(page.state.notice?.text).toBe(
      'The simulation’s worker stopped; it was started again and resumed at 20.10 s.',
    );
  });

  it('goes on playing', async () => {
    await open();
    await page.pass(1000);
    page.actions.killWorker();
    await page.settle();
    await page.pass(1000);
    expect(page.state.atUs).toBeGreaterThan(1_700_000);
  });

  it('again and again is given up with a sentence', async () => {
    await open();
    for (let i = 0; i < 4; i++) {
      page.actions.killWorker();
      await page.settle();
    }
    expect(page.state.status).toBe('failed');
    expect(page.state.notice?.text).toContain('Reload the page');
  });
});
