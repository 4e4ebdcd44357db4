/** The worker's behaviour without a worker: messages in, messages out. */
import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { PAGE_EVENT, type SeriesName } from '../../src/base/columns.ts';
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { strategies } from '../../src/engine/migration/strategy-registry.ts';
import { defaultRun, demoRun } from '../../src/engine/simulation/default-scenario.ts';
import type { Run, Scenario } from '../../src/engine/simulation/scenario.ts';
import { hashSimulation } from '../../src/engine/simulation/simulation.ts';
import { SplayTree } from '../../src/engine/trees/splay.ts';
import { type Frame, SCALAR } from '../../src/protocol/frame.ts';
import type {
  FrameRequest,
  FromWorker,
  ReplyOf,
  RequestName,
  RequestOf,
} from '../../src/protocol/requests.ts';
import { causeText } from '../../src/protocol/texts.ts';
import { Host, type HostEnvironment } from '../../src/worker/host/host.ts';
import { library } from '../engine/recorded.ts';
import { type Part, play, smallRun, stop } from '../engine/simulation/runs.ts';

const NOTHING: Record<SeriesName, number> = {
  pings: 0,
  progress: 0,
  cpu: 0,
  batches: 0,
  pages: 0,
  beats: 0,
  rotations: 0,
};

/** A host, the page's end of its wire, and a clock that a slice of work uses up after a few chunks. */
class Bench {
  readonly posted: FromWorker[] = [];
  private readonly host: Host;
  private id = 0;
  private clock = 0;
  private generation = 0;
  private arrived: (() => void)[] = [];
  /** turns the host took */
  turns = 0;

  constructor(environment: Partial<HostEnvironment> = {}) {
    this.host = new Host({
      version: '1.2.3',
      // each look at the clock takes a while, so that long work needs many turns
      now: () => {
        this.clock += 3;
        return this.clock;
      },
      pause: () => {
        this.turns += 1;
        return new Promise((done) => setImmediate(done));
      },
      post: (message, transfer) => {
        // As between threads: what is handed over is gone here, and only data arrives there.
        this.posted.push(structuredClone(message, { transfer }));
        for (const wake of this.arrived.splice(0)) wake();
      },
      loadLibrary: () => Promise.resolve(library),
      ...environment,
    });
  }

  send<N extends RequestName>(name: N, request: RequestOf<N>): number {
    this.id += 1;
    this.host.handle({ id: this.id, name, request } as Parameters<Host['handle']>[0]);
    return this.id;
  }

  async answerTo(id: number): Promise<FromWorker> {
    for (;;) {
      const found = this.posted.find((message) => message.id === id);
      if (found !== undefined) return found;
      await new Promise<void>((done) => this.arrived.push(done));
    }
  }

  async ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
    const answer = await this.answerTo(this.send(name, request));
    if (!('reply' in answer)) throw new Error('error' in answer ? answer.error : 'superseded');
    return answer.reply as ReplyOf<N>;
  }

  async open(run: Run, parentKey: string | null = null): Promise<string> {
    const { runKey, problem } = await this.ask('open', { run, parentKey });
    if (problem !== null) throw new Error(problem);
    return runKey;
  }

  request(runKey: string, toUs: number, more: Partial<FrameRequest> = {}): FrameRequest {
    this.generation += 1;
    const have = { historyRevision: -1, series: NOTHING };
    return {
      runKey,
      generation: this.generation,
      toUs,
      have,
      wantPages: true,
      treeProcess: 0,
      treeRows: 31,
      ...more,
    };
  }

  frame(runKey: string, toUs: number, more: Partial<FrameRequest> = {}): Promise<Frame> {
    return this.ask('frame', this.request(runKey, toUs, more));
  }

  /** Waits until the host has nothing more to do. */
  async idle(): Promise<void> {
    for (let turns = -1; turns !== this.turns; ) {
      turns = this.turns;
      for (let i = 0; i < 5; i += 1) await new Promise((done) => setImmediate(done));
    }
  }
}

