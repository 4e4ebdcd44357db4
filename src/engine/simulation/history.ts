/** What has happened so far, in words and small records. It is part of the state: seeking back takes it back too. */
import type { Bytes, Micros, Pages } from '../../base/units.ts';
import type { PeerStatus } from '../cluster/membership.ts';

export type PhaseName =
  | 'steady'
  /** its stop script failed and is called again */
  | 'stop-retry'
  | 'stop-notice'
  | 'waiting'
  | 'reserve'
  | 'predict'
  | `round-${number}`
  | 'stop-and-copy'
  | 'activate'
  | 'recover'
  | 'shutdown'
  | 'boot'
  /** nobody runs it, and nobody starts it yet */
  | 'down'
  /** it is there but cannot go on: its host hangs, or its disk is out of reach */
  | 'halted';

/** One phase in the life of one VM. `endUs` is null while it lasts. */
export interface Phase {
  vm: number;
  name: PhaseName;
  startUs: Micros;
  endUs: Micros | null;
}

export interface RoundRecord {
  /** 1-based; the last copy (VM paused) is the last record, with `final` true */
  round: number;
  final: boolean;
  startUs: Micros;
  /** null while the round runs */
  endUs: Micros | null;
  pagesToSend: Pages;
  pagesSent: Pages;
  /** dirty again before their turn came, so left for the next round */
  pagesSkipped: Pages;
  bytesSent: Bytes;
  /** distinct pages written since the round began */
  pagesDirtied: Pages;
  /** what is left to send at the end of the round, held pages included */
  remainingPages: Pages;
  /** why the round after this one is the last copy, or null: `rule` names the stop rule's clause */
  stop: { rule: string; operands: Record<string, number> } | null;
}

type MigrationOutcome = 'running' | 'completed' | 'aborted';

export interface MigrationRecord {
  id: number;
  vm: number;
  from: number;
  to: number;
  strategy: string;
  /** first page of round 1, null before it */
  startUs: Micros | null;
  suspendUs: Micros | null;
  /** activation (VM runs at the destination, first gratuitous ARP) or abort */
  endUs: Micros | null;
  outcome: MigrationOutcome;
  totalPages: Pages;
  heldPages: Pages;
  pagesSent: Pages;
  bytesSent: Bytes;
  /** of the held pages: how many were really written before the stop (true positives), known at the end */
  heldWritten: Pages;
  /** distinct pages written during the live rounds */
  dirtiedDistinct: Pages;
  rounds: RoundRecord[];
}

/** How the engine reports a thing that happened: a code and its slots. Words are made from it by protocol/messages. */
export interface HistoryEvent {
  atUs: Micros;
  code: string;
  slots: Record<string, string | number>;
}

export type VmState = 'running' | 'migrating' | 'paused' | 'unowned' | 'stopped' | 'lost';
export type NodeState = 'online' | 'draining' | 'stopped' | 'crashed' | 'frozen' | 'starting';

export interface VmSummary {
  id: number;
  name: string;
  os: string;
  role: string;
  memoryPages: Pages;
  /** where it runs in truth (0-based), −1 = nowhere */
  node: number;
  state: VmState;
  /** what Heartbeat believes of it */
  belief: { state: 'started' | 'stopped' | 'starting' | 'migrating'; node: number };
  /** a second machine that runs it as well, or boots it: 0-based node, −1 = none */
  copyNode: number;
  copyBooting: boolean;
  /** why it stands still though it is there */
  halted: 'host' | 'disk' | null;
  /** blocks of its disk two machines may have overwritten for each other */
  corruptBlocks: number;
  /** MB its request handler has taken */
  memoryInUseMB: number;
  /** response time of one request in ms by paper A's mechanism, null where it serves none or does not run */
  responseMs: number | null;
}

export interface NodeSummary {
  id: number;
  name: string;
  state: NodeState;
  memoryMiB: number;
  /** not taken by Dom0, guests and reservations */
  freeMiB: number;
  /** VMs that run here, and VMs memory is reserved for */
  guests: number[];
  reservedFor: number[];
  /** time its last heartbeat left, −1 before the first */
  lastBeatUs: Micros;
  /** its cables */
  heartbeatPlugged: boolean;
  dataPlugged: boolean;
  /** what it knows of the others, by node; its own entry means nothing */
  peers: PeerSummary[];
  /** by VM: the node it believes runs it, −1 = none */
  owners: number[];
  /** so many of the next calls of its guests' stop scripts will fail */
  stopFailures: number;
  /** the guest whose stop script failed last, how often it has, and when it is called again; null = none */
  retry: { vm: number; attempt: number; dueUs: Micros } | null;
}

interface PeerSummary {
  status: PeerStatus;
  heardUs: Micros;
  /** when it will be declared dead if it stays silent; null where nobody waits for it */
  deadlineUs: Micros | null;
}

/** A shot that has been aimed and not succeeded yet. */
interface ShotSummary {
  by: number;
  target: number;
  attempt: number;
  dueUs: Micros;
}

/** Everything of human size. `revision` grows with each change. */
export interface History {
  revision: number;
  phases: Phase[];
  migrations: MigrationRecord[];
  events: HistoryEvent[];
  vms: VmSummary[];
  nodes: NodeSummary[];
  shots: ShotSummary[];
  /** guests in line for their move, the next first */
  waiting: number[];
  /** the cluster's surroundings as they are */
  surroundings: {
    heartbeatLoss: number;
    dataLoss: number;
    /** Mb/s of the data LAN now */
    dataMbps: number;
    storageDown: boolean;
    storageSlow: number;
  };
}
