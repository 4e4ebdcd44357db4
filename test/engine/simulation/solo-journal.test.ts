/** What the journal of a single migration tells, against the migration itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOVE, MOVE_PHASE, MOVE_STATE, MOVE_WIDTH } from '../../../src/base/columns.ts';
import { migrateSolo, migrateSoloSteps, type SoloResult } from '../../../src/engine/simulation/solo.ts';
import { SoloJournal } from '../../../src/engine/simulation/solo-journal.ts';
import { PageCursor } from '../../../src/engine/simulation/solo-page-cursor.ts';
import { PageLog } from '../../../src/engine/simulation/solo-page-log.ts';
import { Sampler } from '../../../src/engine/simulation/solo-sampler.ts';
import type { SoloSpec } from '../../../src/engine/simulation/solo-spec.ts';
import { library } from '../recorded.ts';
import type { Part } from './runs.ts';
import { PAGES, specOf, specs } from './solo-specs.ts';

function journaled(spec: SoloSpec): { journal: SoloJournal; result: SoloResult } {
  const journal = new SoloJournal();
  const steps = migrateSoloSteps(spec, library, journal);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return { journal, result: value };
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const rowsOf = (table: Float64Array): Float64Array[] =>
  Array.from({ length: table.length / MOVE_WIDTH }, (_, i) =>
    table.subarray(i * MOVE_WIDTH, (i + 1) * MOVE_WIDTH),
  );
const at = (row: Float64Array | undefined, column: number): number => row?.[column] as number;

test('watching changes nothing, and what was watched agrees with the result', () => {
  fc.assert(
    fc.property(specs, (part) => {
      const spec = specOf(part as Part<SoloSpec>);
      const { journal, result } = journaled(spec);
      expect(result).toEqual(migrateSolo(spec, library));
      expect(journal.endMs).toBe(result.totalTimeMs);

      const rows = rowsOf(journal.series);
      expect(rows.length).toBe(journal.rows);
      expect(at(rows[0], MOVE.ms)).toBe(0);
      const last = rows.at(-1);
      expect(at(last, MOVE.bytesSent)).toBe(result.bytesSent);
      expect(at(last, MOVE.pagesSent)).toBe(result.pagesSent);
      expect(at(last, MOVE.pageWrites)).toBe(result.pageWrites);
      expect(at(last, MOVE.heldWritten)).toBe(result.heldPagesWritten);
      expect(at(last, MOVE.faults)).toBe(result.postCopy?.faults ?? 0);
      const phases = {
        completed: MOVE_PHASE.completed,
        'not-converged': MOVE_PHASE.aborted,
        aborted: MOVE_PHASE.aborted,
        'vm-lost': MOVE_PHASE.lost,
      };
      expect(at(last, MOVE.phase)).toBe(phases[result.outcome]);

      const capacity = (spec.link.bandwidthBytesPerSecond * (1 - spec.link.competingShare)) / 1000;
      for (const table of [rows, rowsOf(journal.pause)]) {
        for (const [i, row] of table.entries()) {
          const before = table[i - 1];
          if (before === undefined) continue;
          const spanMs = at(row, MOVE.ms) - at(before, MOVE.ms);
          expect(spanMs).toBeGreaterThan(0);
          for (const column of [
            MOVE.bytesSent,
            MOVE.pagesSent,
            MOVE.pageWrites,
            MOVE.faults,
            MOVE.stalledMs,
          ]) {
            expect(at(row, column)).toBeGreaterThanOrEqual(at(before, column) - 1e-9);
          }
          // A page on its way when the span begins is counted when it has left.
          const sent = at(row, MOVE.bytesSent) - at(before, MOVE.bytesSent);
          expect(sent).toBeLessThanOrEqual(capacity * spanMs + 30 * 4104);
        }
      }

      const downtimeMs = (journal.resumedMs ?? journal.endMs) - (journal.suspendedMs ?? journal.endMs);
      expect(downtimeMs).toBeCloseTo(result.downtimeMs, 2);
      const turns = journal.turns.map(({ ms }) => ms);
      expect(turns).toEqual(turns.toSorted((a, b) => a - b));
      const rounds = journal.turns.filter(({ kind }) => kind === 'round');
      expect(rounds.map(({ ms }) => ms)).toEqual(result.rounds.map(({ startMs }) => startMs));
    }),
    { seed: 4_2026, numRuns: 60 },
  );
});

test('a moment is the same from wherever it is reached, and the end is what arrived', () => {
  fc.assert(
    fc.property(specs, fc.array(fc.nat(1000), { minLength: 2, maxLength: 12 }), (part, moments) => {
      const { journal, result } = journaled(specOf(part as Part<SoloSpec>));
      const walked = journal.cursor();
      for (const moment of moments) {
        const ms = (journal.endMs * moment) / 1000;
        const before = walked.states.slice();
        walked.seek(ms);
        const fresh = journal.cursor();
        fresh.seek(ms);
        expect(same(walked.states, fresh.states)).toBe(true);
        expect(walked.counts).toEqual(fresh.counts);
        const touched = new Set(walked.changed.subarray(0, walked.changedCount));
        expect(touched.size).toBe(walked.changedCount);
        const others = walked.states.filter((_, page) => !touched.has(page));
        expect(
          same(
            others,
            before.filter((_, page) => !touched.has(page)),
          ),
        ).toBe(true);
        expect(walked.counts.reduce((sum, count) => sum + count)).toBe(PAGES);
      }
      walked.seek(journal.endMs);
      const { arrived, fetched, lost } = MOVE_STATE;
      const there = (walked.counts[arrived] as number) + (walked.counts[fetched] as number);
      if (result.outcome === 'completed') expect(there).toBe(PAGES);
      expect(walked.counts[lost]).toBe(result.lost?.pages ?? 0);
      if (result.postCopy !== null && result.outcome === 'completed') {
        expect(walked.counts[fetched]).toBe(result.postCopy.requests);
      }
    }),
    { seed: 11, numRuns: 50 },
  );
});

test('while the link is down the wait for a page grows from row to row', () => {
  const { journal } = journaled(
    specOf({
      link: { outages: [{ fromMs: 20, toMs: 520 }] },
      strategy: { kind: 'post-copy' },
    } as Part<SoloSpec>),
  );
  const stalledAt = (ms: number): number => {
    const row = new Float64Array(MOVE_WIDTH);
    journal.rowAt(ms, row);
    return at(row, MOVE.stalledMs);
  };
  expect(stalledAt(500) - stalledAt(300)).toBeGreaterThan(195);
  expect(stalledAt(500) - stalledAt(300)).toBeLessThan(205);
});

test('a page tells its story: sent, written again, sent', () => {
  const { journal } = journaled(specOf({ vm: { workload: { hotSetMiB: 1, writesPerSecond: 2000 } } }));
  let page = 0;
  while (journal.storyOf(page, journal.endMs, 9).events.length < 3) page += 1;
  const { events, earlier } = journal.storyOf(page, journal.endMs, 100);
  expect(earlier).toBe(0);
  expect(events.map(({ state }) => state).slice(0, 2)).toEqual([MOVE_STATE.arrived, MOVE_STATE.writtenAgain]);
  expect(events.at(-1)?.state).toBe(MOVE_STATE.arrived);
  expect(events.map(({ round }) => round)).toEqual(
    events.map(({ round }) => round).toSorted((a, b) => a - b),
  );
  const short = journal.storyOf(page, journal.endMs, 1);
  expect(short).toEqual({ events: events.slice(-1), earlier: events.length - 1 });
  const [first] = events;
  expect(journal.storyOf(page, (first?.ms ?? 0) - 0.001, 100).events).toEqual([]);
  expect(journal.storyOf(page, first?.ms ?? 0, 100).events).toEqual([first]);
});

describe('the page log', () => {
  const changes = fc.array(fc.record({ page: fc.nat(19), state: fc.nat(6) }), { maxLength: 400 });

  test('grown too long it keeps net changes only: fewer entries, the same end', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const exact = new PageLog(20, list.length + 1);
        const short = new PageLog(20, list.length + 1, { exact: 50, net: 160, marks: 1000 });
        for (const [ms, { page, state }] of list.entries()) {
          exact.note(ms, page, state);
          short.note(ms, page, state);
        }
        exact.finish(list.length);
        short.finish(list.length);
        const [a, b] = [new PageCursor(exact), new PageCursor(short)];
        a.seek(list.length);
        b.seek(list.length);
        expect(b.states).toEqual(a.states);
        expect(a.states).toEqual(exact.states);
        expect(short.length).toBeLessThanOrEqual(Math.min(exact.length, 50 + 160 + 20));
        a.seek(20);
        b.seek(20);
        expect(b.states).toEqual(a.states);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('from states that were kept on the way one comes to the same moment as step by step', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.nat(400), { maxLength: 20 }), fc.boolean(), (list, moments, long) => {
        const exact = long ? 100 : 1000;
        const plain = new PageLog(20, 401, { exact, net: 160, marks: 1e9 });
        const marked = new PageLog(20, 401, { exact, net: 160, marks: 1 });
        for (const log of [plain, marked]) {
          for (const [ms, { page, state }] of list.entries()) log.note(ms, page, state);
          log.finish(list.length);
        }
        expect(plain.marks).toEqual([]);
        if (!long) expect(marked.marks).toHaveLength(Math.floor(marked.length / 20));
        const [walked, jumped] = [new PageCursor(plain), new PageCursor(marked)];
        let before = jumped.states.slice();
        for (const ms of moments) {
          walked.seek(ms);
          jumped.seek(ms);
          expect([jumped.states, jumped.counts]).toEqual([walked.states, walked.counts]);
          // Whoever applies the changes to what they had has it all, each page once.
          const changed = [...jumped.changed.subarray(0, jumped.changedCount)];
          expect(new Set(changed).size).toBe(changed.length);
          for (const page of changed) before[page] = jumped.states[page] as number;
          expect(before).toEqual(jumped.states);
          before = jumped.states.slice();
        }
      }),
      { seed: 21, numRuns: 200 },
    );
  });
});

test('a sampler that is full keeps every other row, the first and the last', () => {
  const sampler = new Sampler(2, 8, 1);
  for (let ms = 0; ms < 100; ms += 1) {
    if (ms >= sampler.dueMs) sampler.add(Float64Array.of(ms, 10 * ms));
  }
  const rows = sampler.columns();
  expect(sampler.rows).toBeGreaterThan(3);
  expect(sampler.rows).toBeLessThanOrEqual(8);
  expect(rows[0]).toBe(0);
  for (let i = 0; i < rows.length; i += 2) expect(rows[i + 1]).toBe(10 * (rows[i] as number));
  const times = rows.filter((_, i) => i % 2 === 0);
  expect([...times]).toEqual([...times].toSorted((a, b) => a - b));
});
