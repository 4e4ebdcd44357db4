/** A host without a worker: a clock that counts, messages kept, answers awaited. */
import { serialize } from 'node:v8';
import type { SeriesName } from '../../src/base/columns.ts';
import type { Run } from '../../src/engine/simulation/scenario.ts';
import type { Frame } from '../../src/protocol/frame.ts';
import type {
  FrameRequest,
  FromWorker,
  ReplyOf,
  RequestName,
  RequestOf,
} from '../../src/protocol/requests.ts';
import { Host, type HostEnvironment } from '../../src/worker/host/host.ts';
import { library } from '../engine/recorded.ts';
import { smallRun } from '../engine/simulation/runs.ts';

export const NOTHING: Record<SeriesName, number> = {
  pings: 0,
  progress: 0,
  cpu: 0,
  shares: 0,
  batches: 0,
  pages: 0,
  beats: 0,
  rotations: 0,
};

/** A host, the page's end of its wire, and a clock that a slice of work uses up after a few chunks. */
export class Bench {
  readonly posted: FromWorker[] = [];
  private readonly host: Host;
  private id = 0;
  private clock = 0;
  private generation = 0;
  private arrived: (() => void)[] = [];
  /** turns the host took */
  turns = 0;

  constructor(environment: Partial<HostEnvironment> = {}) {
    this.host = new Host({
      version: '1.2.3',
      // each look at the clock takes a while, so that long work needs many turns
      now: () => {
        this.clock += 3;
        return this.clock;
      },
      pause: () => {
        this.turns += 1;
        return new Promise((done) => setImmediate(done));
      },
      post: (message, transfer) => {
        // As between threads: what is handed over is gone here, and only data arrives there.
        this.posted.push(structuredClone(message, { transfer }));
        for (const wake of this.arrived.splice(0)) wake();
      },
      loadLibrary: () => Promise.resolve(library),
      ...environment,
    });
  }

  send<N extends RequestName>(name: N, request: RequestOf<N>): number {
    this.id += 1;
    this.host.handle({ id: this.id, name, request } as Parameters<Host['handle']>[0]);
    return this.id;
  }

  async answerTo(id: number): Promise<FromWorker> {
    for (;;) {
      const found = this.posted.find((message) => message.id === id);
      if (found !== undefined) return found;
      await new Promise<void>((done) => this.arrived.push(done));
    }
  }

  async ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
    const answer = await this.answerTo(this.send(name, request));
    if (!('reply' in answer)) throw new Error('error' in answer ? answer.error : 'superseded');
    return answer.reply as ReplyOf<N>;
  }

  async open(run: Run, parentKey: string | null = null): Promise<string> {
    const { runKey, problem } = await this.ask('open', { run, parentKey });
    if (problem !== null) throw new Error(problem);
    return runKey;
  }

  request(runKey: string, toUs: number, more: Partial<FrameRequest> = {}): FrameRequest {
    this.generation += 1;
    const have = { historyRevision: -1, series: NOTHING };
    return {
      runKey,
      generation: this.generation,
      toUs,
      have,
      wantPages: true,
      treeProcess: 0,
      treeRows: 31,
      ...more,
    };
  }

  frame(runKey: string, toUs: number, more: Partial<FrameRequest> = {}): Promise<Frame> {
    return this.ask('frame', this.request(runKey, toUs, more));
  }

  /** Waits until the host has nothing more to do. */
  async idle(): Promise<void> {
    for (let turns = -1; turns !== this.turns; ) {
      turns = this.turns;
      for (let i = 0; i < 5; i += 1) await new Promise((done) => setImmediate(done));
    }
  }
}

/** All bytes of a frame but the number of the request it answers. */
export const bytesOf = (frame: Frame): string => serialize({ ...frame, generation: 0 }).toString('base64');

export const small = smallRun();
