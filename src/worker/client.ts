/**
 * The page's side of the worker: typed calls, the latest frame wins, and the worker's death is noticed and told.
 * It knows of the worker only what `WorkerLike` says, so tests hand it a fake.
 */
import type { MigrationRequests } from '../protocol/migration/requests.ts';
import type { Requests } from '../protocol/requests.ts';
import type { TreesRequests } from '../protocol/trees/requests.ts';
import type { ExchangeMap, FromWorkerOf, NameOf, Progress, ToWorkerOf } from '../protocol/wire.ts';

/** What every worker of the page can be asked: a moment, the latest of which wins, and who it is. */
interface Basic {
  frame: { request: { readonly generation: number }; reply: { readonly generation: number } };
  describe: { request: Record<string, never>; reply: unknown };
}

type Served<M> = ExchangeMap<M> & Basic;

export interface WorkerLike<M extends Served<M> = Requests> {
  postMessage(message: ToWorkerOf<M>): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorkerOf<M> }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null;
  onmessageerror: (() => void) | null;
}

export interface ClientOptions<M extends Served<M> = Requests> {
  create: () => WorkerLike<M>;
  onDeath: (reason: string) => void;
  /** is the page on screen? A hidden page's timers are no judge of its worker. */
  visible?: () => boolean;
  /** silence after which the worker is asked for a sign of life, and again until it is given up */
  patienceMs?: number;
}

export type CallName<M> = Exclude<NameOf<M>, 'frame'>;

export interface CallOptions<P> {
  /** called with whatever is there before the reply */
  onProgress?: (progress: P) => void;
  /** aborting it tells the worker to stop and rejects the call with `Cancelled` */
  signal?: AbortSignal;
}

/** The call's worker ended before it answered; whoever waits simply stops waiting. */
export class WorkerGone extends Error {}

/** The page itself has given the call up. */
export class Cancelled extends Error {}

interface Waiting {
  resolve: (reply: unknown) => void;
  reject: (reason: Error) => void;
  progress: (progress: unknown) => void;
}

interface WaitingFrame<M extends Served<M>> {
  request: M['frame']['request'];
  resolve: (frame: M['frame']['reply'] | null) => void;
}

const TICK_MS = 1000;

export function createWorker(): WorkerLike {
  return new Worker(new URL('./entry.ts', import.meta.url), {
    type: 'module',
    name: document.baseURI,
  }) as WorkerLike;
}

export function createTreesWorker(): WorkerLike<TreesRequests> {
  return new Worker(new URL('./trees/entry.ts', import.meta.url), {
    type: 'module',
    name: document.baseURI,
  }) as WorkerLike<TreesRequests>;
}

/** The Migration workspace's worker; the Evidence page has one of its own of the same kind. */
export function createMigrationWorker(): WorkerLike<MigrationRequests> {
  return new Worker(new URL('./migration/entry.ts', import.meta.url), {
    type: 'module',
    name: document.baseURI,
  }) as WorkerLike<MigrationRequests>;
}

export class WorkerClient<M extends Served<M> = Requests> {
  readonly #options: Required<ClientOptions<M>>;
  #worker: WorkerLike<M> | null = null;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();
  #frameUnderWay: { id: number; waiting: WaitingFrame<M> } | null = null;
  #frameToSend: WaitingFrame<M> | null = null;
  #ticker: ReturnType<typeof setInterval> | null = null;
  /** silent time while something was asked, in ticks: wall time would count a sleeping laptop as the worker's */
  #silentMs = 0;
  #probed = false;

  constructor(options: ClientOptions<M>) {
    this.#options = { visible: () => true, patienceMs: 5000, ...options };
    this.restart();
  }

