/**
 * Events in the order (time, priority, sequence). Events are plain data; what they mean is the simulation's business.
 *
 * A *continuing* event (a stream of pages, a stream of references) handles as many of its occurrences as fit before
 * the next other event and is then moved with `moveTop`. It keeps its sequence number, so how far a caller
 * advances at a time never changes any order.
 */

import type { Digest } from '../../base/clone.ts';
import { heapPop, heapPush, heapReplaceTop } from '../../base/heap.ts';
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

  /** Moves the earliest event to a later time without giving it a new place among its equals. */
  moveTop(time: Micros): void {
    const top = this.heap[0];
    if (top === undefined) return;
    top.time = time;
    heapReplaceTop(this.heap, top, before);
  }

  /** A heap's layout depends on its past; its contents in order do not. */
  hashInto(digest: Digest): void {
    for (const event of [...this.heap].sort((a, b) => (before(a, b) ? -1 : 1))) digest.add(event);
  }

  /** The time of the earliest event but the top one: how far the top event may run on by itself. */
  timeAfterTop(): Micros {
    const left = this.heap[1];
    const right = this.heap[2];
    const leftTime = left === undefined ? Number.POSITIVE_INFINITY : left.time;
    const rightTime = right === undefined ? Number.POSITIVE_INFINITY : right.time;
    return leftTime < rightTime ? leftTime : rightTime;
  }
}
