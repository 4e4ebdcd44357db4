/** How often each key was asked for up to an operation, as the app counts it beside trees that keep no counts. */
import type { Operations } from './operations.ts';

export class Hits {
  /** every key of the operations once, ascending */
  readonly keys: Int32Array;
  private readonly counts: Int32Array;
  private readonly places: Int32Array;
  private at = 0;
  private readonly operations: Operations;

  constructor(operations: Operations) {
    this.operations = operations;
    const sorted = operations.keys.slice(0, operations.count).sort();
    let distinct = 0;
    for (let i = 0; i < sorted.length; i += 1)
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i] as number;
    this.keys = sorted.slice(0, distinct);
    this.counts = new Int32Array(distinct);
    this.places = operations.keys.slice(0, operations.count).map((key) => this.placeOf(key));
  }

  /** Counts the first `count` operations, whatever was counted before. Deletions ask for nothing. */
  moveTo(count: number): void {
    while (this.at < count) {
      this.add(this.at, 1);
      this.at += 1;
    }
    while (this.at > count) {
      this.at -= 1;
      this.add(this.at, -1);
    }
  }

  /** Accesses to a key among the operations counted; 0 for keys never asked for. */
  of(key: number): number {
    const place = this.placeOf(key);
    return place < 0 ? 0 : (this.counts[place] as number);
  }

  private add(operation: number, amount: number): void {
    if (this.operations.kinds[operation] === DELETE) return;
    const place = this.places[operation] as number;
    this.counts[place] = (this.counts[place] as number) + amount;
  }

  private placeOf(key: number): number {
    let low = 0;
    let high = this.keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = this.keys[middle] as number;
      if (there === key) return middle;
      if (there < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/** Place of `delete` in OPERATIONS. */
const DELETE = 3;
