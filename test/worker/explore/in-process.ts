/** A worker of the pool without a thread: messages are copied as between threads, time is counted, not measured. */
import type {
  ExploreRequests,
  FromExploreWorker,
  ToExploreWorker,
} from '../../../src/protocol/explore/requests.ts';
import type { WorkerLike } from '../../../src/worker/client.ts';
import { ExploreHost } from '../../../src/worker/explore/host.ts';
import { library } from '../../engine/recorded.ts';

export class InProcessWorker implements WorkerLike<ExploreRequests> {
  onmessage: WorkerLike<ExploreRequests>['onmessage'] = null;
  onerror: WorkerLike<ExploreRequests>['onerror'] = null;
  onmessageerror: WorkerLike<ExploreRequests>['onmessageerror'] = null;
  terminated = false;
  /** how often the traces were fetched */
  fetched = 0;
  readonly said: FromExploreWorker[] = [];
  /** every look at the clock takes so long: slices end after a fixed amount of work, on any machine */
  private nowMs = 0;
  private readonly host: ExploreHost;

  constructor(lookMs = 0.5) {
    this.host = new ExploreHost({
      version: 'test',
      now: () => {
        this.nowMs += lookMs;
        return this.nowMs;
      },
      pause: () => new Promise((done) => setImmediate(done)),
      post: (message, transfer) => this.say(structuredClone(message, { transfer })),
      loadLibrary: async () => {
        this.fetched += 1;
        return library;
      },
    });
  }

  postMessage(message: ToExploreWorker): void {
    if (!this.terminated) this.host.handle(structuredClone(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  private say(message: FromExploreWorker): void {
    this.said.push(message);
    if (!this.terminated) this.onmessage?.({ data: message });
  }
}
