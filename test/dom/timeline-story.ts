/**
 * A made-up run with the default scenario's proportions, for the timeline's tests: stop at 18 s, x0 moves in four
 * rounds, x1 follows; the strip only reads it.
 *
 *   18.0 notice  18.08 reserve  18.12 predict  18.2 round 1  21.1 round 2  21.2 stop and copy  21.26 activate  21.3 recover
 */

import { SERIES_COLUMNS, type SeriesName } from '../../src/base/columns.ts';
import { CPU_WIDTH, type Frame, SCALAR, SCALAR_COUNT } from '../../src/protocol/frame.ts';
import type { History, Phase, PhaseName, RoundRecord, Run } from '../../src/protocol/model.ts';
import { emptySeries } from '../../src/store/initial.ts';
import type { BranchRecord } from '../../src/store/types.ts';
import { ALONE, CALM } from './history-fields.ts';

export const S = 1_000_000;

const X0: [PhaseName, number][] = [
  ['stop-notice', 18],
  ['reserve', 18.08],
  ['predict', 18.12],
  ['round-1', 18.2],
  ['round-2', 21.1],
  ['round-3', 21.2],
  ['stop-and-copy', 21.22],
  ['activate', 21.26],
  ['recover', 21.3],
];
const X1: [PhaseName, number][] = [
  ['waiting', 18],
  ['reserve', 21.3],
  ['predict', 21.34],
  ['round-1', 21.42],
  ['stop-and-copy', 24.4],
  ['recover', 24.46],
];

function phasesUntil(list: [PhaseName, number][], vm: number, untilS: number): Phase[] {
  return list
    .filter(([, start]) => start <= untilS)
    .map(([name, start], i) => {
      const end = list[i + 1]?.[1];
      return { vm, name, startUs: start * S, endUs: end === undefined || end > untilS ? null : end * S };
    });
}

const round = (n: number, startS: number, endS: number, more: Partial<RoundRecord>): RoundRecord => ({
  round: n,
  final: false,
  startUs: startS * S,
  endUs: endS * S,
  pagesToSend: 1000,
  pagesSent: 900,
  pagesSkipped: 100,
  bytesSent: 3_750_000,
  pagesDirtied: 300,
  remainingPages: 400,
  stop: null,
  ...more,
});

export function historyAt(untilS: number): History {
  const phases = [
    { vm: 0, name: 'steady' as const, startUs: 0, endUs: untilS > 18 ? 18 * S : null },
    ...phasesUntil(X0, 0, untilS),
    ...phasesUntil(X1, 1, untilS),
  ];
  const vm = (id: number, name: string) => ({
    id,
    name,
    os: 'Ubuntu',
    role: '',
    memoryPages: 65_536,
    node: 0,
    state: 'running' as const,
    belief: { state: 'started' as const, node: 0 },
    ...ALONE,
    responseMs: null,
  });
  const rounds = [
    round(1, 18.2, 21.1, {
      pagesToSend: 64_512,
      pagesSent: 62_904,
      pagesSkipped: 1608,
      bytesSent: 257_700_000,
      pagesDirtied: 4210,
    }),
    round(2, 21.1, 21.2, { pagesToSend: 5234, pagesSent: 5100, pagesSkipped: 134, bytesSent: 20_900_000 }),
    round(3, 21.2, 21.22, {
      pagesToSend: 610,
      pagesSent: 590,
      pagesSkipped: 20,
      bytesSent: 2_400_000,
      pagesDirtied: 41,
      remainingPages: 41,
      stop: { rule: 'few-pages', operands: { moved: 41, limit: 50 } },
    }),
    round(4, 21.22, 21.26, {
      final: true,
      pagesToSend: 41,
      pagesSent: 41,
      pagesSkipped: 0,
      bytesSent: 170_000,
      pagesDirtied: 0,
    }),
  ].filter((r) => r.startUs <= untilS * S);
  for (const r of rounds) if ((r.endUs ?? 0) > untilS * S) r.endUs = null;
  const migrations =
    untilS < 18.2
      ? []
      : [
          {
            id: 0,
            vm: 0,
            from: 0,
            to: 1,
            strategy: 'working-set-pre-copy',
            startUs: 18.2 * S,
            suspendUs: untilS >= 21.22 ? 21.22 * S : null,
            endUs: untilS >= 21.26 ? 21.26 * S : null,
            outcome: untilS >= 21.26 ? ('completed' as const) : ('running' as const),
            totalPages: 65_536,
            heldPages: 1024,
            pagesSent: 68_000,
            bytesSent: 281_170_000,
            heldWritten: 600,
            dirtiedDistinct: 4500,
            rounds,
          },
        ];
  return {
    revision: Math.round(untilS * 100),
    phases,
    migrations,
    events: untilS < 18 ? [] : [{ atUs: 18 * S, code: 'stop-announced', slots: { node: 1 } }],
    vms: [vm(0, 'x0'), vm(1, 'x1')],
    nodes: [],
    ...CALM,
  };
}

