/** The trees' worker without the worker: who answers what, and the labs that stay open for the questions to come. */
import { hashState } from '../../base/clone.ts';
import { type Lab, openLab } from '../../engine/lab/lab.ts';
import { streamKinds } from '../../engine/lab/stream-registry.ts';
import { type TraceLibrary, traceLibrary } from '../../engine/memory/trace.ts';
import { codeUnder } from '../../engine/trees/code.ts';
import type { CodeLine } from '../../engine/trees/tree.ts';
import type {
  ToTreesWorker,
  TreesRequestName,
  TreesRequestOf,
  TreesRequests,
} from '../../protocol/trees/requests.ts';
import { ImportedTraces } from '../imported-traces.ts';
import { type Job, JobHost, type JobHostEnvironment, type JobServer } from '../job-host.ts';
import { once } from '../once.ts';
import { treesCatalogue } from './catalogue.ts';
import type { TreesContext } from './handler.ts';
import { handlers } from './handlers.ts';
import { buffersOf, writeMoment } from './moment-writer.ts';

export interface TreesHostEnvironment extends JobHostEnvironment<TreesRequests> {
  loadLibrary(): Promise<TraceLibrary>;
  readonly version: string;
}

const KEPT_LABS = 3;
const KEPT_THINGS = 200;

export class TreesHost implements JobServer<TreesRequests> {
  private readonly environment: TreesHostEnvironment;
  private readonly context: TreesContext;
  private readonly messages: JobHost<TreesRequests>;
  /** most recently used last */
  private readonly labs = new Map<string, Lab>();
  private readonly imported = new ImportedTraces();
  private readonly things = new Map<string, unknown>();
  private readonly library: () => Promise<TraceLibrary>;

  constructor(environment: TreesHostEnvironment) {
    this.environment = environment;
    this.messages = new JobHost(environment, this);
    this.library = once(() => environment.loadLibrary());
    this.context = {
      imported: this.imported,
      lab: (key) => this.lab(key),
      now: () => environment.now(),
      keep: (key, value) => this.keep(key, value),
      kept: (key) => this.things.get(key),
    };
  }

  handle(message: ToTreesWorker): void {
    this.messages.handle(message);
  }

  answer(name: Exclude<TreesRequestName, 'frame'>, request: unknown): unknown {
    if (name === 'describe') return treesCatalogue(this.environment.version);
    if (name === 'open') return this.openFrom(request as TreesRequestOf<'open'>);
    const handler = handlers[name] as (context: TreesContext, request: unknown) => unknown;
    return handler(this.context, request);
  }

  frame(
    request: TreesRequestOf<'frame'>,
    goOn: () => boolean,
  ): { reply: unknown; buffers: ArrayBuffer[] } | null {
    const lab = this.lab(request.labKey);
    if (!lab.run.seek(request.operation, request.step, goOn)) return null;
    const reply = writeMoment(lab, request, codeOf(lab));
    return { reply, buffers: buffersOf(reply) };
  }

  private async openFrom(request: TreesRequestOf<'open'>): Promise<Job> {
    const { kind, parameters } = request.spec.stream;
    const { needs } = streamKinds.find((entry) => entry.kind === kind) ?? {};
    return this.open(request, needs === 'library' ? await this.libraryFor(parameters.trace) : null);
  }

  private async libraryFor(trace: unknown): Promise<TraceLibrary> {
    const brought = typeof trace === 'string' ? this.imported.find(trace) : undefined;
    return brought === undefined ? this.library() : traceLibrary([brought]);
  }

  private *open({ spec }: TreesRequestOf<'open'>, library: TraceLibrary | null): Job {
    const labKey = hashState(JSON.stringify(spec));
    const known = this.labs.get(labKey);
    let lab = known;
    try {
      lab ??= yield* openLab(spec, library);
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
    this.labs.delete(labKey);
    this.labs.set(labKey, lab);
    const oldest = this.labs.keys().next().value;
    if (this.labs.size > KEPT_LABS && oldest !== undefined) this.labs.delete(oldest);
    return {
      labKey,
      operations: lab.operations.count,
      streamOperations: lab.streamOperations,
      startSize: lab.start.size,
      distinctKeys: lab.hits.keys.length,
      code: codeOf(lab),
    };
  }

  private lab(key: string): Lab {
    const lab = this.labs.get(key);
    if (lab === undefined) throw new Error(`The lab ${key} is not open; open it first.`);
    return lab;
  }

  private keep(key: string, value: unknown): void {
    this.things.delete(key);
    this.things.set(key, value);
    const oldest = this.things.keys().next().value;
    if (this.things.size > KEPT_THINGS && oldest !== undefined) this.things.delete(oldest);
  }
}

/** The rule as the lab's settings make it. */
function codeOf({ kind, spec }: Lab): readonly CodeLine[] {
  return codeUnder(kind, spec.tree.parameters);
}
