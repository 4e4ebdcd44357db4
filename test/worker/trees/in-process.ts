/** The trees' host as a worker without a thread: messages are copied as between threads, time is counted, not measured. */
import type { FromTreesWorker, ToTreesWorker, TreesRequests } from '../../../src/protocol/trees/requests.ts';
import type { WorkerLike } from '../../../src/worker/client.ts';
import { TreesHost } from '../../../src/worker/trees/host.ts';
import { library } from '../../engine/recorded.ts';

export class InProcessWorker implements WorkerLike<TreesRequests> {
  onmessage: WorkerLike<TreesRequests>['onmessage'] = null;
  onerror: WorkerLike<TreesRequests>['onerror'] = null;
  onmessageerror: WorkerLike<TreesRequests>['onmessageerror'] = null;
  terminated = false;
  readonly said: FromTreesWorker[] = [];
  /** every look at the clock takes so long: slices end after a fixed amount of work, on any machine */
  private nowMs = 0;
  private readonly host: TreesHost;

  constructor() {
    this.host = new TreesHost({
      version: 'test',
      now: () => {
        this.nowMs += 0.5;
        return this.nowMs;
      },
      pause: () => new Promise((done) => setImmediate(done)),
      post: (message, transfer) => this.say(structuredClone(message, { transfer })),
      loadLibrary: () => Promise.resolve(library),
    });
  }

  postMessage(message: ToTreesWorker): void {
    if (!this.terminated) this.host.handle(structuredClone(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  private say(message: FromTreesWorker): void {
    this.said.push(message);
    if (!this.terminated) this.onmessage?.({ data: message });
  }
}