/** All bytes of a frame but the number of the request it answers. */
const bytesOf = (frame: Frame): string => serialize({ ...frame, generation: 0 }).toString('base64');

const small = smallRun();

describe('answers', () => {
  test('describe: what the registries say, ready to be sent', async () => {
    const reply = await new Bench().ask('describe', {});
    expect(reply.version).toBe('1.2.3');
    expect(reply.defaultRun).toEqual(defaultRun);
    expect(reply.demoRun).toEqual(demoRun);
    expect(reply.strategies.map(({ kind }) => kind)).toEqual(strategies.map(({ kind }) => kind));
    for (const list of [reply.predictors, reply.trees, reply.workloads, reply.presets, reply.stopRules]) {
      expect(list.length).toBeGreaterThan(0);
      for (const entry of list) expect(entry.description).toMatch(/\.$/);
    }
  });

  test('each request is answered once, in order', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const ids = [
      bench.send('hash', { runKey: key, atUs: 900_000 }),
      bench.send('describe', {}),
      bench.send('why', { runKey: key, atUs: 300_000, target: { kind: 'now' } }),
      bench.send('page', { runKey: key, atUs: 500_000, vm: 0, page: 3 }),
      bench.send('hash', { runKey: key, atUs: 0 }),
    ];
    await bench.answerTo(ids.at(-1) ?? 0);
    await bench.idle();
    expect(bench.posted.map((message) => message.id)).toEqual([1, ...ids]);
  });

  test('hash: that of a straight run, wherever the worker has been', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    for (const atUs of [1_200_000, 0, 640_001, 640_000]) {
      const { hash } = await bench.ask('hash', { runKey: key, atUs });
      expect(hash).toBe(hashSimulation(play(small, atUs).sim));
    }
  });

  test('why: the delays of a ping add up to its round trip, and every cause has its words', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const { series, sim } = play(small);
    const atUs = sim.migrations[0]?.endUs ?? 0;
    let waited = 0;
    for (let index = 0; index < series.pings.rowsUntil(atUs); index += 3) {
      const { causes } = await bench.ask('why', { runKey: key, atUs, target: { kind: 'ping', index } });
      expect(causes.length).toBeGreaterThan(0);
      for (const cause of causes) expect(causeText(cause, true).title).not.toBe('');
      for (const { atUs: when } of causes) expect(when ?? 0).toBeLessThanOrEqual(atUs);
      const rtt = series.pings.at(index, 1);
      const delays = causes.filter(({ code }) =>
        ['wire', 'hypervisor', 'queue', 'tail', 'noise'].includes(code),
      );
      const sum = delays.reduce((total, cause) => total + (cause.addsMs ?? 0), 0);
      if (Number.isNaN(rtt)) expect(causes[0]?.code).toBe('ping-lost');
      else expect(sum).toBeCloseTo(rtt, 9);
      if (series.pings.at(index, 2) > 0) {
        waited += 1;
        expect(causes.map(({ code }) => code)).toEqual(
          expect.arrayContaining(['queue', 'batch', 'pace', 'stop-command']),
        );
      }
    }
    expect(waited).toBeGreaterThan(3);
    const { causes } = await bench.ask('why', {
      runKey: key,
      atUs: 100_000,
      target: { kind: 'ping', index: 50 },
    });
    expect(causes).toEqual([]); // not sent yet
  });

  test('page: what happened to it until then, and nothing of what comes', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const { series, sim } = play(small);
    const { pages } = series;
    let page = -1;
    for (let row = 0; row < pages.rows; row += 1) {
      if (pages.at(row, 1) === 0 && pages.at(row, 3) === PAGE_EVENT.written) page = pages.at(row, 2);
    }
    const expected: { atUs: number; kind: number; round: number }[] = [];
    for (let row = 0; row < pages.rows; row += 1) {
      if (pages.at(row, 1) !== 0 || pages.at(row, 2) !== page) continue;
      expected.push({ atUs: pages.at(row, 0), kind: pages.at(row, 3), round: pages.at(row, 4) });
    }
    expect(expected.length).toBeGreaterThan(2);
    const end = await bench.ask('page', { runKey: key, atUs: 1_400_000, vm: 0, page });
    expect(end.rows).toEqual(expected);
    expect(end).toMatchObject({ vm: 0, page, state: 1, process: sim.vms[0]?.workload.processOf(page) });
    const middle = expected[1]?.atUs ?? 0;
    const then = await bench.ask('page', { runKey: key, atUs: middle, vm: 0, page });
    expect(then.rows).toEqual(expected.filter(({ atUs }) => atUs <= middle));
    expect(then.version).toBe(play(small, middle).sim.vms[0]?.versions[page]);
    await expect(bench.ask('page', { runKey: key, atUs: 0, vm: 0, page: 4096 })).rejects.toThrow(
      'There is no page 4096 of VM 0; pick another one.',
    );
  });

  test('compare: the totals beside plain pre-copy of the same seed and commands', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const reply = await bench.ask('compare', { runKey: key, vm: 0 });
    const totals = (run: Run) => {
      const record = play(run).sim.migrations[0];
      if (record === undefined) throw new Error('x0 has not moved.');
      const { startUs, suspendUs, endUs, pagesSent, bytesSent, rounds } = record;
      return {
        totalMs: ((endUs ?? 0) - (startUs ?? 0)) / 1000,
        downtimeMs: ((endUs ?? 0) - (suspendUs ?? 0)) / 1000,
        pagesSent,
        bytesSent,
        rounds: rounds.length - 1,
      };
    };
    expect(reply?.here).toEqual({
      strategy: 'working-set-pre-copy',
      predictor: 'lazy-counting',
      ...totals(small),
    });
    const plain = smallRun({ migration: { strategy: 'pre-copy' } });
    expect(reply?.baseline).toEqual({ strategy: 'pre-copy', predictor: 'none', ...totals(plain) });
    const quiet = await bench.open(smallRun({}, []));
    expect(await bench.ask('compare', { runKey: quiet, vm: 0 })).toBeNull();
  });
});

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
      const width = { pings: 6, progress: 5, cpu: 4, batches: 6, beats: 2, rotations: 10, pages: 5 }[name];
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
    const transfer = sim.job?.transfer;
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

