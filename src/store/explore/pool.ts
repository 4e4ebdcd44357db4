/**
 * Several workers that share one piece of long work. Work comes in pieces; whoever is free takes the next one. A worker
 * that dies is replaced, and the piece it was at is given out again.
 */
import type { ExploreReplyOf, ExploreRequestOf, ExploreRequests } from '../../protocol/explore/requests.ts';
import { type CallName, Cancelled, WorkerClient, WorkerGone, type WorkerLike } from '../../worker/client.ts';
import { text } from './messages.ts';

export type ExploreClient = WorkerClient<ExploreRequests>;
type Asked = CallName<ExploreRequests>;

export interface PoolOptions {
  create(): WorkerLike<ExploreRequests>;
  readonly size: number;
  visible(): boolean;
  /** wall time in ms */
  now(): number;
  /** a worker ended, and another one took its place; or (`failed`, a sentence) nobody works until work is asked for again */
  onDeath(failed: string | null): void;
}

/** Pieces of one piece of work. Whatever is taken is either run to its end or given back. */
export interface Source<P> {
  /** null: there is nothing left to be taken */
  take(): P | null;
  giveBack(piece: P): void;
  run(client: ExploreClient, piece: P, signal: AbortSignal): Promise<void>;
}

/** One piece of work: whether it is over, and what calls off the pieces under way. */
interface Course {
  ended: boolean;
  readonly open: Set<AbortController>;
}

/** So many deaths in so short a time are no accident. */
const DEATHS = 4;
const WITHIN_MS = 20_000;

/** Too many workers died; the message is a sentence that says of what. */
export class PoolFailed extends Error {}

export class Pool {
  readonly #options: PoolOptions;
  readonly #clients: ExploreClient[] = [];
  #deathsMs: number[] = [];
  #failed: string | null = null;
  /** pieces of work under way */
  #courses = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#add();
  }

  /** A quick question. Asked again if its worker ends meanwhile. */
  async ask<N extends Asked>(name: N, request: ExploreRequestOf<N>): Promise<ExploreReplyOf<N>> {
    this.#revive();
    for (;;) {
      try {
        return await this.#first().call(name, request);
      } catch (reason) {
        this.#mayGoOn(reason);
      }
    }
  }

  /**
   * Runs all pieces. @param depth pieces a worker has at a time: with two it is not idle while the page hands it the next
   * @throws Cancelled, PoolFailed, or what a piece failed of; the others are ended then
   */
  async work<P>(source: Source<P>, signal: AbortSignal, depth: number): Promise<void> {
    this.#revive();
    while (this.#clients.length < this.#options.size) this.#add();
    const course: Course = { ended: false, open: new Set() };
    const end = () => {
      course.ended = true;
      for (const piece of course.open) piece.abort();
    };
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    const failures: unknown[] = [];
    // Slot by slot, so that few pieces go to as many workers as there are.
    const loops = Array.from({ length: depth }, () => this.#clients)
      .flat()
      .map((client) =>
        this.#loop(client, source, course).catch((reason: unknown) => {
          failures.push(reason);
          end();
        }),
      );
    this.#courses += 1;
    await Promise.all(loops);
    this.#courses -= 1;
    signal.removeEventListener('abort', end);
    if (failures.length > 0) throw failures[0];
  }

  /** For tests and the curious: ends one worker, as if it had died. */
  kill(reason: string): void {
    this.#clients.at(-1)?.kill(reason);
  }

  /** Nobody looks: while there is no work one worker is enough to answer the next question. */
  rest(): void {
    if (this.#courses > 0) return;
    for (const client of this.#clients.splice(1)) client.close();
  }

  /** Ends all workers silently, until there is work again. */
  close(): void {
    this.#end('They were closed.');
  }

  #end(reason: string): void {
    this.#failed = reason;
    for (const client of this.#clients) client.close();
  }

  async #loop<P>(client: ExploreClient, source: Source<P>, course: Course): Promise<void> {
    for (;;) {
      if (course.ended) throw new Cancelled('It was cancelled.');
      const piece = source.take();
      if (piece === null) return;
      const running = new AbortController();
      course.open.add(running);
      try {
        await source.run(client, piece, running.signal);
      } catch (reason) {
        source.giveBack(piece);
        this.#mayGoOn(reason);
      } finally {
        course.open.delete(running);
      }
    }
  }

  /** A worker's end is no reason to stop: another one stands in its place already. */
  #mayGoOn(reason: unknown): void {
    if (!(reason instanceof WorkerGone)) throw reason;
    if (this.#failed !== null) throw new PoolFailed(this.#failed);
  }

  #first(): ExploreClient {
    return this.#clients[0] ?? this.#add();
  }

  #add(): ExploreClient {
    const client: ExploreClient = new WorkerClient<ExploreRequests>({
      create: () => this.#options.create(),
      onDeath: (reason) => this.#died(client, reason),
      visible: () => this.#options.visible(),
    });
    this.#clients.push(client);
    return client;
  }

  #died(client: ExploreClient, reason: string): void {
    const now = this.#options.now();
    this.#deathsMs = [...this.#deathsMs.filter((at) => at > now - WITHIN_MS), now];
    const failed = this.#deathsMs.length >= DEATHS ? text('worker-failed', { deaths: DEATHS, reason }) : null;
    if (failed === null) client.restart();
    else this.#end(failed);
    this.#options.onDeath(failed);
  }

  #revive(): void {
    if (this.#failed === null) return;
    this.#failed = null;
    this.#deathsMs = [];
    for (const client of this.#clients) client.restart();
  }
}
