/** The migration host as a worker without a thread: messages are copied as between threads, time is counted, not measured. */
import { readFileSync } from 'node:fs';
import type { MeasuredRun } from '../../../src/engine/experiments/measured-runs.ts';
import type {
  FromMigrationWorker,
  MigrationRequests,
  ToMigrationWorker,
} from '../../../src/protocol/migration/requests.ts';
import type { WorkerLike } from '../../../src/worker/client.ts';
import { MigrationHost } from '../../../src/worker/migration/host.ts';
import { library } from '../../engine/recorded.ts';

const MEASURED = new URL('../../../public/evidence/qemu-migrations.json', import.meta.url);

export class InProcessWorker implements WorkerLike<MigrationRequests> {
  onmessage: WorkerLike<MigrationRequests>['onmessage'] = null;
  onerror: WorkerLike<MigrationRequests>['onerror'] = null;
  onmessageerror: WorkerLike<MigrationRequests>['onmessageerror'] = null;
  terminated = false;
  readonly said: FromMigrationWorker[] = [];
  /** every look at the clock takes so long: slices end after a fixed amount of work, on any machine */
  private nowMs = 0;
  private readonly host: MigrationHost;

  constructor(lookMs = 0.5) {
    this.host = new MigrationHost({
      version: 'test',
      now: () => {
        this.nowMs += lookMs;
        return this.nowMs;
      },
      pause: () => new Promise((done) => setImmediate(done)),
      post: (message, transfer) => this.say(structuredClone(message, { transfer })),
      loadLibrary: () => Promise.resolve(library),
      loadClaimedSpeed: () => Promise.resolve({ machine: 'here', rows: [], hash: '' }),
      loadMeasured: () => Promise.resolve(JSON.parse(readFileSync(MEASURED, 'utf8')) as MeasuredRun[]),
    });
  }

  postMessage(message: ToMigrationWorker): void {
    if (!this.terminated) this.host.handle(structuredClone(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  private say(message: FromMigrationWorker): void {
    this.said.push(message);
    if (!this.terminated) this.onmessage?.({ data: message });
  }
}
