/** What is so from when to when, from looks at single moments: equal entries at successive looks are one span. */
import type { Micros } from '../../base/units.ts';

type Span<T> = T & { readonly fromUs: Micros; readonly toUs: Micros };

export class SpanBook<T extends object> {
  private readonly ended: Span<T>[] = [];
  private readonly open = new Map<string, { readonly fromUs: Micros; readonly entry: T }>();

  /** @param entries all that is so now; what is no longer among them has ended */
  note(nowUs: Micros, entries: readonly T[]): void {
    const keys = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
    for (const [key, span] of this.open) {
      if (keys.has(key)) continue;
      this.ended.push({ ...span.entry, fromUs: span.fromUs, toUs: nowUs });
      this.open.delete(key);
    }
    for (const [key, entry] of keys) if (!this.open.has(key)) this.open.set(key, { fromUs: nowUs, entry });
  }

  /** All spans in order of their beginning; those still open end now. */
  close(nowUs: Micros): Span<T>[] {
    this.note(nowUs, []);
    return this.ended.toSorted((a, b) => a.fromUs - b.fromUs);
  }
}
