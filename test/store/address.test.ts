import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/protocol/link.ts';
import { demo, open, page } from './open-page.ts';
import { sampleRun } from './sample-run.ts';

describe('the address', () => {
  it('brings run, commands and moment back', async () => {
    await open();
    page.actions.playDemo();
    await page.settle();
    await page.pass(5500);
    page.actions.pause();
    await page.settle();
    const [hash, atUs] = [page.entries.at(-1) ?? '', page.state.atUs];
    await open(hash);
    expect(page.branch.run).toEqual(demo);
    expect(page.state.atUs).toBe(atUs);
    expect(page.state.playback.playing).toBe(false);
    expect(page.state.frame?.scalars[0]).toBe(atUs);
  });

  it('that is broken is told, and the default opens', async () => {
    await open('#/failover?v=1&run=%%%');
    expect(page.state.notice?.text).toMatch(/^The link cannot be read/);
    expect(page.branch.run).toEqual(sampleRun);
  });

  it('with a run the engine refuses is told, and the default opens', async () => {
    const { scenario } = sampleRun;
    const run = {
      ...sampleRun,
      scenario: { ...scenario, migration: { ...scenario.migration, rateMbps: -5 } },
    };
    await open(encodeLink({ workspace: 'failover', run, atUs: null }, sampleRun));
    expect(page.state.notice?.text).toContain('The pace is negative.');
    expect(page.branch.run).toEqual(sampleRun);
  });

  it('follows the clock while playing a story', async () => {
    await open();
    page.actions.playDemo();
    await page.settle();
    await page.pass(1000);
    page.flushAddress();
    expect(page.entries.at(-1)).toMatch(/&t=\d+/);
  });
});

describe('another workspace', () => {
  it('lets the run rest; Back finds it as it was left, and it plays on', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: null }, sampleRun));
    await page.pass(500);
    const { atUs } = page.state;
    page.actions.openWorkspace('trees');
    expect(page.entries.at(-1)).toBe('#/trees');
    await page.pass(1000);
    expect(page.state.atUs).toBe(atUs);
    await page.back();
    expect(page.state).toMatchObject({ workspace: 'failover', atUs, playback: { playing: true } });
    await page.pass(200);
    expect(page.state.atUs).toBeGreaterThan(atUs);
  });
});