/** A repeatable stand-in for noise in (−1, 1). */
const wobble = (i: number) => ((i * 7919) % 200) / 100 - 1;

export function branchUntil(untilS: number, more: Partial<BranchRecord> = {}): BranchRecord {
  const rows: Record<SeriesName, number[][]> = {
    pings: [],
    progress: [],
    cpu: [],
    shares: [],
    batches: [],
    pages: [],
    beats: [],
    rotations: [],
  };
  for (let i = 0; i / 100 <= untilS; i += 1) {
    const t = i / 100;
    const paused = t >= 21.22 && t < 21.26;
    const on = t >= 18.2 && t < 21.22 && (t - 18.2) % 0.048 < 0.036;
    const queue = on ? 1.01 : 0;
    const tail = t >= 21.26 ? 0.25 * Math.exp(-(t - 21.26) / 2) : 0;
    const noise = 0.036 * wobble(i);
    rows.pings.push([
      t * S,
      paused ? Number.NaN : 0.25 + queue + tail + noise,
      queue,
      tail,
      noise,
      on ? 1 : -1,
    ]);
    const left =
      t < 18.2 || t > 21.26 ? Number.NaN : t < 21.1 ? 65_536 - (t - 18.2) * 22_000 : 600 - (t - 21.1) * 3400;
    rows.progress.push([t * S, 0, 60 + 25 * Math.sin(t * 3) + 12 * wobble(i * 3), left, 10]);
  }
  for (let i = 1; i / 10 <= untilS; i += 1) {
    const t = i / 10;
    const busy = t > 18.2 && t < 21.3;
    [busy ? 62 : 40, busy ? 66 : 52, 8].forEach((percent, node) => {
      rows.cpu.push([t * S, node, percent + wobble(i * (node + 2)), 5]);
    });
  }
  for (let t = 18.2; t < Math.min(untilS, 21.22); t += 0.048) {
    rows.batches.push([t * S, Math.min(t + 0.036, untilS) * S, 0, 1, 0, 1024]);
  }
  const series = emptySeries();
  for (const name of Object.keys(rows) as SeriesName[]) {
    series[name] = {
      data: new Float64Array(rows[name].flat()),
      rows: rows[name].length,
      width: SERIES_COLUMNS[name].length,
    };
  }
  const run = {
    scenario: {
      durationMs: 30_000,
      failover: 'paper-script',
      pingedVm: 'x0',
      cluster: { nodes: 3 },
      migration: { strategy: 'working-set-pre-copy' },
      guests: [],
      network: { wireRttMs: 0.1, hypervisorRttMs: 0.15, linkMbps: 1000, pingIntervalMs: 10 },
    },
    commands: untilS < 18 ? [] : [{ atMs: 18_000, command: { kind: 'stop-node', node: 1 } }],
  } as unknown as Run;
  return {
    key: 'run',
    run,
    parentKey: null,
    forkUs: 0,
    reachedUs: untilS * S,
    label: '',
    series,
    history: historyAt(untilS),
    farHistory: historyAt(untilS),
    origin: 'start',
    ...more,
  };
}

export function frameAt(atS: number): Frame {
  const scalars = new Float64Array(SCALAR_COUNT).fill(Number.NaN);
  const set = (index: number, value: number) => {
    scalars[index] = value;
  };
  const moving = atS >= 18.2 && atS < 21.26;
  set(SCALAR.timeUs, atS * S);
  set(SCALAR.focusVm, 0);
  set(SCALAR.sourceNode, atS >= 18 ? 0 : -1);
  set(SCALAR.transferring, moving ? 1 : 0);
  set(SCALAR.pagesTotal, 65_536);
  set(SCALAR.pagesLeft, moving ? 34_568 : Number.NaN);
  set(SCALAR.queueBytes, moving ? 119_000 : 0);
  set(SCALAR.paceBytesPerSecond, 87_500_000);
  set(SCALAR.lastPingMs, moving ? 1.22 : 0.25);
  set(SCALAR.meanPingMs, moving ? 1.004 : 0.25);
  set(SCALAR.writesPerSecond, 6120);
  set(SCALAR.lostPingsTotal, atS > 21.26 ? 4 : 0);
  set(SCALAR.stopBelowPages, 50);
  const cpu = new Float64Array(3 * CPU_WIDTH);
  [62, 66, 8].forEach((percent, node) => {
    cpu[node * CPU_WIDTH] = percent;
  });
  return {
    generation: 1,
    runKey: 'run',
    scalars,
    cpu,
    heard: new Float64Array(0),
    pages: null,
    tree: null,
    history: null,
    series: [],
  };
}
