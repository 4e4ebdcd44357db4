/**
 * The transfer against a model of plain sets, under random interleavings of writes and sends: nothing is lost,
 * everything adds up.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_STATE } from '../../../src/base/columns.ts';
import { Transfer } from '../../../src/engine/migration/transfer.ts';

const PAGES = 40;
const page = fc.nat(PAGES - 1);

/** What is done between two borders of rounds: a page to write, or null to send the next one. */
const round = fc.array(fc.option(page, { freq: 2 }), { maxLength: 60, size: 'max' });
const story = fc.record({
  held: fc.array(page, { maxLength: 15 }), // may name a page twice
  untilStop: fc.boolean(),
  rounds: fc.array(round, { minLength: 1, maxLength: 5 }),
});

interface Model {
  version: number[];
  /** version the destination has, −1 = none */
  there: number[];
  dirty: Set<number>;
  toSend: Set<number>;
  written: Set<number>;
}

const all = Array.from({ length: PAGES }, (_, i) => i);
const sorted = (pages: Iterable<number>): number[] => [...pages].sort((a, b) => a - b);

/** Carries out one round on both. A round ends only when all its pages have been sent or skipped. */
function play(transfer: Transfer, model: Model, steps: readonly (number | null)[], mayWrite: boolean): void {
  let [sent, skipped] = [0, 0];
  const sendOne = (): boolean => {
    const skips: number[] = [];
    const next = transfer.nextPage((p) => skips.push(p));
    const left = sorted(model.toSend);
    const wanted = left.find((p) => !model.dirty.has(p)) ?? -1;
    expect(next).toBe(wanted);
    const passed = wanted < 0 ? left : left.filter((p) => p < wanted);
    expect(skips).toEqual(passed);
    for (const p of passed) model.toSend.delete(p);
    skipped += passed.length;
    if (next < 0) return false;
    transfer.send(next, model.version[next] ?? -1);
    model.toSend.delete(next);
    model.there[next] = model.version[next] ?? -1;
    sent += 1;
    return true;
  };
  for (const step of steps) {
    if (step === null) sendOne();
    else if (mayWrite) {
      model.version[step] = (model.version[step] ?? 0) + 1;
      expect(transfer.write(step)).toBe(!model.dirty.has(step));
      model.dirty.add(step);
      model.written.add(step);
    }
    checkCounts(transfer, model);
  }
  while (sendOne()) checkCounts(transfer, model);
  expect([transfer.sentInRound, transfer.skippedInRound]).toEqual([sent, skipped]);
}

function checkCounts(transfer: Transfer, model: Model): void {
  const counted = new Int32Array(transfer.counts.length);
  for (const state of transfer.state) counted[state] = (counted[state] ?? 0) + 1;
  expect(counted).toEqual(transfer.counts);
  expect(counted.reduce((sum, x) => sum + x, 0)).toBe(PAGES);
  const stale = all.filter((p) => model.there[p] !== model.version[p]);
  expect(transfer.remaining).toBe(stale.length);
  expect(stale.every((p) => transfer.state[p] !== PAGE_STATE.arrived)).toBe(true);
  expect(transfer.dirtiedInRound).toBe(model.dirty.size);
  expect(transfer.dirtiedDistinct).toBe(model.written.size);
}

test('no write is lost, whatever comes between what', () => {
  fc.assert(
    fc.property(story, ({ held, untilStop, rounds }) => {
      const transfer = new Transfer(PAGES);
      const model: Model = {
        version: all.map(() => 0),
        there: all.map(() => -1),
        dirty: new Set(),
        toSend: new Set(),
        written: new Set(),
      };
      const heldSet = new Set(held);
      transfer.hold(Int32Array.from(held), untilStop);
      expect(transfer.heldPages).toBe(heldSet.size);
      rounds.forEach((steps, i) => {
        transfer.beginRound();
        const dirty = sorted(model.dirty);
        if (i === 0) model.toSend = new Set(all.filter((p) => !heldSet.has(p)));
        else if (untilStop) model.toSend = new Set(dirty.filter((p) => !heldSet.has(p)));
        else model.toSend = new Set(i === 1 ? [...dirty, ...heldSet] : dirty);
        model.dirty.clear();
        expect([transfer.round, transfer.listed]).toEqual([i + 1, model.toSend.size]);
        play(transfer, model, steps, true);
      });
      // The VM is paused: what the destination lacks goes, each page once.
      const missing = all.filter((p) => model.there[p] !== model.version[p]);
      transfer.beginLastCopy();
      model.toSend = new Set(missing);
      model.dirty.clear();
      expect(transfer.listed).toBe(missing.length);
      const before = transfer.totalSent;
      play(transfer, model, [], false);
      expect(transfer.totalSent - before).toBe(missing.length);
      expect(transfer.remaining).toBe(0);
      for (const p of all) expect(transfer.destination[p]).toBe((model.version[p] ?? 0) + 1);
      expect(transfer.heldWritten).toBe([...heldSet].filter((p) => model.written.has(p)).length);
    }),
    { seed: 20_100_501, numRuns: 200 },
  );
});

