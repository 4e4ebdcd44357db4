/** Sweeps to begin with, each with what to look for; that it is so is tested (test/engine/experiments/sweep/ready.test.ts). */
import { axisValues } from '../../../base/axis-values.ts';
import { defaultLab } from '../../lab/spec.ts';
import { defaultScenario } from '../../simulation/default-scenario.ts';
import { linkPresets } from '../../simulation/link-presets.ts';
import type { GuestSpec, Scenario } from '../../simulation/scenario.ts';
import { defaultSolo, type SoloLink, type SoloSpec } from '../../simulation/solo-spec.ts';
import type { Subject, SweepAxis, SweepSpec, SweepVariant } from './spec.ts';

export interface ReadySweep {
  /** its name on the command line */
  readonly kind: string;
  readonly name: string;
  /** one or two sentences: what to look for */
  readonly about: string;
  readonly spec: SweepSpec;
}

const byFactors = (parameter: string, from: number, to: number, steps: number): SweepAxis => ({
  parameter,
  values: axisValues({ from, to, steps, scale: 'log' }),
});

function linkOf(kind: string): SoloLink {
  const preset = linkPresets.find((candidate) => candidate.kind === kind);
  if (preset === undefined) throw new Error(`There is no link preset "${kind}".`);
  return preset.link;
}

/** A small VM with a hot set of three eighths of it: a run takes some milliseconds. */
const smallVm: SoloSpec = {
  ...defaultSolo,
  vm: {
    ...defaultSolo.vm,
    memoryMiB: 64,
    romKiB: 0,
    workload: { ...defaultSolo.vm.workload, hotSetMiB: 24, hotStartMiB: 8 },
  },
  link: linkOf('lan-1g'),
  strategy: { ...defaultSolo.strategy, windowMs: 10, stopRule: { kind: 'qemu', downtimeLimitMs: 300 } },
  giveUpAfterMs: 22_000,
};

const migration = (spec: SoloSpec): Subject => ({ kind: 'migration', spec });

const rule = (label: string, kind: string): SweepVariant => ({
  label,
  set: { 'strategy.stopRule.kind': kind },
});

const convergence: ReadySweep = {
  kind: 'convergence',
  name: 'Where pre-copy stops converging',
  about:
    'QEMU’s rule keeps the pause near its limit of 300 ms or never lets the VM stop: the border lies where the guest dirties pages faster than the link carries them. Xen’s rule always ends, beyond the border in a pause of up to seconds.',
  spec: {
    version: 1,
    name: 'Where pre-copy stops converging',
    subject: migration(smallVm),
    axes: [
      byFactors('link.bandwidthBytesPerSecond', 10_000_000, 1_000_000_000, 20),
      byFactors('vm.workload.writesPerSecond', 500, 64_000, 20),
    ],
    variants: [rule('QEMU’s rule', 'qemu'), rule('Xen’s rule', 'xen')],
    seeds: { first: 1, count: 5 },
    figure: 'downtimeMs',
  },
};

const limits: ReadySweep = {
  kind: 'downtime-limit',
  name: 'Bandwidth and downtime limit',
  about:
    'The guest dirties up to 65 MB/s. On a faster link a longer pause allowed only saves time; on a slower one the limit must be long enough for nearly the whole hot set, or it never converges.',
  spec: {
    version: 1,
    name: 'Bandwidth and downtime limit',
    subject: migration({
      ...smallVm,
      vm: { ...smallVm.vm, workload: { ...smallVm.vm.workload, writesPerSecond: 16_000 } },
    }),
    axes: [
      byFactors('link.bandwidthBytesPerSecond', 20_000_000, 500_000_000, 16),
      byFactors('strategy.stopRule.downtimeLimitMs', 10, 1000, 13),
    ],
    variants: [rule('QEMU’s rule', 'qemu')],
    seeds: { first: 1, count: 3 },
    figure: 'totalTimeMs',
  },
};

const predictor = (label: string, kind: string): SweepVariant => ({
  label,
  set: { 'strategy.predictor': kind },
});

