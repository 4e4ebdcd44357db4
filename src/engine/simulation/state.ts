/** The whole state of a cluster run: data only, so that base/clone snapshots and hashes it. */
import type { RandomStream } from '../../base/random.ts';
import type { Micros, Millis, Pages } from '../../base/units.ts';
import { EventQueue } from '../kernel/event-queue.ts';
import type { Predictor } from '../memory/predictor.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import type { Workload } from '../memory/workload.ts';
import type { Transfer } from '../migration/transfer.ts';
import type { PingNoise } from '../network/ping-noise.ts';
import type { JobStage, SimEvent } from './events.ts';
import type { HistoryEvent, MigrationRecord, NodeState, Phase, VmState, VmSummary } from './history.ts';
import type { Scenario } from './scenario.ts';

export type { TraceLibrary } from '../memory/trace.ts';

export interface SimVm {
  readonly id: number;
  readonly memoryPages: Pages;
  readonly memoryMiB: number;
  /** 0-based node it runs on (or last ran on, while stopped) */
  node: number;
  state: VmState;
  belief: VmSummary['belief'];
  /** number of writes to each page */
  versions: Uint32Array;
  workload: Workload;
  predictor: Predictor;
  random: RandomStream;
  /** reference k is made at referencesFromUs + ⌊k · interval⌋ */
  referencesFromUs: Micros;
  referencesMade: number;
  /** a 'references' event for it is in the queue */
  referencing: boolean;
  writes: number;
  /** −1 before its first activation */
  activatedUs: Micros;
  /** row of its running phase */
  phase: number;
}

export interface SimNode {
  readonly id: number;
  state: NodeState;
  lastBeatUs: Micros;
  /** payload bits its Dom0 moved since the last CPU sample */
  movedBits: number;
}

/** One migration under way. Only one runs at a time: Heartbeat moves one resource after another. */
export interface Job {
  /** row in history.migrations */
  readonly id: number;
  readonly vm: number;
  readonly from: number;
  readonly to: number;
  stage: JobStage;
  transfer: Transfer;
  /** predicted working set, hottest first; null where nothing was predicted */
  predicted: Int32Array | null;
  pageUs: number;
  /** batch k starts at streamFromUs + ⌊k · periodUs⌋ */
  periodUs: number;
  streamFromUs: Micros;
  batch: number;
  batchStartUs: Micros;
  batchSent: Pages;
  batchFirst: Pages;
  streamOn: boolean;
  copyFromUs: Micros;
  copySent: Pages;
}

export interface Waiting {
  readonly vm: number;
  readonly from: number;
}

export class SimState {
  readonly scenario: Scenario;
  readonly library: TraceLibrary;
  nowUs: Micros = 0;
  queue = new EventQueue<SimEvent>();
  vms: SimVm[] = [];
  nodes: SimNode[] = [];
  job: Job | null = null;
  waiting: Waiting[] = [];
  /** guests being shut down or booted by a stock Heartbeat */
  powering = 0;
  /** memory promised to VMs on their way: [vm, node] */
  reservations: { vm: number; node: number }[] = [];
  random: { rtt: PingNoise; timing: RandomStream };
  commandsApplied = 0;

  revision = 0;
  phases: Phase[] = [];
  migrations: MigrationRecord[] = [];
  log: HistoryEvent[] = [];

  pings = { sent: 0, lost: 0, sumMs: 0, lastSentUs: -1, lastMs: Number.NaN };
  /** batches that have ended: the row number of the next in the series */
  batches = 0;
  writesAtSample = 0;
  sampledVm = -1;
  /** queue delay of the port while a batch is on, from the scenario */
  readonly queueDelayMs: Millis;

  constructor(
    scenario: Scenario,
    library: TraceLibrary,
    random: { rtt: PingNoise; timing: RandomStream },
    queueDelayMs: Millis,
  ) {
    this.scenario = scenario;
    this.library = library;
    this.random = random;
    this.queueDelayMs = queueDelayMs;
  }
}

/** A VM's programs run (and refer to memory) in these states. */
export function isExecuting(vm: SimVm): boolean {
  return vm.state === 'running' || vm.state === 'migrating';
}

export function pingedVm(sim: SimState): SimVm {
  const index = sim.scenario.guests.findIndex((guest) => guest.name === sim.scenario.pingedVm);
  return sim.vms[index] as SimVm;
}

/**
 * The VM whose memory the picture shows: the one whose pages move or are about to, else the pinged one. Having just left
 * the same node, the pinged one keeps the picture until the next one's first page moves.
 */
export function focusVm(sim: SimState): SimVm {
  const pinged = pingedVm(sim);
  const next = nextToMove(sim);
  if (next === null) return pinged;
  if (sim.job !== null && sim.job.transfer.round > 0) return sim.vms[next.vm] as SimVm;
  const last = sim.migrations.findLast((record) => record.vm === pinged.id);
  const justLeft = last?.outcome === 'completed' && last.from === next.from && last.to === pinged.node;
  return justLeft ? pinged : (sim.vms[next.vm] as SimVm);
}

function nextToMove(sim: SimState): Waiting | null {
  if (sim.job !== null) return sim.job;
  const first = sim.waiting[0];
  if (first !== undefined) return first;
  const draining = (vm: SimVm) => isExecuting(vm) && sim.nodes[vm.node]?.state === 'draining';
  const pinged = pingedVm(sim);
  const guest = draining(pinged) ? pinged : sim.vms.find(draining);
  return guest === undefined ? null : { vm: guest.id, from: guest.node };
}

export function vmName(sim: SimState, vm: number): string {
  return sim.scenario.guests[vm]?.name ?? `vm ${vm}`;
}

export function nodeName(node: number): string {
  return `node ${node + 1}`;
}
