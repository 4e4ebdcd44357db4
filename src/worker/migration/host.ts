/** The migration worker without the worker: who answers what, and the files it fetches once. */
import type { MeasuredRun } from '../../engine/experiments/measured-runs.ts';
import { type TraceLibrary, traceLibrary } from '../../engine/memory/trace.ts';
import type { SoloSpec } from '../../engine/simulation/solo-spec.ts';
import { clip } from '../../protocol/link-text.ts';
import type {
  MigrationRequestName,
  MigrationRequestOf,
  MigrationRequests,
  SpeedReply,
  ToMigrationWorker,
} from '../../protocol/migration/requests.ts';
import { ImportedTraces } from '../imported-traces.ts';
import { JobHost, type JobHostEnvironment, type JobServer } from '../job-host.ts';
import { once } from '../once.ts';
import { migrationCatalogue } from './catalogue.ts';
import type { MigrationContext } from './handler.ts';
import { handlers } from './handlers.ts';
import { buffersOf, writeMoment } from './moment-writer.ts';
import { Moves } from './moves.ts';

export interface MigrationHostEnvironment extends JobHostEnvironment<MigrationRequests> {
  loadLibrary(): Promise<TraceLibrary>;
  loadMeasured(): Promise<readonly MeasuredRun[]>;
  loadClaimedSpeed(): Promise<SpeedReply['claimed']>;
  readonly version: string;
}

export class MigrationHost implements JobServer<MigrationRequests> {
  private readonly version: string;
  private readonly messages: JobHost<MigrationRequests>;
  private readonly moves = new Moves();
  private readonly context: MigrationContext;

  constructor(environment: MigrationHostEnvironment) {
    this.version = environment.version;
    this.messages = new JobHost(environment, this);
    const imported = new ImportedTraces();
    const library = once(() => environment.loadLibrary());
    this.context = {
      moves: this.moves,
      imported,
      library,
      libraryFor: (spec) => libraryFor(spec, library, imported),
      measured: once(() => environment.loadMeasured()),
      claimedSpeed: once(() => environment.loadClaimedSpeed()),
      now: () => environment.now(),
    };
  }

  handle(message: ToMigrationWorker): void {
    this.messages.handle(message);
  }

  answer(name: Exclude<MigrationRequestName, 'frame'>, request: unknown): unknown {
    if (name === 'describe') return migrationCatalogue(this.version);
    const handler = handlers[name] as (context: MigrationContext, request: unknown) => unknown;
    return handler(this.context, request);
  }

  frame(request: MigrationRequestOf<'frame'>): { reply: unknown; buffers: ArrayBuffer[] } {
    const reply = writeMoment(this.moves.of(request.moveKey), request);
    return { reply, buffers: buffersOf(reply) };
  }
}

/** A guest replays one program: the first of the library it is given. */
async function libraryFor(
  { vm }: SoloSpec,
  library: () => Promise<TraceLibrary>,
  imported: ImportedTraces,
): Promise<TraceLibrary> {
  const { pattern, file } = vm.workload;
  if (pattern !== 'trace') return traceLibrary([]);
  const brought = imported.find(file);
  if (brought !== undefined) return traceLibrary([brought]);
  const { traces } = await library();
  const trace = traces.find(({ name }) => name === file);
  if (trace === undefined) {
    const known = traces.map(({ name }) => name).join(', ');
    throw new Error(`vm.workload.file is "${clip(file ?? '')}"; here use one of ${known}.`);
  }
  return traceLibrary([trace]);
}