const workingSet: ReadySweep = {
  kind: 'working-set',
  name: 'Working-set size against bytes',
  about:
    'Does holding k predicted pages back from round 1 save bytes? Some hundred save nothing; the whole hot set of 3,072 saves some 7 %, and even the oracle, who knows, no more than 10 %. The lazy counting tree does about as well as plain LRU.',
  spec: {
    version: 1,
    name: 'Working-set size against bytes',
    subject: migration({
      ...defaultSolo,
      vm: {
        ...defaultSolo.vm,
        memoryMiB: 32,
        romKiB: 0,
        workload: {
          ...defaultSolo.vm.workload,
          pattern: 'hot-cold',
          hotSetMiB: 12,
          hotStartMiB: 4,
          hotShare: 0.05,
          writesPerSecond: 20_000,
        },
      },
      link: { ...defaultSolo.link, bandwidthBytesPerSecond: 125e6 },
      strategy: {
        ...defaultSolo.strategy,
        kind: 'working-set-pre-copy',
        // 32 MiB at this pace take as long as paper A's 256 MiB at 700 Mb/s
        maxBandwidthBytesPerSecond: 10_937_500,
        windowMs: 10,
        cachePages: 4096,
      },
    }),
    axes: [{ parameter: 'strategy.workingSetPages', values: [0, 64, 128, 256, 512, 1024, 1536, 2048, 3072] }],
    variants: [
      predictor('no prediction', 'none'),
      predictor('LRU', 'lru'),
      predictor('lazy counting tree', 'lazy-counting'),
      predictor('oracle', 'oracle'),
    ],
    seeds: { first: 1, count: 9 },
    figure: 'bytesSent',
  },
};

const figures: ReadySweep = {
  kind: 'figures-6-7',
  name: 'Figures 6 and 7: cost against size',
  about:
    'What an access costs once the tree has settled, against the number of keys: lazy counting visits a sixth to a quarter fewer nodes than splay and hardly ever rotates. Paper B’s own curves are not in its text, so nothing is compared with them.',
  spec: {
    version: 1,
    name: 'Figures 6 and 7: cost against size',
    subject: {
      kind: 'trees',
      lab: {
        ...defaultLab,
        start: 'balanced:1000',
        stream: { kind: 'zipf', parameters: { exponent: 1 }, length: 60_000, keys: 1000, list: [] },
      },
    },
    axes: [{ parameter: 'startKeys', values: [100, 300, 1000, 3000, 10_000, 30_000, 100_000] }],
    variants: [
      { label: 'Splay', set: { 'tree.kind': 'splay' } },
      { label: 'Lazy counting', set: { 'tree.kind': 'lazy-counting' } },
      { label: 'CBTree', set: { 'tree.kind': 'cbtree' } },
      { label: 'Balanced, never rotates', set: { 'tree.kind': 'balanced' } },
    ],
    seeds: { first: 1, count: 3 },
    figure: 'lateVisitedPerOperation',
  },
};

/** A small guest, so that a run of four minutes takes little. */
function quietGuest(): GuestSpec {
  const [guest] = defaultScenario.guests;
  if (guest === undefined) throw new Error('The default scenario has no guest.');
  return {
    ...guest,
    memoryMiB: 64,
    workload: { ...guest.workload, kind: 'uniform', hotSetPages: 64, referencesPerSecond: 0 },
  };
}

const lossyCluster: Scenario = {
  ...defaultScenario,
  durationMs: 240_000,
  guests: [quietGuest()],
  network: { ...defaultScenario.network, pingIntervalMs: 100 },
  heartbeat: {
    ...defaultScenario.heartbeat,
    keepaliveMs: 1000,
    warntimeMs: 2000,
    deadtimeMs: 30_000,
    initdeadMs: 120_000,
    stonith: true,
  },
};

const loses = (percent: number): SweepVariant => ({
  label: `${percent} % of the heartbeats lost`,
  set: { 'commands.0.command.lossShare': percent / 100 },
});

