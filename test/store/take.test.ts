import { describe, expect, it } from 'vitest';
import { recordedTraces } from '../../src/cli/files.ts';
import { run as cliRun } from '../../src/cli/run.ts';
import { demoRun } from '../../src/engine/simulation/default-scenario.ts';
import { emptySeries } from '../../src/engine/simulation/series.ts';
import { createSimulation, hashSimulation } from '../../src/engine/simulation/simulation.ts';
import { advance } from '../../src/engine/timeline/timeline.ts';
import { pingMean } from '../../src/layout/ping-mean.ts';
import { encodeLink } from '../../src/protocol/link.ts';
import { decodeLink } from '../../src/protocol/read-link.ts';
import { parseRun } from '../../src/protocol/scenario-schema.ts';
import type { SeriesRow, Taken } from '../../src/store/taken.ts';
import { file, shortRun } from '../cli/cli.ts';
import { demo, open, page } from './open-page.ts';
import { sampleRun } from './sample-run.ts';

function figureOf({ figures }: Taken, label: string) {
  const found = figures.find((figure) => figure.label === label);
  if (found === undefined) throw new Error(`There is no figure “${label}”.`);
  return found.value;
}

async function rowsOf({ series }: Taken, fileName: string): Promise<SeriesRow[]> {
  const one = series.find((candidate) => candidate.file === fileName);
  if (one === undefined) throw new Error(`There is no ${fileName}.`);
  return [...(typeof one.rows === 'function' ? await one.rows() : one.rows)];
}

async function taken(atUs: number): Promise<Taken> {
  await open(encodeLink({ workspace: 'failover', run: demo, atUs }, sampleRun));
  const found = await page.actions.take();
  if (found === null) throw new Error('nothing was taken');
  return found;
}

describe('what is taken from the Failover workspace', () => {
  it('has a name, a link and a file that give the same run', async () => {
    const one = await taken(22_000_000);
    expect(one.name).toBe('Stop of node 1 at 18 s, paper’s script');
    expect(decodeLink(one.link, sampleRun)).toMatchObject({ run: demo, atUs: 22_000_000 });
    const json = JSON.parse(JSON.stringify(one.file?.json)) as unknown;
    // Nothing of it comes from the defaults: another default gives the same run.
    const other = { ...sampleRun.scenario, seed: 77, durationMs: 1, pingedVm: 'x9' };
    expect(parseRun(json, { scenario: other, commands: [] })).toEqual({ run: demo });
  });

  it('has the figures of the summary once the run is over', async () => {
    const one = await taken(31_000_000);
    const { history, series } = page.branch;
    if (history === null) throw new Error('no history');
    const [move] = history.migrations;
    if (!move || move.startUs === null || move.suspendUs === null || move.endUs === null) throw new Error();
    expect(figureOf(one, 'downtime of x0 (ms)')).toBe((move.endUs - move.suspendUs) / 1000);
    expect(figureOf(one, 'total migration time of x0 (ms)')).toBe((move.endUs - move.startUs) / 1000);
    expect(figureOf(one, 'lost pings')).toBe(pingMean(series.pings, 0, 31_000_000).lost);
    const spans = {
      before: [0, 18_000_000],
      'during the rounds': [move.startUs, move.suspendUs],
      'just after': [move.endUs, move.endUs + 100_000],
      'at the end': [29_000_000, 30_000_000],
    } as const;
    for (const [when, [fromUs, toUs]] of Object.entries(spans)) {
      const told = figureOf(one, `mean round trip ${when} (ms)`);
      expect(told).toBe(pingMean(series.pings, fromUs, toUs).meanMs);
    }
  });

  it('gives each figure a label of its own, whatever comes again', async () => {
    const twice = {
      ...demo,
      commands: [...demo.commands, { atMs: 25_000, command: { kind: 'stop-node' as const, node: 2 } }],
    };
    await open(encodeLink({ workspace: 'failover', run: twice, atUs: 31_500_000 }, sampleRun));
    const one = await page.actions.take();
    const labels = one?.figures.map(({ label }) => label) ?? [];
    expect(labels).toContain('phase recover of x0 (ms), no. 2');
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('tells nothing beyond the farthest moment reached, and nothing less', async () => {
    await taken(20_000_000);
    page.actions.seek(10_000_000);
    await page.settle();
    // What the page happens to hold beyond it must not leave it.
    const { series } = page.branch;
    const { pings } = series;
    pings.data = Float64Array.of(...pings.data.subarray(0, pings.rows * pings.width), ...Array(6).fill(0));
    pings.data.set([20_010_000, 9, 0, 0, 0, -1], pings.rows * pings.width);
    pings.rows += 1;
    const one = await page.actions.take();
    if (one === null) throw new Error('nothing was taken');
    const rows = await rowsOf(one, 'round-trips.csv');
    expect(rows).toHaveLength(2001);
    expect(rows.at(-1)?.[0]).toBe(20_000);
    expect(rows.every(([sent]) => Number(sent) <= 20_000)).toBe(true);
    expect(one.figures.map(({ label }) => label)).not.toContain('downtime of x0 (ms)');
    const phases = await rowsOf(one, 'phases.csv');
    expect(phases.map(([, name]) => name)).toEqual([
      'steady',
      'stop-notice',
      'reserve',
      'predict',
      'round-1',
    ]);
    expect(phases.at(-1)?.[3]).toBeNull();
    expect(figureOf(one, 'reached (ms)')).toBe(20_000);
  });

  it('is read by the command line as the same run', async () => {
    const parsed = parseRun(shortRun, demoRun);
    if ('problem' in parsed) throw new Error(parsed.problem);
    const { scenario, commands } = parsed.run;
    await open(encodeLink({ workspace: 'failover', run: parsed.run, atUs: 0 }, sampleRun));
    const one = await page.actions.take();
    const printed = JSON.parse(cliRun([file('scenario.json', one?.file?.json)])) as { hash: string };
    const sim = createSimulation(scenario, recordedTraces());
    advance(sim, commands, scenario.durationMs * 1000, emptySeries());
    expect(printed.hash).toBe(hashSimulation(sim));
  });
});
