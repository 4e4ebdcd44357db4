/**
 * The page's side of the worker: typed calls, the latest frame wins, and the worker's death is noticed and told.
 * It knows of the worker only what `WorkerLike` says, so tests hand it a fake.
 */
import type { Frame } from '../protocol/frame.ts';
import type { FromWorker, ReplyOf, RequestName, RequestOf, ToWorker } from '../protocol/requests.ts';

export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null;
  onmessageerror: (() => void) | null;
}

export interface ClientOptions {
  create: () => WorkerLike;
  onDeath: (reason: string) => void;
  /** is the page on screen? A hidden page's timers are no judge of its worker. */
  visible?: () => boolean;
  /** silence after which the worker is asked for a sign of life, and again until it is given up */
  patienceMs?: number;
}

export type CallName = Exclude<RequestName, 'frame'>;

/** The call's worker ended before it answered; whoever waits simply stops waiting. */
export class WorkerGone extends Error {}

interface Waiting {
  resolve: (reply: unknown) => void;
  reject: (reason: Error) => void;
}

interface WaitingFrame {
  request: RequestOf<'frame'>;
  resolve: (frame: Frame | null) => void;
}

const TICK_MS = 1000;

export function createWorker(): WorkerLike {
  return new Worker(new URL('./entry.ts', import.meta.url), {
    type: 'module',
    name: document.baseURI,
  }) as WorkerLike;
}

export class WorkerClient {
  readonly #options: Required<ClientOptions>;
  #worker: WorkerLike | null = null;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();
  #frameUnderWay: { id: number; waiting: WaitingFrame } | null = null;
  #frameToSend: WaitingFrame | null = null;
  #ticker: ReturnType<typeof setInterval> | null = null;
  /** silent time while something was asked, in ticks: wall time would count a sleeping laptop as the worker's */
  #silentMs = 0;
  #probed = false;

  constructor(options: ClientOptions) {
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

  call<N extends CallName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
    return new Promise<ReplyOf<N>>((resolve, reject) => {
      if (!this.#worker) return reject(new WorkerGone('There is no worker.'));
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#post({ id, name, request } as ToWorker);
    });
  }

  /**
   * Asks for a moment. One request is under way at most; while it is, only the newest other one is kept.
   * Null: overtaken by a newer request, or the worker ended.
   */
  frame(request: RequestOf<'frame'>): Promise<Frame | null> {
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
    this.#post({ id, name: 'frame', request: waiting.request });
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  #receive(message: FromWorker): void {
    this.#silentMs = 0;
    this.#probed = false;
    const underWay = this.#frameUnderWay;
    if (underWay && message.id === underWay.id) {
      this.#frameUnderWay = null;
      const frame = 'reply' in message && message.name === 'frame' ? message.reply : null;
      // A seek that came after this request makes its answer stale: generations grow with each new intention.
      const newest = this.#frameToSend?.request.generation ?? underWay.waiting.request.generation;
      underWay.waiting.resolve(frame && frame.generation >= newest ? frame : null);
      this.#sendFrame();
      if ('error' in message) this.kill(message.error);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
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
      this.call('describe', {}).catch(() => {});
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