test('no write is lost when the dirty log is read at any time and pages go in a circle', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: page },
    { weight: 6, arbitrary: fc.constant('send' as const) },
    { weight: 1, arbitrary: fc.constant('read' as const) },
  );
  const held = fc.array(page, { maxLength: 15 });
  fc.assert(
    fc.property(
      held,
      fc.boolean(),
      fc.array(step, { maxLength: 200, size: 'max' }),
      (pages, untilStop, steps) => {
        const transfer = new Transfer(PAGES);
        transfer.hold(Int32Array.from(pages), untilStop);
        const version = all.map(() => 0);
        const dirty = new Set<number>();
        const listed = new Set(all.filter((p) => !pages.includes(p)));
        let last = -1;
        let read = false;
        transfer.beginRound();
        for (const s of steps) {
          if (s === 'send') {
            const next = transfer.nextInCircle();
            const left = sorted(listed);
            expect(next).toBe(left.find((p) => p > last) ?? left[0] ?? -1);
            if (next < 0) continue;
            transfer.send(next, version[next] ?? -1);
            listed.delete(next);
            last = next;
          } else if (s === 'read') {
            transfer.readDirtyLog();
            for (const p of read || untilStop ? dirty : [...dirty, ...pages]) {
              if (!(untilStop && pages.includes(p))) listed.add(p);
            }
            dirty.clear();
            read = true;
          } else {
            version[s] = (version[s] ?? 0) + 1;
            transfer.write(s);
            dirty.add(s);
          }
          expect(transfer.listedLeft).toBe(listed.size);
        }
        transfer.beginLastCopy();
        for (let p = transfer.nextPage(null); p >= 0; p = transfer.nextPage(null))
          transfer.send(p, version[p] ?? -1);
        for (const p of all) expect(transfer.destination[p]).toBe((version[p] ?? 0) + 1);
      },
    ),
    { seed: 20_100_501, numRuns: 200 },
  );
});

describe('held pages', () => {
  const finishRound = (transfer: Transfer): number[] => {
    const sent: number[] = [];
    for (let p = transfer.nextPage(null); p >= 0; p = transfer.nextPage(null)) {
      transfer.send(p, 0);
      sent.push(p);
    }
    return sent;
  };

  test('round-1: stay out of round 1, join round 2 whether written or not', () => {
    const transfer = new Transfer(6);
    transfer.hold(Int32Array.of(4, 1, 4), false);
    transfer.beginRound();
    expect(finishRound(transfer)).toEqual([0, 2, 3, 5]);
    expect(transfer.state[1]).toBe(PAGE_STATE.heldBack);
    transfer.beginRound();
    expect(finishRound(transfer)).toEqual([1, 4]);
    transfer.beginRound();
    expect(finishRound(transfer)).toEqual([]);
    expect(transfer.remaining).toBe(0);
  });

  test('until-stop: go with the last copy only', () => {
    const transfer = new Transfer(6);
    transfer.hold(Int32Array.of(4, 1), true);
    transfer.beginRound();
    finishRound(transfer);
    transfer.write(1);
    transfer.write(2);
    transfer.beginRound();
    expect(finishRound(transfer)).toEqual([2]);
    transfer.beginRound();
    expect(finishRound(transfer)).toEqual([]);
    transfer.beginLastCopy();
    expect(finishRound(transfer)).toEqual([1, 4]);
  });

  test('those written while the VM was live are the hits of the prediction, each once, sent by then or not', () => {
    const transfer = new Transfer(6);
    transfer.hold(Int32Array.of(0, 1, 2), false);
    transfer.beginRound();
    for (const p of [0, 0, 5]) transfer.write(p);
    finishRound(transfer);
    expect(transfer.heldWritten).toBe(1);
    transfer.beginRound();
    finishRound(transfer);
    transfer.write(1);
    transfer.write(0);
    expect(transfer.heldWritten).toBe(2);
    expect(transfer.isHeld(1) && !transfer.isHeld(5)).toBe(true);
  });
});