const deadtime: ReadySweep = {
  kind: 'deadtime',
  name: 'Deadtime: outage and false alarms',
  about:
    'A node crashes after a minute. Waiting longer before it is declared dead lengthens the outage second by second; waiting too short on a lossy heartbeat LAN declares living nodes dead, and fencing shoots them.',
  spec: {
    version: 1,
    name: 'Deadtime: outage and false alarms',
    subject: {
      kind: 'failover',
      run: {
        scenario: lossyCluster,
        commands: [
          { atMs: 0, command: { kind: 'lossy-heartbeat', lossShare: 0.1 } },
          { atMs: 60_000, command: { kind: 'crash-node', node: 1 } },
        ],
      },
    },
    axes: [
      {
        parameter: 'heartbeat.deadtimeMs',
        values: [3500, 4500, 5500, 7000, 10_000, 15_000, 20_000, 30_000, 45_000, 60_000],
      },
    ],
    variants: [loses(0), loses(10), loses(20), loses(30)],
    seeds: { first: 1, count: 10 },
    figure: 'longestOutageMs',
  },
};

const distance: ReadySweep = {
  kind: 'distance',
  name: 'How far post-copy carries',
  about:
    'Post-copy hardly pauses, but each page the guest misses afterwards is a question to the other side: in all it stands still for longer than in pre-copy’s pause, the more so the farther away. Hybrid has sent most pages before and stands still far less.',
  spec: {
    version: 1,
    name: 'How far post-copy carries',
    subject: migration({
      ...smallVm,
      vm: { ...smallVm.vm, workload: { ...smallVm.vm.workload, writesPerSecond: 4000 } },
      strategy: { ...smallVm.strategy, stopRule: { kind: 'qemu', downtimeLimitMs: 60 } },
    }),
    axes: [byFactors('link.latencyMs', 0.05, 100, 12)],
    variants: [
      { label: 'Pre-copy', set: { 'strategy.kind': 'pre-copy' } },
      {
        label: 'Post-copy, bubble',
        set: { 'strategy.kind': 'post-copy', 'strategy.prePaging': 'bubble' },
      },
      {
        label: 'Post-copy, forward',
        set: { 'strategy.kind': 'post-copy', 'strategy.prePaging': 'forward' },
      },
      { label: 'Hybrid', set: { 'strategy.kind': 'hybrid' } },
    ],
    seeds: { first: 1, count: 5 },
    figure: 'standstillMs',
  },
};

/** Six small guests on one node, which is stopped. */
const crowded: Scenario = {
  ...defaultScenario,
  durationMs: 12_000,
  pingedVm: 'x0',
  guests: Array.from({ length: 6 }, (_, i) => {
    const guest = quietGuest();
    return {
      ...guest,
      name: `x${i}`,
      node: 1,
      cpuPercent: 5,
      workload: { ...guest.workload, hotSetPages: 2048, referencesPerSecond: 1000 },
    };
  }),
  migration: { ...defaultScenario.migration, strategy: 'pre-copy' },
  prediction: { ...defaultScenario.prediction, predictor: 'none' },
};

const together: ReadySweep = {
  kind: 'moves-at-once',
  name: 'Several guests at once',
  about:
    'A node with six guests is stopped. One at the pace of the paper’s script leaves nearly a third of the port, two at once fill it; more of them save no time, and with each one answers wait longer behind their pages.',
  spec: {
    version: 1,
    name: 'Several guests at once',
    subject: {
      kind: 'failover',
      run: { scenario: crowded, commands: [{ atMs: 2000, command: { kind: 'stop-node', node: 1 } }] },
    },
    axes: [{ parameter: 'migration.parallelMigrations', values: [1, 2, 3, 4, 5, 6] }],
    variants: [
      { label: 'Paper’s script, 700 Mb/s', set: { failover: 'paper-script' } },
      { label: 'Stock, without a pace', set: { failover: 'stock-migrating' } },
    ],
    seeds: { first: 1, count: 5 },
    figure: 'rttDuringMs',
  },
};

/** The first is the default, and links leave it out: another one in its place needs an upgrader of links. */
export const readySweeps: readonly ReadySweep[] = [
  convergence,
  limits,
  workingSet,
  figures,
  deadtime,
  distance,
  together,
];
