import { expect, test } from 'vitest';
import { runFigures } from '../../../src/engine/lab/figures.ts';

/** A clock that says 1 ms passed whenever it is looked at. */
function plan(kinds: readonly string[], sizes: readonly number[]) {
  let ms = 0;
  return {
    contestants: kinds.map((kind) => ({ kind, parameters: {} })),
    sizes,
    source: (keys: number) => {
      let at = 0;
      return { next: () => (at = (at + 7) % keys) };
    },
    now: () => ms++,
  };
}

test('one row a tree and size, with the work counted and the time from the clock', () => {
  const job = runFigures(plan(['balanced', 'splay'], [64, 127]));
  let last = -1;
  for (;;) {
    const { done, value } = job.next();
    if (done === true) {
      expect(value.map(({ kind, keys }) => [kind, keys])).toEqual([
        ['balanced', 64],
        ['splay', 64],
        ['balanced', 127],
        ['splay', 127],
      ]);
      const [, , balanced, splay] = value;
      // 127 balanced keys: (1·1 + 2·2 + 4·3 + … + 64·7) / 127 over a stream that asks for all alike
      expect(balanced?.visited).toBeCloseTo(769 / 127, 2);
      expect(balanced?.rotations).toBe(0);
      expect(splay?.rotations).toBeCloseTo((splay?.visited ?? 0) - 1, 10);
      expect(value.every(({ microseconds }) => microseconds === 1000 / 100_000)).toBe(true);
      return;
    }
    expect(value.done).toBeGreaterThanOrEqual(last);
    expect(value.done).toBeLessThanOrEqual(1);
    last = value.done;
  }
});

test('a tree is left out where it cannot hold the keys', () => {
  const job = runFigures(plan(['static-optimum', 'balanced'], [2048]));
  let step = job.next();
  while (step.done !== true) step = job.next();
  expect(step.value.map(({ kind }) => kind)).toEqual(['balanced']);
});