describe('problems', () => {
  test.each<[string, Part<Scenario>, RegExp]>([
    ['a seed out of range', { seed: -1 }, /^seed is -1; it must lie between 0 and 4294967295\.$/],
    [
      'an unknown strategy',
      { migration: { strategy: 'teleport' } },
      /^migration\.strategy is "teleport"; use one of /,
    ],
    [
      'an unknown predictor',
      { prediction: { predictor: 'fortune' } },
      /^prediction\.predictor is "fortune"; use one of /,
    ],
    ['a ping to nobody', { pingedVm: 'x9' }, /^pingedVm is "x9", which is no guest; use one of x0, x1/],
    [
      'a workload too large',
      { guests: [{ memoryMiB: 16 }] },
      /^The workload of x0 needs 13440 pages, but 16 MiB are 4096; /,
    ],
    [
      'half a page',
      { migration: { batchPages: 1.5 } },
      /^migration\.batchPages is 1\.5; give a whole number\.$/,
    ],
  ])('%s: the run is not opened, one sentence says why', async (_, part, sentence) => {
    const merge = (whole: object, some: object): object =>
      Object.fromEntries(
        Object.entries(whole).map(([key, value]) => {
          const other = (some as Record<string, unknown>)[key];
          if (Array.isArray(value) && Array.isArray(other)) {
            return [key, value.map((item, i) => (other[i] === undefined ? item : merge(item, other[i])))];
          }
          const deep = typeof value === 'object' && typeof other === 'object' && other !== null;
          return [key, other === undefined ? value : deep ? merge(value as object, other) : other];
        }),
      );
    const scenario = merge(demoRun.scenario, part) as Scenario;
    const bench = new Bench();
    const { problem, runKey } = await bench.ask('open', { run: { ...demoRun, scenario }, parentKey: null });
    expect(problem).toMatch(sentence);
    expect(problem).toMatch(/^[^\n]+\.$/);
    await expect(bench.frame(runKey, 0)).rejects.toThrow(`The run ${runKey} is not open; open it first.`);
  });

  test('a command for a node there is not', async () => {
    const run = { ...demoRun, commands: [stop(4, 1)] };
    const { problem } = await new Bench().ask('open', { run, parentKey: null });
    expect(problem).toBe('A command stops node 4; there are nodes 1 to 3.');
  });

  test('traces that cannot be loaded: an error, and the next try loads them again', async () => {
    let tries = 0;
    const bench = new Bench({
      loadLibrary: () => {
        tries += 1;
        return tries === 1
          ? Promise.reject(new Error('The page trace "gzip" could not be loaded.'))
          : Promise.resolve(library);
      },
    });
    await expect(bench.open(small)).rejects.toThrow('The page trace "gzip" could not be loaded.');
    expect((await bench.frame(await bench.open(small), 10_000)).scalars[SCALAR.timeUs]).toBe(10_000);
  });

  test('an unknown request, a run not open, a moment that is none: an error reply each, and it goes on', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const ask = (name: string) => bench.ask(name as RequestName, {} as RequestOf<RequestName>);
    await expect(ask('reboot')).rejects.toThrow('The worker knows no request "reboot".');
    await expect(bench.ask('hash', { runKey: 'x', atUs: 0 })).rejects.toThrow(
      'The run x is not open; open it first.',
    );
    await expect(bench.frame('x', 0)).rejects.toThrow('The run x is not open; open it first.');
    for (const atUs of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(bench.frame(key, atUs)).rejects.toThrow('There is no such moment');
      await expect(bench.ask('hash', { runKey: key, atUs })).rejects.toThrow('There is no such moment');
    }
    expect((await bench.frame(key, 0)).scalars[SCALAR.timeUs]).toBe(0);
  });

  describe('an error of the engine in the middle of a run', () => {
    /** A recording that cannot be read beyond some row. */
    const torn = traceLibrary(
      library.traces.map((trace) => ({
        ...trace,
        writes: new Proxy(trace.writes, {
          get: (rows, key) => {
            if (key === '6000') throw new Error(`The trace "${trace.name}" is torn.`);
            return rows[Number(key)];
          },
        }),
      })),
    );
    const bench = (): Bench => new Bench({ loadLibrary: () => Promise.resolve(torn) });
    const run = smallRun({ guests: [{ workload: { referencesPerSecond: 60_000 } }, {}, {}] });

    test('is one error reply to whoever asked for a moment behind it; moments before it can be seen', async () => {
      const host = bench();
      const key = await host.open(run);
      for (const _ of [1, 2]) {
        await expect(host.frame(key, 1_400_000)).rejects.toThrow(/^The trace "\w+" is torn\.$/);
        await expect(host.ask('hash', { runKey: key, atUs: 1_400_000 })).rejects.toThrow('is torn');
      }
      await host.idle();
      expect(host.posted.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
      expect((await host.frame(key, 1000)).scalars[SCALAR.timeUs]).toBe(1000);
    });

    test('met while looking ahead it ends that, not the worker', async () => {
      const host = bench();
      const key = await host.open(run);
      await host.idle();
      expect(host.posted).toHaveLength(1);
      expect(await host.ask('describe', {})).toHaveProperty('version');
      expect((await host.frame(key, 1000)).scalars[SCALAR.timeUs]).toBe(1000);
      await expect(host.frame(key, 1_400_000)).rejects.toThrow('is torn');
      const other = await host.open(smallRun({ guests: [{ workload: { kind: 'uniform' } }, {}, {}] }));
      expect((await host.frame(other, 1_000_000)).scalars[SCALAR.timeUs]).toBe(1_000_000);
    });
  });
});
