/** The scenario the app opens with: paper A's rig, with paper B's prediction (values and sources: parameters.ts). */
import type { GuestSpec, Run, Scenario, WorkloadSpec } from './scenario.ts';

const recorded: WorkloadSpec = {
  kind: 'traces',
  referencesPerSecond: 20_000,
  processes: 24,
  hotSetPages: 4096,
  writeShare: 0.5,
  exponent: 1,
  hotFraction: 0.9,
  hotShare: 0.1,
};

/** A guest of which the papers tell nothing: a little activity, so that it is alive. */
const quiet: WorkloadSpec = {
  kind: 'hot-cold',
  referencesPerSecond: 1000,
  processes: 1,
  hotSetPages: 2048,
  writeShare: 0.5,
  exponent: 1,
  hotFraction: 0.9,
  hotShare: 0.1,
};

function guest(
  name: string,
  os: string,
  role: string,
  node: number,
  cpuPercent: number,
  rest: Partial<GuestSpec> = {},
): GuestSpec {
  return {
    name,
    os,
    role,
    node,
    memoryMiB: 256,
    cpuPercent,
    requestsPerSecond: 0,
    memoryInUseMB: 10,
    capPercent: 100,
    workload: quiet,
    ...rest,
  };
}

export const defaultScenario: Scenario = {
  version: 1,
  seed: 7,
  durationMs: 30_000,
  failover: 'paper-script',
  pingedVm: 'x0',
  cluster: { nodes: 3, memoryMiB: 2048, dom0MiB: 384, cores: 2, layers: 'para', dom0CapPercent: 100 },
  guests: [
    guest('x0', 'Ubuntu', 'pinged', 1, 24, { workload: recorded }),
    guest('x1', 'Windows XP', 'idle', 1, 2),
    guest('x2', 'Windows XP', 'Apache', 2, 41, { requestsPerSecond: 100 }),
    guest('x3', 'Ubuntu', 'idle', 2, 0),
    guest('x4', 'Windows XP', 'idle', 3, 4),
    guest('x5', 'Ubuntu', 'idle', 3, 4),
  ],
  network: {
    linkMbps: 1000,
    windowBytes: 131_071,
    wireRttMs: 0.1,
    hypervisorRttMs: 0.15,
    noiseMs: 0.036,
    pingIntervalMs: 10,
  },
  heartbeat: {
    keepaliveMs: 1000,
    warntimeMs: 15_000,
    deadtimeMs: 30_000,
    initdeadMs: 60_000,
    autoFailback: false,
    stonith: false,
    stonithMs: 10_000,
    stonithFailureShare: 0,
    monitorMs: 0,
    nodeBootMs: 45_000,
  },
  storage: { writesPerSecond: 50 },
  migration: {
    strategy: 'working-set-pre-copy',
    rateMbps: 700,
    batchPages: 1024,
    suspendMs: 12,
    resumeMs: 40,
    tailShare: 0.247,
    tailMs: 2000,
    dom0CoresPerGbps: 0.6,
    parallelMigrations: 1,
  },
  prediction: {
    predictor: 'lazy-counting',
    workingSetPages: 1024,
    cachePages: 4096,
    score: 'depth',
    hold: 'round-1',
    lruAsPrinted: false,
  },
};

/** What the page opens with: alive and waiting. */
export const defaultRun: Run = { scenario: defaultScenario, commands: [] };

/** The scripted 30 s of paper A: `/etc/init.d/heartbeat stop` on node 1 at 18 s. */
export const demoRun: Run = {
  scenario: defaultScenario,
  commands: [{ atMs: 18_000, command: { kind: 'stop-node', node: 1 } }],
};