  /** Ends what runs, without calling it a death, and begins anew. */
  restart(): void {
    this.#end();
    const worker = this.#options.create();
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      if (worker === this.#worker) this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker === this.#worker) this.kill(event.message ?? 'an error');
    };
    worker.onmessageerror = () => {
      if (worker === this.#worker) this.kill('a message that could not be read');
    };
    this.#ticker = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Ends the worker for good and says so. */
  kill(reason: string): void {
    if (!this.#worker) return;
    this.#end();
    this.#options.onDeath(reason);
  }

  /** Ends the worker silently. */
  close(): void {
    this.#end();
  }

  call<N extends CallName<M>>(
    name: N,
    request: M[N]['request'],
    { onProgress, signal }: CallOptions<Progress<M, N>> = {},
  ): Promise<M[N]['reply']> {
    return new Promise<M[N]['reply']>((resolve, reject) => {
      if (!this.#worker) return reject(new WorkerGone('There is no worker.'));
      if (signal?.aborted) return reject(new Cancelled('It was cancelled.'));
      const id = this.#nextId++;
      this.#waiting.set(id, {
        resolve: resolve as Waiting['resolve'],
        reject,
        progress: (progress) => onProgress?.(progress as Progress<M, N>),
      });
      signal?.addEventListener('abort', () => this.#cancel(id), { once: true });
      this.#post({ id, name, request } as ToWorkerOf<M>);
    });
  }

  #cancel(id: number): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    this.#post({ id, name: 'cancel' });
    waiting.reject(new Cancelled('It was cancelled.'));
  }

  /**
   * Asks for a moment. One request is under way at most; while it is, only the newest other one is kept.
   * Null: overtaken by a newer request, or the worker ended.
   */
  frame(request: M['frame']['request']): Promise<M['frame']['reply'] | null> {
    return new Promise((resolve) => {
      if (!this.#worker) return resolve(null);
      this.#frameToSend?.resolve(null);
      this.#frameToSend = { request, resolve };
      this.#sendFrame();
    });
  }

  get frameUnderWay(): boolean {
    return this.#frameUnderWay !== null;
  }

  #sendFrame(): void {
    if (this.#frameUnderWay || !this.#frameToSend) return;
    const waiting = this.#frameToSend;
    this.#frameToSend = null;
    const id = this.#nextId++;
    this.#frameUnderWay = { id, waiting };
    this.#post({ id, name: 'frame', request: waiting.request } as ToWorkerOf<M>);
  }

  #post(message: ToWorkerOf<M>): void {
    this.#worker?.postMessage(message);
  }

  #receive(message: FromWorkerOf<M>): void {
    this.#silentMs = 0;
    this.#probed = false;
    const underWay = this.#frameUnderWay;
    if (underWay && message.id === underWay.id) {
      this.#frameUnderWay = null;
      const frame = 'reply' in message ? (message.reply as M['frame']['reply']) : null;
      // A seek that came after this request makes its answer stale: generations grow with each new intention.
      const newest = this.#frameToSend?.request.generation ?? underWay.waiting.request.generation;
      underWay.waiting.resolve(frame && frame.generation >= newest ? frame : null);
      this.#sendFrame();
      if ('error' in message) this.kill(message.error);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if ('progress' in message) {
      waiting.progress(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if ('reply' in message) waiting.resolve(message.reply);
    else waiting.reject(new Error('error' in message ? message.error : 'overtaken by a newer request'));
  }

  #tick(): void {
    const idle = this.#waiting.size === 0 && !this.#frameUnderWay;
    if (idle || !this.#options.visible()) {
      this.#silentMs = 0;
      return;
    }
    this.#silentMs += TICK_MS;
    if (this.#silentMs < this.#options.patienceMs) return;
    if (this.#probed) {
      this.kill('it did not answer');
    } else {
      this.#probed = true;
      this.call('describe' as CallName<M>, {}).catch(() => {});
      this.#silentMs = 0;
    }
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    if (this.#ticker !== null) clearInterval(this.#ticker);
    this.#ticker = null;
    this.#silentMs = 0;
    this.#probed = false;
    const calls = [...this.#waiting.values()];
    this.#waiting.clear();
    const frames = [this.#frameUnderWay?.waiting, this.#frameToSend];
    this.#frameUnderWay = null;
    this.#frameToSend = null;
    for (const call of calls) call.reject(new WorkerGone('The worker ended.'));
    for (const frame of frames) frame?.resolve(null);
  }
}
