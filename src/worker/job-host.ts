/**
 * A worker without the worker: messages in, messages out, and a way to let others run. Quick requests come first, then
 * the latest moment, then long jobs, a slice at a time and in turn, so that none keeps another waiting.
 */

import type { ExchangeMap, FromWorkerOf, NameOf, ToWorkerOf } from '../protocol/wire.ts';

export interface JobHostEnvironment<M extends ExchangeMap<M>> {
  /** milliseconds of any steady clock */
  now(): number;
  /** lets waiting messages in */
  pause(): Promise<void>;
  post(message: FromWorkerOf<M>, transfer: ArrayBuffer[]): void;
}

/** Long work: yields how far it is, or undefined where there is nothing worth telling; returns the reply. */
export type Job = Generator<unknown, unknown, void>;

export interface JobServer<M extends ExchangeMap<M> & { frame: { request: unknown; reply: unknown } }> {
  /** @returns the reply, a job that makes it, or a promise of either @throws Error with one sentence */
  answer(name: Exclude<NameOf<M>, 'frame'>, request: unknown): unknown;
  /** A moment, or null where it takes more slices. @param goOn true while this slice of time lasts */
  frame(
    request: M['frame']['request'],
    goOn: () => boolean,
  ): { reply: unknown; buffers: ArrayBuffer[] } | null;
}

const SLICE_MS = 8;
const PROGRESS_EVERY_MS = 125;

interface Message {
  readonly id: number;
  readonly name: string;
  readonly request?: unknown;
}

interface Running {
  readonly id: number;
  readonly name: string;
  readonly job: Job;
  toldAt: number;
}

export class JobHost<M extends ExchangeMap<M> & { frame: { request: unknown; reply: unknown } }> {
  private readonly environment: JobHostEnvironment<M>;
  private readonly server: JobServer<M>;
  private waiting: Message[] = [];
  private wanted: Message | null = null;
  private jobs: Running[] = [];
  private pumping = false;
  private sliceStart = 0;

  constructor(environment: JobHostEnvironment<M>, server: JobServer<M>) {
    this.environment = environment;
    this.server = server;
  }

  handle(said: ToWorkerOf<M>): void {
    const message = said as Message;
    if (message.name === 'cancel') this.cancel(message.id);
    else if (message.name === 'frame') {
      if (this.wanted !== null) this.post({ id: this.wanted.id, superseded: true }, []);
      this.wanted = message;
    } else this.waiting.push(message);
    if (!this.pumping) void this.pump();
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    for (;;) {
      this.sliceStart = this.environment.now();
      const next = this.waiting.shift();
      if (next !== undefined) await this.answer(next);
      else if (this.wanted !== null) this.answerFrame(this.wanted);
      else if (!this.runJob()) break;
      await this.environment.pause();
    }
    this.pumping = false;
  }

  private readonly goOn = (): boolean => this.environment.now() - this.sliceStart < SLICE_MS;

  private async answer({ id, name, request }: Message): Promise<void> {
    try {
      const result = await this.server.answer(name as Exclude<NameOf<M>, 'frame'>, request);
      if (isJob(result)) this.jobs.push({ id, name, job: result, toldAt: this.environment.now() });
      else this.post({ id, name, reply: result }, []);
    } catch (error) {
      this.refuse(id, error);
    }
  }

  /** A far moment takes several slices: until it is reached it stays the wanted one, and others are let in. */
  private answerFrame({ id, request }: Message): void {
    try {
      const answer = this.server.frame(request, this.goOn);
      if (answer === null) return;
      this.wanted = null;
      this.post({ id, name: 'frame', reply: answer.reply }, answer.buffers);
    } catch (error) {
      this.wanted = null;
      this.refuse(id, error);
    }
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
          this.post({ id, name, reply: value }, []);
          return true;
        }
        progress = value;
      } while (this.goOn());
      const now = this.environment.now();
      if (progress !== undefined && now - running.toldAt >= PROGRESS_EVERY_MS) {
        running.toldAt = now;
        this.post({ id, progress }, []);
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

  private post(message: unknown, transfer: ArrayBuffer[]): void {
    this.environment.post(message as FromWorkerOf<M>, transfer);
  }

  private refuse(id: number, error: unknown): void {
    this.post({ id, error: error instanceof Error ? error.message : String(error) }, []);
  }
}

function isJob(result: unknown): result is Job {
  return typeof result === 'object' && result !== null && Symbol.iterator in result && 'next' in result;
}
