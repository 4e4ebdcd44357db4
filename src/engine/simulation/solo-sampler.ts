/**
 * Rows of a fixed width at even distances of time, however long it lasts: when the table is full every other row goes
 * and the distance doubles, so from a quarter to all of the room is used. Rows of turning points stay, as long as they
 * leave half of the room to the others.
 */
import type { Millis } from '../../base/units.ts';

export class Sampler {
  rows = 0;
  /** when the next row is due */
  dueMs: Millis = 0;
  private readonly width: number;
  private readonly most: number;
  private readonly table: Float64Array;
  private everyMs: Millis;
  /** 1 = a turning point's */
  private readonly turning: Uint8Array;

  /** @param most rows it may hold, even @param everyMs distance it begins with */
  constructor(width: number, most: number, everyMs: Millis) {
    this.width = width;
    this.most = most;
    this.everyMs = everyMs;
    this.table = new Float64Array(width * most);
    this.turning = new Uint8Array(most);
  }

  /** @param row its first column is the time, never before that of the row before @param turning it is to stay */
  add(row: Float64Array, turning = false): void {
    const ms = row[0] as number;
    if (this.rows === this.most) this.thin();
    // Of several rows at one moment the last counts.
    const replaces = this.rows > 0 && this.table[(this.rows - 1) * this.width] === ms;
    if (replaces) this.rows -= 1;
    this.table.set(row, this.rows * this.width);
    const stays = turning || (replaces && this.turning[this.rows] === 1);
    this.turning[this.rows] = stays ? 1 : 0;
    this.rows += 1;
    this.dueMs = ms + this.everyMs;
  }

  columns(): Float64Array {
    return this.table.slice(0, this.rows * this.width);
  }

  private thin(): void {
    const { table, turning, width } = this;
    let turns = 0;
    for (let i = 0; i < this.rows; i += 1) turns += turning[i] as number;
    const mayStay = turns <= this.most >> 1;
    let kept = 1;
    // The first row stays, and so does the order; the last one is followed by the row that asked for room.
    for (let i = 1; i < this.rows; i += 1) {
      if (i % 2 === 1 && !(mayStay && turning[i] === 1)) continue;
      table.copyWithin(kept * width, i * width, (i + 1) * width);
      turning[kept] = turning[i] as number;
      kept += 1;
    }
    this.rows = kept;
    this.everyMs *= 2;
  }
}
