/**
 * The trees' worker without the worker: messages in, messages out, and a way to let others run. Quick requests come
 * first, then the latest moment, then long jobs, a slice at a time and in turn, so that none keeps another waiting.
 */
import { hashState } from '../../base/clone.ts';
import { type Lab, openLab } from '../../engine/lab/lab.ts';
import { streamKinds } from '../../engine/lab/stream-registry.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import { codeUnder } from '../../engine/trees/code.ts';
import type { CodeLine } from '../../engine/trees/tree.ts';
import type { FromTreesWorker, ToTreesWorker, TreesRequestOf } from '../../protocol/trees/requests.ts';
import { treesCatalogue } from './catalogue.ts';
import type { TreesContext } from './handler.ts';
import { handlers } from './handlers.ts';
import { buffersOf, writeMoment } from './moment-writer.ts';

export interface TreesHostEnvironment {
  /** milliseconds of any steady clock */
  now(): number;
  /** lets waiting messages in */
  pause(): Promise<void>;
  post(message: FromTreesWorker, transfer: ArrayBuffer[]): void;
  loadLibrary(): Promise<TraceLibrary>;
  readonly version: string;
}

const SLICE_MS = 8;
const PROGRESS_EVERY_MS = 125;
const KEPT_LABS = 3;
const KEPT_THINGS = 200;

type Message = Exclude<ToTreesWorker, { name: 'cancel' }>;
type AnyJob = Generator<unknown, unknown, void>;

interface Running {
  readonly id: number;
  readonly name: Message['name'];
  readonly job: AnyJob;
  toldAt: number;
}

export class TreesHost {
  private readonly environment: TreesHostEnvironment;
  private readonly context: TreesContext;
  /** most recently used last */
  private readonly labs = new Map<string, Lab>();
  private readonly things = new Map<string, unknown>();
  private library: Promise<TraceLibrary> | null = null;
  private waiting: Message[] = [];
  private frame: { id: number; request: TreesRequestOf<'frame'> } | null = null;
  private jobs: Running[] = [];
  private pumping = false;
  private sliceStart = 0;

  constructor(environment: TreesHostEnvironment) {
    this.environment = environment;
    this.context = {
      lab: (key) => this.lab(key),
      now: () => environment.now(),
      keep: (key, value) => this.keep(key, value),
      kept: (key) => this.things.get(key),
    };
  }

  handle(message: ToTreesWorker): void {
    if (message.name === 'cancel') this.cancel(message.id);
    else if (message.name === 'frame') {
      if (this.frame !== null) this.environment.post({ id: this.frame.id, superseded: true }, []);
      this.frame = message;
    } else this.waiting.push(message);
    if (!this.pumping) void this.pump();
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    for (;;) {
      this.sliceStart = this.environment.now();
      const next = this.waiting.shift();
      if (next !== undefined) await this.answer(next);
      else if (this.frame !== null) this.answerFrame(this.frame);
      else if (!this.runJob()) break;
      await this.environment.pause();
    }
    this.pumping = false;
  }

  /** true while this slice of time lasts */
  private readonly goOn = (): boolean => this.environment.now() - this.sliceStart < SLICE_MS;

  private async answer(message: Message): Promise<void> {
    try {
      if (message.name === 'describe') {
        this.reply(message.id, message.name, treesCatalogue(this.environment.version));
      } else if (message.name === 'open') {
        this.start(
          message.id,
          message.name,
          this.open(message.request, await this.tracesFor(message.request)),
        );
      } else if (message.name !== 'frame') {
        const handler = handlers[message.name] as (context: TreesContext, request: unknown) => unknown;
        const result = handler(this.context, message.request);
        if (isJob(result)) this.start(message.id, message.name, result);
        else this.reply(message.id, message.name, result);
      }
    } catch (error) {
      this.refuse(message.id, error);
    }
  }

  /** The recorded page traces, fetched when a lab needs them. */
  private async tracesFor({ spec }: TreesRequestOf<'open'>): Promise<TraceLibrary | null> {
    if (streamKinds.find(({ kind }) => kind === spec.stream.kind)?.needs !== 'library') return null;
    this.library ??= this.environment.loadLibrary();
    try {
      return await this.library;
    } catch (error) {
      this.library = null; // asked for again next time
      throw error;
    }
  }

  private *open({ spec }: TreesRequestOf<'open'>, library: TraceLibrary | null): AnyJob {
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

  /** A far moment takes several slices: until it is reached it stays the wanted one, and others are let in. */
  private answerFrame({ id, request }: { id: number; request: TreesRequestOf<'frame'> }): void {
    try {
      const lab = this.lab(request.labKey);
      if (!lab.run.seek(request.operation, request.step, this.goOn)) return;
      const moment = writeMoment(lab, request, codeOf(lab));
      this.frame = null;
      this.environment.post({ id, name: 'frame', reply: moment }, buffersOf(moment));
    } catch (error) {
      this.frame = null;
      this.refuse(id, error);
    }
  }

  private start(id: number, name: Message['name'], job: AnyJob): void {
    this.jobs.push({ id, name, job, toldAt: this.environment.now() });
  }

  /** One slice of the job whose turn it is. @returns false when there is none */
  private runJob(): boolean {
    const running = this.jobs.shift();
    if (running === undefined) return false;
    const { id, name, job } = running;
    try {
      let progress: unknown;
      do {
        const { done, value } = job.next();
        if (done === true) {
          this.reply(id, name, value);
          return true;
        }
        progress = value;
      } while (this.goOn());
      const now = this.environment.now();
      if (now - running.toldAt >= PROGRESS_EVERY_MS) {
        running.toldAt = now;
        this.environment.post({ id, progress }, []);
      }
      this.jobs.push(running);
    } catch (error) {
      this.refuse(id, error);
    }
    return true;
  }

  private cancel(id: number): void {
    this.waiting = this.waiting.filter((message) => message.id !== id);
    this.jobs = this.jobs.filter((running) => running.id !== id);
  }

  private reply(id: number, name: Message['name'], reply: unknown): void {
    this.environment.post({ id, name, reply } as FromTreesWorker, []);
  }

  private refuse(id: number, error: unknown): void {
    this.environment.post({ id, error: error instanceof Error ? error.message : String(error) }, []);
  }
}

/** The rule as the lab's settings make it. */
function codeOf({ kind, spec }: Lab): readonly CodeLine[] {
  return codeUnder(kind, spec.tree.parameters);
}

function isJob(result: unknown): result is AnyJob {
  return typeof result === 'object' && result !== null && Symbol.iterator in result && 'next' in result;
}
