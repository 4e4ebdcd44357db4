/**
 * What a `query-migrate` log tells of the guest's writes: the pages each dirty sync added to those pending, and how long
 * the guest had for them.
 *
 * Pages: what remains grew by, and what was sent meanwhile. Time: QEMU works out ram.dirty-pages-rate at syncs more than
 * a second apart as pages over time, so pages over that rate are the time, exact however seldom the log was written.
 * Where that gives fewer than two spans, the time is from line to line.
 */
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { DirtySpan } from './dirtying-fit.ts';
import type { LogLine } from './migrate-log-lines.ts';

const PAGE_HEADER_BYTES: Bytes = 8;
/** more spans tell no more */
const MOST_SPANS = 60;

/** @returns none where the log shows no dirty sync after the first */
export function dirtySpans(lines: readonly LogLine[], pageBytes: Bytes): DirtySpan[] {
  const steps = syncSteps(lines, pageBytes);
  const byRate = spansOf(steps, ({ rate, rateBefore }) => rate > 0 && rate !== rateBefore);
  const spans = byRate.length > 1 ? byRate : spansOf(steps, () => true);
  const every = Math.ceil(spans.length / MOST_SPANS);
  return spans.filter((_, i) => i % every === 0);
}

/** From one line to the next one with more dirty syncs. */
interface Step {
  readonly ms: Millis;
  readonly syncs: number;
  /** added to those pending */
  readonly pages: Pages;
  readonly pending: Pages;
  readonly rate: number;
  readonly rateBefore: number;
  readonly running: number;
  /** it ends the round that began with the migration */
  readonly first: boolean;
}

function syncSteps(lines: readonly LogLine[], pageBytes: Bytes): Step[] {
  const steps: Step[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.status !== 'active' || line.dirtySyncs === null) break;
    const before = lines[i - 1];
    if (before === undefined) continue;
    const syncs = line.dirtySyncs - (before.dirtySyncs ?? 0);
    if (syncs < 1) continue;
    const sent = pagesBetween(before, line, pageBytes);
    const first = before.dirtySyncs === 1;
    steps.push({
      ms: (before.ms + line.ms) / 2,
      syncs,
      pages: (line.remaining - before.remaining) / pageBytes + sent,
      // what the first pass has left is seldom hot; later all of it is
      pending: first ? 0 : Math.max(0, before.remaining / pageBytes - sent / 2),
      rate: line.dirtyPagesPerSecond ?? 0,
      rateBefore: before.dirtyPagesPerSecond ?? 0,
      running: 1 - (before.throttlePercent ?? 0) / 100,
      first,
    });
  }
  return steps;
}

/** @param ends whether a span ends with this step, or goes on to the next */
function spansOf(steps: readonly Step[], ends: (step: Step) => boolean): DirtySpan[] {
  const spans: DirtySpan[] = [];
  // a log that begins later does not tell when the round under way began
  let sinceMs: Millis | null = steps[0]?.first === true ? 0 : null;
  let pages: Pages = 0;
  let syncs = 0;
  for (const step of steps) {
    pages += step.pages;
    syncs += step.syncs;
    if (!ends(step)) continue;
    const told = step.rate > 0 && step.rate !== step.rateBefore;
    const ms = told ? (pages * 1000) / step.rate : step.ms - (sinceMs ?? step.ms);
    if (sinceMs !== null && ms > 0 && pages >= syncs) {
      spans.push({ ms: ms / syncs, pages: pages / syncs, pending: step.pending, running: step.running });
    }
    sinceMs = step.ms;
    pages = 0;
    syncs = 0;
  }
  return spans;
}

function pagesBetween(before: LogLine, line: LogLine, pageBytes: Bytes): Pages {
  if (before.normalPages === null || line.normalPages === null) {
    return (line.sent - before.sent) / (pageBytes + PAGE_HEADER_BYTES);
  }
  return line.normalPages - before.normalPages + (line.zeroPages ?? 0) - (before.zeroPages ?? 0);
}
