import { describe, expect, test } from 'vitest';
import type { SeriesName } from '../../src/base/columns.ts';
import { demoRun } from '../../src/engine/simulation/default-scenario.ts';
import type { Run } from '../../src/engine/simulation/scenario.ts';
import { SplayTree } from '../../src/engine/trees/splay.ts';
import { type Frame, SCALAR } from '../../src/protocol/frame.ts';
import { play, smallRun, stop } from '../engine/simulation/runs.ts';
import { Bench, bytesOf, NOTHING, small } from './host-harness.ts';

describe('frames', () => {
  test('only the latest is answered, the others hear that they were overtaken', async () => {
    const bench = new Bench();
    const key = await bench.open(demoRun);
    const ids = [20e6, 25e6, 1e6, 4e6].map((us) => bench.send('frame', bench.request(key, us)));
    const last = await bench.answerTo(ids[3] ?? 0);
    expect('reply' in last && (last.reply as Frame).scalars[SCALAR.timeUs]).toBe(4e6);
    for (const id of ids.slice(0, 3)) expect(await bench.answerTo(id)).toEqual({ id, superseded: true });
  });

  test('one under way gives way to a newer one, and a question does not wait for it', async () => {
    const bench = new Bench();
    const key = await bench.open(demoRun);
    const far = bench.send('frame', bench.request(key, 29e6));
    const question = bench.send('describe', {});
    await bench.answerTo(question);
    expect(bench.posted.some(({ id }) => id === far)).toBe(false);
    const near = bench.send('frame', bench.request(key, 100_000));
    expect(await bench.answerTo(near)).toHaveProperty('reply');
    expect(await bench.answerTo(far)).toEqual({ id: far, superseded: true });
    const late = bench.send('frame', bench.request(key, 29e6));
    expect(await bench.answerTo(late)).toHaveProperty('reply');
    expect(bench.turns).toBeGreaterThan(10);
  });

  test.each<[string, Run, number[]]>([
    ['the scripted 30 s', demoRun, [0, 5e6, 18_050_000, 19_500_001, 21_229_600, 21_242_557, 23e6, 30e6]],
    [
      'stops of two nodes',
      smallRun({}, [stop(1, 400), stop(3, 600)]),
      [399_999, 400_000, 600_000, 601_000, 1_400_000],
    ],
    ['a reboot', smallRun({ failover: 'stock-rebooting' }), [400_000, 9_000_000, 50_000_000]],
    ['no predictor', smallRun({ prediction: { predictor: 'none' } }), [500_000, 700_000]],
  ])(
    '%s: byte for byte the same after seeking away and back, and after looking ahead',
    async (_, run, moments) => {
      const bench = new Bench();
      const key = await bench.open(run);
      const first = new Map<number, string>();
      for (const us of moments) first.set(us, bytesOf(await bench.frame(key, us)));
      for (const us of [...moments].reverse())
        expect(bytesOf(await bench.frame(key, us))).toBe(first.get(us));
      await bench.idle(); // all is recorded now
      for (const us of moments) expect(bytesOf(await bench.frame(key, us))).toBe(first.get(us));
      const other = new Bench();
      const otherKey = await other.open(run);
      await other.idle(); // recorded ahead before anything was looked at
      expect(otherKey).toBe(key);
      for (const us of [...moments].reverse()) {
        expect(bytesOf(await other.frame(key, us))).toBe(first.get(us));
      }
    },
  );

  test('bring only what the page lacks, and nothing of the future', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const whole = await bench.frame(key, 700_000);
    await bench.idle();
    const rows = (frame: Frame, name: SeriesName) => frame.series.find((chunk) => chunk.name === name);
    const all = rows(whole, 'pings');
    expect(all?.rows.length).toBe(71 * 6);
    const have = {
      historyRevision: whole.scalars[SCALAR.historyRevision] ?? -1,
      series: { ...NOTHING, pings: 60 },
    };
    const rest = await bench.frame(key, 700_000, { have, wantPages: false, treeProcess: -1 });
    expect(rest).toMatchObject({ history: null, pages: null, tree: null });
    expect(rows(rest, 'pings')?.from).toBe(60);
    expect(rows(rest, 'pings')?.rows).toEqual(all?.rows.slice(60 * 6));
    expect(rest.series.map(({ name }) => name)).not.toContain('pages');
    for (const { rows: table, name } of whole.series) {
      const width = {
        pings: 6,
        progress: 5,
        cpu: 4,
        shares: 6,
        batches: 6,
        beats: 2,
        rotations: 10,
        pages: 5,
      }[name];
      const column = name === 'batches' ? 1 : 0;
      for (let at = column; at < table.length; at += width) expect(table[at]).toBeLessThanOrEqual(700_000);
    }
  });

  test('tell the state they show', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const record = play(small).sim.migrations[0];
    const atUs = (record?.rounds[1]?.startUs ?? 0) + 300;
    const { scalars, pages, tree, history } = await bench.frame(key, atUs);
    const { sim, series } = play(small, atUs);
    const transfer = sim.jobs[0]?.transfer;
    expect(pages).toEqual(transfer?.state);
    expect(scalars[SCALAR.round]).toBe(2);
    expect(scalars[SCALAR.pagesLeft]).toBe(transfer?.remaining);
    const states = [SCALAR.pagesToSend, SCALAR.pagesArrived, SCALAR.pagesWrittenAgain, SCALAR.pagesHeldBack];
    expect(states.map((index) => scalars[index])).toEqual([...(transfer?.counts ?? [])].slice(0, 4));
    expect(scalars[SCALAR.bytesSent]).toBe((transfer?.totalSent ?? 0) * 4096);
    expect(scalars[SCALAR.lastPingMs]).toBe(series.pings.at(series.pings.rows - 1, 1));
    expect(history?.phases).toEqual(sim.phases);
    const own = sim.vms[0]?.predictor.treeOf(0);
    expect(tree).toMatchObject({ process: 0, program: 'matrix', size: own?.size, height: own?.height() });
    expect(tree?.rows.slice(0, 1)[0]).toBe(own?.keyAt(own.root));
    expect(tree?.splayRotations).toBeGreaterThan(tree?.windowRotations ?? Number.POSITIVE_INFINITY);
  });

  test.each<[string, Run, number]>([
    ['one that has just begun', small, 20_000],
    ['one of many accesses', small, 1_300_000],
    ['one begun anew by a reboot', smallRun({ failover: 'stock-rebooting' }), 52_000_000],
  ])('beside a process’s tree stand the rotations of a splay tree: %s', async (_, run, us) => {
    const bench = new Bench();
    const key = await bench.open(run);
    await bench.frame(key, Math.floor(us / 3)); // follows the recording
    const { tree } = await bench.frame(key, us, { treeProcess: 1 });
    const { sim, series } = play(run, us);
    const own = sim.vms[0]?.predictor.treeOf(1)?.totals.operations ?? 0;
    const keys = series.accesses.keysUntil(0, 1, us);
    const life = keys.slice(keys.length - own);
    const last = Math.min(1000, own);
    const splay = new SplayTree();
    for (const x of life.slice(0, own - last)) splay.access(x);
    const before = splay.totals.rotations;
    for (const x of life.slice(own - last)) splay.access(x);
    expect(own).toBeGreaterThan(50);
    expect(tree?.windowAccesses).toBe(last);
    expect(tree?.splayRotations).toBe(splay.totals.rotations - before);
  });

  test('a branch looks like its parent until the command that made it', async () => {
    const bench = new Bench();
    const key = await bench.open(demoRun);
    await bench.frame(key, 24e6);
    const run = { ...demoRun, commands: [...demoRun.commands, stop(2, 20_000)] };
    const branch = await bench.open(run, key);
    expect(branch).not.toBe(key);
    const same = await bench.frame(branch, 19_999_999);
    const parent = await bench.frame(key, 19_999_999);
    expect(bytesOf({ ...same, runKey: '' })).toBe(bytesOf({ ...parent, runKey: '' }));
    const after = await bench.frame(branch, 24e6);
    expect(after.history?.migrations[0]?.outcome).toBe('aborted');
    const straight = new Bench();
    const alone = await straight.open(run);
    expect(bytesOf(await straight.frame(alone, 24e6))).toBe(bytesOf(after));
  });
});
