import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashState } from '../../../src/base/clone.ts';
import { heapPop, heapPush } from '../../../src/base/heap.ts';
import { EventQueue, type QueuedEvent } from '../../../src/engine/kernel/event-queue.ts';

const SEED = { seed: 20_100_501, numRuns: 300 };

interface Named extends QueuedEvent {
  readonly name: number;
}

/** The order meant: time, then priority, then the order of arrival. */
const inOrder = (a: Named, b: Named): number =>
  a.time - b.time || a.priority - b.priority || a.sequence - b.sequence;

test('a heap gives back what was put in, smallest first', () => {
  const before = (a: number, b: number): boolean => a < b;
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(50)), { maxLength: 120, size: 'max' }), (steps) => {
      const heap: number[] = [];
      const model: number[] = [];
      // a number is put in, null takes one out
      for (const x of steps) {
        if (x === null) {
          expect(heapPop(heap, before)).toBe(model.shift());
        } else {
          heapPush(heap, x, before);
          model.push(x);
          model.sort((a, b) => a - b);
        }
        expect(heap.length).toBe(model.length);
      }
      while (model.length > 0) expect(heapPop(heap, before)).toBe(model.shift());
    }),
    SEED,
  );
});

const times = fc.nat(6); // few, so that many are equal
const step = fc.oneof(
  fc.record({ kind: fc.constant('push' as const), time: times, priority: fc.nat(2) }),
  fc.record({ kind: fc.constant('pop' as const) }),
  fc.record({ kind: fc.constant('putBack' as const), later: times }),
);

test('events come in the order of time, priority and arrival; one put back keeps its place among its equals', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
      const queue = new EventQueue<Named>();
      const model: Named[] = [];
      let arrived = 0;
      for (const s of steps) {
        if (s.kind === 'push') {
          const event = { time: s.time, priority: s.priority, sequence: -1, name: arrived };
          queue.push(event);
          model.push({ ...event, sequence: arrived });
          arrived += 1;
        } else {
          model.sort(inOrder);
          const wanted = model.shift();
          expect(queue.nextTime).toBe(wanted?.time ?? Number.POSITIVE_INFINITY);
          const event = queue.pop();
          expect(event).toEqual(wanted);
          if (s.kind === 'putBack' && event !== undefined && wanted !== undefined) {
            const time = event.time + s.later;
            queue.putBack(event, time);
            model.push({ ...wanted, time });
          }
        }
        expect(queue.length).toBe(model.length);
      }
      model.sort(inOrder);
      expect(Array.from({ length: model.length }, () => queue.pop())).toEqual(model);
      expect(queue.pop()).toBeUndefined();
    }),
    SEED,
  );
});

test('a queue hashes by what it holds, not by how its heap lies', () => {
  const event = (time: number): Named => ({ time, priority: 0, sequence: 0, name: time });
  const rising = new EventQueue<Named>();
  for (const time of [1, 2, 3, 4]) rising.push(event(time));
  const before = hashState(rising);
  const top = rising.pop();
  if (top === undefined) throw new Error('The queue is empty.');
  rising.putBack(top, 1);
  expect(hashState(rising)).toBe(before);
  rising.pop();
  expect(hashState(rising)).not.toBe(before);
});
