import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../../src/engine/lab/job.ts';
import { openLab } from '../../../src/engine/lab/lab.ts';
import { defaultLab, type LabSpec } from '../../../src/engine/lab/spec.ts';
import { insertTyped, withoutTyped } from '../../../src/store/trees/typed.ts';

const keysOf = (spec: LabSpec) => [...finish(openLab(spec, null)).operations.keys];

test('typing puts operations at their place in the whole list and nowhere else', () => {
  const typing = fc.array(
    fc.tuple(fc.nat(60), fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 1, maxLength: 5 })),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(typing, (list) => {
      let spec: LabSpec = { ...defaultLab, stream: { ...defaultLab.stream, length: 20 } };
      const model = keysOf(spec);
      for (const [wish, keys] of list) {
        const at = Math.min(wish, model.length);
        spec = insertTyped(
          spec,
          at,
          keys.map((key) => ({ operation: 'access', key })),
        );
        model.splice(at, 0, ...keys);
        expect(keysOf(spec)).toEqual(model);
      }
    }),
    { seed: 3, numRuns: 60 },
  );
});

test('taking some back leaves the others where they were', () => {
  const base: LabSpec = {
    ...defaultLab,
    stream: { ...defaultLab.stream, kind: 'list', list: [1, 2, 3], length: 3 },
  };
  const once = insertTyped(base, 1, [{ operation: 'access', key: 7 }]);
  const twice = insertTyped(once, 3, [
    { operation: 'access', key: 8 },
    { operation: 'access', key: 9 },
  ]);
  expect(keysOf(twice)).toEqual([1, 7, 2, 8, 9, 3]);
  expect(keysOf(withoutTyped(twice, [1, 2]))).toEqual(keysOf(once));
  expect(keysOf(withoutTyped(twice, [0]))).toEqual([1, 2, 8, 9, 3]);
});
