import { fc, test as property } from '@fast-check/vitest';
import { beforeEach, describe, expect, test } from 'vitest';
import { MOVE, MOVE_PHASE, MOVE_STATE, MOVE_STATE_COUNT } from '../../../src/base/columns.ts';
import type { MoveMomentReply, SideMomentReply } from '../../../src/protocol/migration/moment.ts';
import type { MigrationRequests, OpenedMove } from '../../../src/protocol/migration/requests.ts';
import { WorkerClient } from '../../../src/worker/client.ts';
import { InProcessWorker } from './in-process.ts';
import { endOf, momentAt, openMove, smallLab, smallSpec } from './small.ts';

let client: WorkerClient<MigrationRequests>;
let opened: OpenedMove;

beforeEach(async () => {
  client = new WorkerClient<MigrationRequests>({ create: () => new InProcessWorker(), onDeath: () => {} });
  opened = await openMove(client, smallLab());
  return () => client.close();
});

async function moment(atMs: number, have: number | null = null, of = opened): Promise<MoveMomentReply> {
  const reply = await client.frame(momentAt(of.moveKey, atMs, have));
  if (reply === null) throw new Error('The moment was not answered.');
  return reply;
}

/** What the page does with an answer. */
function taken(side: SideMomentReply, before: Uint8Array | undefined): Uint8Array {
  if (side.states !== null) return side.states;
  if (before === undefined) throw new Error('Changes came, but to nothing.');
  const states = before.slice();
  side.changedPages.forEach((page, i) => {
    states[page] = side.changedStates[i] ?? 255;
  });
  return states;
}

const countsOf = (states: Uint8Array): number[] => {
  const counts = new Array<number>(MOVE_STATE_COUNT).fill(0);
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

property.prop([fc.array(fc.double({ min: 0, max: 1.1, noNaN: true }), { minLength: 1, maxLength: 12 })], {
  seed: 4,
  numRuns: 40,
})('a moment is the same from wherever it is reached, in changes or whole', async (shares) => {
  const end = endOf(opened);
  let have: number | null = null;
  let pages: Uint8Array[] = [];
  for (const share of shares) {
    const reply: MoveMomentReply = await moment(share * end, have);
    pages = reply.sides.map((side, i) => taken(side, pages[i]));
    for (const [i, { counts }] of reply.sides.entries()) {
      expect([...counts]).toEqual(countsOf(pages[i] ?? new Uint8Array(0)));
    }
    have = reply.atMs;
  }
  const straight = await moment(have ?? 0);
  expect(straight.sides.map(({ states }) => states)).toEqual(pages);
});

describe('what is sent', () => {
  test('changes to the moment the page holds, whole states otherwise', async () => {
    const first = await moment(50);
    expect(first.sides.map(({ states }) => states?.length)).toEqual([4096, 4096]);
    const next = await moment(52, 50);
    for (const { states, changedPages, changedStates } of next.sides) {
      expect(states).toBeNull();
      expect(changedPages.length).toBeGreaterThan(0);
      expect(changedStates).toHaveLength(changedPages.length);
    }
    // It holds 50 no more: these are not the changes it would need.
    expect((await moment(53, 50)).sides[0]?.states).not.toBeNull();
    expect((await moment(54)).sides[0]?.states).not.toBeNull();
  });

  test('whole states where most of them changed', async () => {
    await moment(0);
    const far = await moment(endOf(opened), 0);
    expect(far.sides.map(({ states }) => states?.length)).toEqual([4096, 4096]);
  });

  test('the figures of the last sample at or before the moment, with the moment’s own time', async () => {
    const { sides } = await moment(100.5);
    for (const [i, { values }] of sides.entries()) {
      const side = opened.sides[i];
      expect(values[MOVE.ms]).toBe(100.5);
      const rows = Array.from({ length: side?.rows ?? 0 }, (_, row) =>
        side?.series.subarray(row * values.length, (row + 1) * values.length),
      );
      const last = rows.filter((row) => (row?.[MOVE.ms] ?? 0) <= 100.5).at(-1);
      expect(values[MOVE.bytesSent]).toBe(last?.[MOVE.bytesSent]);
    }
  });
});

test('pages left and pages held back are those of the states, not of the sample before', async () => {
  const held = await openMove(client, smallLab({ kind: 'working-set-pre-copy', workingSetPages: 300 }));
  const { toSend, writtenAgain, heldBack } = MOVE_STATE;
  for (let ms = 1; ms < endOf(held); ms += 3.7) {
    for (const { counts, values } of (await moment(ms, null, held)).sides) {
      if ((values[MOVE.phase] ?? 0) >= MOVE_PHASE.completed) continue;
      const of = (state: number): number => counts[state] ?? 0;
      expect(values[MOVE.remainingPages]).toBe(of(toSend) + of(writtenAgain) + of(heldBack));
      expect(values[MOVE.heldPages]).toBe(of(heldBack));
    }
  }
});

test('a side that is over stays as it ended while the other goes on', async () => {
  const [a, b] = opened.sides;
  const shorter = (a?.endMs ?? 0) < (b?.endMs ?? 0) ? 0 : 1;
  const ended = Math.min(a?.endMs ?? 0, b?.endMs ?? 0);
  expect(endOf(opened)).toBeGreaterThan(ended);
  const atEnd = await moment(ended);
  const later = await moment(endOf(opened));
  const [was, is] = [atEnd.sides[shorter], later.sides[shorter]];
  expect(is?.states).toEqual(was?.states);
  expect(is?.values.slice(1)).toEqual(was?.values.slice(1));
  expect(is?.values[MOVE.phase]).toBe(MOVE_PHASE.completed);
});

test('at the end every page is at the destination', async () => {
  const { sides } = await moment(Number.MAX_VALUE);
  for (const { counts } of sides) {
    expect((counts[MOVE_STATE.arrived] ?? 0) + (counts[MOVE_STATE.fetched] ?? 0)).toBe(4096);
  }
});

test('two labs with a side in common do not disturb each other', async () => {
  await moment(60);
  const other = await openMove(client, smallLab({ kind: 'hybrid' }));
  await moment(20, null, other);
  const on = await moment(62, 60);
  const whole = await moment(62);
  // Their common side stood at 20 ms, so changes since 60 ms would have been wrong.
  expect(on.sides[0]?.states).toEqual(whole.sides[0]?.states);
  expect(other.moveKey).not.toBe(opened.moveKey);
});

test('a fault changes nothing of what came before it', async () => {
  const before = await moment(80);
  const broken = await openMove(
    client,
    smallLab({ kind: 'post-copy' }, { link: { ...smallSpec.link, outages: [{ fromMs: 80, toMs: 200 }] } }),
  );
  const after = await moment(80, null, broken);
  expect(after.sides.map(({ states }) => states)).toEqual(before.sides.map(({ states }) => states));
  expect(after.sides.map(({ values }) => values[MOVE.bytesSent])).toEqual(
    before.sides.map(({ values }) => values[MOVE.bytesSent]),
  );
  expect(endOf(broken)).toBeGreaterThan(endOf(opened) + 100);
});
