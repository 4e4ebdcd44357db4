/** A worker whose answers the test gives by hand, or by a function. */
import type { FromWorker, ToWorker } from '../../src/protocol/requests.ts';
import type { WorkerLike } from '../../src/worker/client.ts';

export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  terminated = false;
  readonly posted: ToWorker[] = [];
  readonly #answer: ((message: ToWorker) => FromWorker | null) | null;

  constructor(answer: ((message: ToWorker) => FromWorker | null) | null = null) {
    this.#answer = answer;
  }

  postMessage(message: ToWorker): void {
    this.posted.push(message);
    const reply = this.#answer?.(message) ?? null;
    if (reply) queueMicrotask(() => this.say(reply));
  }

  say(message: FromWorker): void {
    if (!this.terminated) this.onmessage?.({ data: message });
  }

  terminate(): void {
    this.terminated = true;
  }
}
