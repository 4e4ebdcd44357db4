/** A run of the shape the engine opens on; numbers are only samples. */
import type { GuestSpec, Run } from '../../src/protocol/model.ts';

function guest(name: string, node: number): GuestSpec {
  return {
    name,
    os: 'Ubuntu 10.10',
    role: '',
    node,
    memoryMiB: 256,
    cpuPercent: 20,
    requestsPerSecond: 0,
    memoryInUseMB: 10,
    workload: {
      kind: 'traces',
      referencesPerSecond: 20_000,
      processes: 24,
      hotSetPages: 4096,
      writeShare: 0.3,
      exponent: 1,
      hotShare: 0.9,
      hotFraction: 0.9,
    },
  };
}

export const sampleRun: Run = {
  scenario: {
    version: 1,
    seed: 1,
    durationMs: 30_000,
    failover: 'paper-script',
    pingedVm: 'x0',
    cluster: { nodes: 3, memoryMiB: 2048, dom0MiB: 512, cores: 2, layers: 'para', dom0CapPercent: 100 },
    guests: [guest('x0', 1), guest('x1', 1), guest('x2', 2), guest('x3', 2), guest('x4', 3), guest('x5', 3)],
    network: {
      linkMbps: 1000,
      windowBytes: 131_071,
      wireRttMs: 0.1,
      hypervisorRttMs: 0.15,
      noiseMs: 0.036,
      pingIntervalMs: 10,
    },
    heartbeat: {
      keepaliveMs: 500,
      warntimeMs: 5000,
      deadtimeMs: 10_000,
      initdeadMs: 30_000,
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
      suspendMs: 5,
      resumeMs: 20,
      tailShare: 0.247,
      tailMs: 2000,
      dom0CoresPerGbps: 0.6,
    },
    prediction: {
      predictor: 'lazy-counting',
      workingSetPages: 1024,
      cachePages: 4096,
      score: 'depth',
      hold: 'round-1',
      lruAsPrinted: false,
    },
  },
  commands: [],
};
