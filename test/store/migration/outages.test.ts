import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { merged, restored } from '../../../src/store/migration/faults.ts';

type Outages = readonly { fromMs: number; toMs: number }[];

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }))
    .map(([fromMs, forMs]) => ({ fromMs, toMs: fromMs + forMs })),
  { maxLength: 8 },
);
const moments = Array.from({ length: 140 }, (_, ms) => ms);
const isDown = (list: Outages, ms: number): boolean =>
  list.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
/** when the link is down, moment by moment */
const picture = (list: Outages): boolean[] => moments.map((ms) => isDown(list, ms));

property.prop([spans], { seed: 5 })('merged, the link is down exactly when it was, in order', (list) => {
  const result = merged(list);
  expect(picture(result)).toEqual(picture(list));
  expect(result.every(({ fromMs }, i) => fromMs > (result[i - 1]?.toMs ?? -1))).toBe(true);
});

property.prop([spans, fc.integer({ min: 0, max: 130 })], { seed: 6 })(
  'restored, it is up from the moment on until the next one breaks it',
  (list, atMs) => {
    const all = merged(list);
    const result = restored(all, atMs);
    expect(result === null).toBe(!isDown(all, atMs));
    if (result === null) return;
    const next = all.find(({ fromMs }) => fromMs > atMs)?.fromMs ?? Number.POSITIVE_INFINITY;
    expect(picture(result)).toEqual(moments.map((ms) => isDown(all, ms) && (ms < atMs || ms >= next)));
  },
);
