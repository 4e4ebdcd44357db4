/** One worker of the pool that explores, without the worker: who answers what, and the traces it fetches once. */
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type {
  ExploreRequestName,
  ExploreRequestOf,
  ExploreRequests,
  ToExploreWorker,
} from '../../protocol/explore/requests.ts';
import { JobHost, type JobHostEnvironment, type JobServer } from '../job-host.ts';
import { once } from '../once.ts';
import { exploreCatalogue } from './catalogue.ts';
import type { ExploreContext } from './handler.ts';
import { handlers } from './handlers.ts';

export interface ExploreHostEnvironment extends JobHostEnvironment<ExploreRequests> {
  loadLibrary(): Promise<TraceLibrary>;
  readonly version: string;
}

export class ExploreHost implements JobServer<ExploreRequests> {
  private readonly version: string;
  private readonly messages: JobHost<ExploreRequests>;
  private readonly context: ExploreContext;

  constructor(environment: ExploreHostEnvironment) {
    this.version = environment.version;
    this.messages = new JobHost(environment, this);
    this.context = { library: once(() => environment.loadLibrary()) };
  }

  handle(message: ToExploreWorker): void {
    this.messages.handle(message);
  }

  answer(name: Exclude<ExploreRequestName, 'frame'>, request: unknown): unknown {
    if (name === 'describe') return exploreCatalogue(this.version);
    const handler = handlers[name] as (context: ExploreContext, request: unknown) => unknown;
    return handler(this.context, request);
  }

  /** There are no moments here. */
  frame({ generation }: ExploreRequestOf<'frame'>): { reply: unknown; buffers: ArrayBuffer[] } {
    return { reply: { generation }, buffers: [] };
  }
}
