import { describe, expect, it } from 'vitest';
import { SERIES_COLUMNS } from '../../src/base/columns.ts';
import { demo, open, openPage, page } from './open-page.ts';
import { sampleRun } from './sample-run.ts';

describe('the page', () => {
  it('opens on the default run, playing in real time and waiting', async () => {
    await open();
    expect(page.state.status).toBe('ready');
    expect(page.branch.run).toEqual(sampleRun);
    await page.pass(2000);
    expect(page.state.atUs / 1e6).toBeCloseTo(2, 1);
    expect(page.branch.series.pings.rows).toBe(Math.floor(page.branch.reachedUs / 10_000) + 1);
  });

  it('asks once for the comparison as soon as the move is done, while it plays on', async () => {
    await open();
    page.actions.seek(17_900_000);
    await page.settle();
    page.actions.stopNode(1);
    await page.settle();
    page.actions.setSpeed(1);
    page.actions.play();
    const asked = () =>
      page.workers.flatMap((worker) => worker.posted).filter(({ name }) => name === 'compare').length;
    await page.pass(3100);
    expect(asked()).toBe(0);
    await page.pass(500);
    expect(page.state.playback.playing).toBe(true);
    expect(asked()).toBe(1);
    await page.pass(1000);
    expect(asked()).toBe(1);
  });

  it('does not end by itself before anything was stopped', async () => {
    await open();
    page.actions.setSpeed(100);
    await page.pass(1000);
    expect(page.state.atUs).toBeGreaterThan(60_000_000);
    expect(page.state.panel).toBe('none');
    expect(page.state.playback.playing).toBe(true);
  });

  it('stands still while it is hidden', async () => {
    await open();
    await page.pass(500);
    const before = page.state.atUs;
    page.hide(true);
    await page.pass(60_000);
    page.hide(false);
    await page.pass(50);
    expect(page.state.atUs - before).toBeLessThan(120_000);
  });

  it('asked for the demo before it has opened opens on the demo, and keeps no empty run', async () => {
    const early = openPage();
    early.actions.playDemo();
    await early.started;
    await early.settle();
    expect(early.branch.run).toEqual(demo);
    expect(early.state.branches).toHaveLength(1);
    expect(early.state.playback.playing).toBe(true);

    const ready = openPage();
    const leave = ready.app.store.subscribe((state) => {
      if (state.status !== 'ready') return;
      leave();
      state.actions.playDemo();
    });
    await ready.started;
    await ready.settle();
    expect(ready.branch.run).toEqual(demo);
  });

  it('keeps an opening run that something was branched from, or that stands behind', async () => {
    await open();
    await page.pass(500);
    await page.actions.setParameter('migration.rateMbps', 300);
    page.actions.playDemo();
    await page.settle();
    expect(page.branch.run).toEqual({ ...demo, scenario: page.branch.run.scenario });
    expect(page.state.branches.map(({ run }) => run.commands.length)).toEqual([0, 1]);
  });

  it('carries out what was asked for in order: two changes at once are both made', async () => {
    await open();
    const first = page.actions.setParameter('migration.rateMbps', 300);
    const second = page.actions.setParameter('prediction.predictor', 'none');
    page.actions.stopNode(1);
    await Promise.all([first, second]);
    await page.settle();
    const { scenario, commands } = page.branch.run;
    expect([scenario.migration.rateMbps, scenario.prediction.predictor, commands.length]).toEqual([
      300,
      'none',
      1,
    ]);
  });

  it('plays the demo through to its summary, which opens once', async () => {
    await open();
    page.actions.playDemo();
    await page.settle();
    await page.pass(90_000);
    expect(page.state.atUs).toBeGreaterThanOrEqual(30_000_000);
    expect(page.state.playback.playing).toBe(false);
    expect(page.state.panel).toBe('summary');
    page.actions.openPanel('none');
    page.actions.play();
    await page.pass(90_000);
    expect(page.state.panel).toBe('none');
    expect(page.state.playback.playing).toBe(false);
  });
});

describe('rows', () => {
  it('have the width of their table', async () => {
    await open();
    expect(page.branch.series.pings.width).toBe(SERIES_COLUMNS.pings.length);
  });
});
