/** The whole state of a cluster run: data only, so that base/clone snapshots and hashes it. */
import type { RandomStream } from '../../base/random.ts';
import type { Micros, Millis, Pages } from '../../base/units.ts';
import type { Disk } from '../cluster/disk.ts';
import type { Shot } from '../cluster/fencing.ts';
import { type Lan, newLan } from '../cluster/lan.ts';
import type { Peer } from '../cluster/membership.ts';
import { EventQueue } from '../kernel/event-queue.ts';
import type { Predictor } from '../memory/predictor.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import type { Workload } from '../memory/workload.ts';
import type { Transfer } from '../migration/transfer.ts';
import type { PingNoise } from '../network/ping-noise.ts';
import type { JobStage, SimEvent } from './events.ts';
import type { HistoryEvent, MigrationRecord, NodeState, Phase, VmState, VmSummary } from './history.ts';
import type { FailoverMode, Scenario } from './scenario.ts';

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
  /** reasons why it stands still, by HALT; 0 = none */
  halted: number;
  /** a second machine that was told to run it as well */
  copy: VmCopy | null;
  disk: Disk;
  /** the node that announced last that it lives there: where packets for it go */
  answersAt: number;
  /** MB its request handler has taken (increase_mem, decrease_mem) */
  memoryInUseMB: number;
  /** row of its running phase */
  phase: number;
}

/** Bits of SimVm.halted. */
export const HALT = { host: 1, disk: 2 } as const;

interface VmCopy {
  readonly node: number;
  booting: boolean;
}

export interface SimNode {
  readonly id: number;
  state: NodeState;
  lastBeatUs: Micros;
  /** a 'beat' event for it is in the queue */
  beating: boolean;
  /** payload bits its Dom0 moved since the last CPU sample, by the VM they were moved for */
  movedBits: number[];
  /** how often its Heartbeat has been started */
  start: number;
  /** by node; its own entry means nothing */
  peers: Peer[];
  /** by VM: the node it believes runs it, −1 = none */
  owners: number[];
  /** it knows who runs what: it has been there from the start, or was told */
  informed: boolean;
  /** by node: what a dead peer ran is taken care of */
  provided: boolean[];
  /** how it is being stopped; null = as the scenario says */
  mode: FailoverMode | null;
  /** so many of the next calls of its guests' stop scripts will fail */
  stopFailures: number;
  /** the stop script that failed last and is called again; null = none */
  retry: { readonly vm: number; readonly attempt: number; readonly dueUs: Micros } | null;
}

/** One migration under way. Heartbeat moves one resource after another unless it is told to move more at once. */
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
  /** its share of the ports while a batch is on, Mb/s */
  mbps: number;
  /** where its queue stands: in its sender's port, or in the switch's to its receiver */
  heldBackBy: 'sender' | 'receiver';
  pageUs: number;
  /** page n since its clock was set will have left at clockUs + ⌊clockRest + n · pageUs⌋ */
  clockUs: Micros;
  clockRest: number;
  /** how often that was: events of an earlier setting send nothing */
  setting: number;
  /** batch k starts at streamFromUs + ⌊k · periodUs⌋ */
  periodUs: number;
  streamFromUs: Micros;
  batch: number;
  batchStartUs: Micros;
  batchSent: Pages;
  batchFirst: Pages;
  streamOn: boolean;
  copySent: Pages;
  /** since when nothing gets through; −1 = it does */
  stalledUs: Micros;
}

export interface Waiting {
  readonly vm: number;
  readonly from: number;
  /** where it wants to; absent = where there is most room */
  readonly to?: number;
}

export class SimState {
  readonly scenario: Scenario;
  readonly library: TraceLibrary;
  nowUs: Micros = 0;
  queue = new EventQueue<SimEvent>();
  vms: SimVm[] = [];
  nodes: SimNode[] = [];
  /** in the order in which they began */
  jobs: Job[] = [];
  waiting: Waiting[] = [];
  /** guests being shut down or booted by a stock Heartbeat */
  powering = 0;
  /** memory promised to VMs on their way: [vm, node] */
  reservations: { vm: number; node: number }[] = [];
  random: { rtt: PingNoise; timing: RandomStream; failures: RandomStream };
  lans: { readonly heartbeat: Lan; readonly data: Lan };
  /** the data LAN is slower than it should be; null = it is not */
  slowMbps: number | null = null;
  storage = { down: false, slow: 1 };
  shots: Shot[] = [];
  dropPing = false;
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

  constructor(scenario: Scenario, library: TraceLibrary, random: SimState['random'], queueDelayMs: Millis) {
    this.scenario = scenario;
    this.library = library;
    this.random = random;
    this.lans = { heartbeat: newLan(scenario.cluster.nodes), data: newLan(scenario.cluster.nodes) };
    this.queueDelayMs = queueDelayMs;
  }
}

/** A VM's programs run (and refer to memory) in these states. */
export function isExecuting(vm: SimVm): boolean {
  return (vm.state === 'running' || vm.state === 'migrating') && vm.halted === 0;
}

/** Its Heartbeat sends and listens. */
export function takesPart(node: SimNode): boolean {
  return node.state === 'online' || node.state === 'draining';
}

/** It is in the memory of its node, whether it can go on there or not. */
export function isPresent(vm: SimVm): boolean {
  return vm.state !== 'stopped' && vm.state !== 'lost';
}

export function pingedVm(sim: SimState): SimVm {
  const index = sim.scenario.guests.findIndex((guest) => guest.name === sim.scenario.pingedVm);
  return sim.vms[index] as SimVm;
}

/** How guests leave a node. */
export function modeOf(sim: SimState, node: number): FailoverMode {
  return sim.nodes[node]?.mode ?? sim.scenario.failover;
}

export function vmName(sim: SimState, vm: number): string {
  return sim.scenario.guests[vm]?.name ?? `vm ${vm}`;
}

export function nodeName(node: number): string {
  return `node ${node + 1}`;
}
