/** What answers a request of the migration worker: a plain reply, or a job that the host runs in slices. */

import type { MeasuredRun } from '../../engine/experiments/measured-runs.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type { SoloSpec } from '../../engine/simulation/solo-spec.ts';
import type {
  MigrationReplyOf,
  MigrationRequestName,
  MigrationRequestOf,
  MigrationRequests,
  SpeedReply,
} from '../../protocol/migration/requests.ts';
import type { Progress } from '../../protocol/wire.ts';
import type { ImportedTraces } from '../imported-traces.ts';
import type { Moves } from './moves.ts';

export interface MigrationContext {
  /** migrations that are open */
  readonly moves: Moves;
  /** page traces somebody imported, as far as they were handed over */
  readonly imported: ImportedTraces;
  /** the recorded page traces as far as a migration needs them @throws Error where it names one there is not */
  libraryFor(spec: SoloSpec): Promise<TraceLibrary>;
  /** all recorded page traces */
  library(): Promise<TraceLibrary>;
  /** migrations measured between two real QEMU processes */
  measured(): Promise<readonly MeasuredRun[]>;
  /** the engine's speed as it was measured elsewhere */
  claimedSpeed(): Promise<SpeedReply['claimed']>;
  /** milliseconds of any steady clock */
  now(): number;
}

type Steps<N extends MigrationRequestName> = Generator<
  Progress<MigrationRequests, N>,
  MigrationReplyOf<N>,
  void
>;

export type Handler<N extends MigrationRequestName> = (
  context: MigrationContext,
  request: MigrationRequestOf<N>,
) => MigrationReplyOf<N> | Steps<N> | Promise<MigrationReplyOf<N> | Steps<N>>;

export type Handlers = { [N in Exclude<MigrationRequestName, 'frame' | 'describe'>]: Handler<N> };
