/**
 * Events in the order (time, priority, sequence). Events are plain data; what they mean is the simulation's business.
 *
 * A *continuing* event (a stream of pages, a stream of references) handles as many of its occurrences as fit before
 * the next other event and is then put back. It keeps its sequence number, so how far a caller
 * advances at a time never changes any order.
 */

import type { Digest } from '../../base/clone.ts';
import { heapPop, heapPush } from '../../base/heap.ts';
import type { Micros } from '../../base/units.ts';

export interface QueuedEvent {
  time: Micros;
  /** lower goes first at the same time */
  readonly priority: number;
  sequence: number;
}

function before(a: QueuedEvent, b: QueuedEvent): boolean {
  if (a.time !== b.time) return a.time < b.time;
  if (a.priority !== b.priority) return a.priority < b.priority;
  return a.sequence < b.sequence;
}

export class EventQueue<E extends QueuedEvent> {
  private heap: E[] = [];
  private nextSequence = 0;

  get length(): number {
    return this.heap.length;
  }

  push(event: E): void {
    event.sequence = this.nextSequence;
    this.nextSequence += 1;
    heapPush(this.heap, event, before);
  }

  peek(): E | undefined {
    return this.heap[0];
  }

  pop(): E | undefined {
    return heapPop(this.heap, before);
  }

  /** Puts a popped event back at a new time, in its old place among its equals. */
  putBack(event: E, time: Micros): void {
    event.time = time;
    heapPush(this.heap, event, before);
  }

  /** The time of the earliest event, Infinity where there is none. */
  get nextTime(): Micros {
    const top = this.heap[0];
    return top === undefined ? Number.POSITIVE_INFINITY : top.time;
  }

  /** A heap's layout depends on its past; its contents in order do not. */
  hashInto(digest: Digest): void {
    for (const event of [...this.heap].sort((a, b) => (before(a, b) ? -1 : 1))) digest.add(event);
  }
}
