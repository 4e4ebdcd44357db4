import { RandomStream } from '../../../base/random.ts';
import { numberOf, numberParameter, type StreamKind } from '../stream.ts';

const windowKeys = numberParameter(
  'window',
  'Working set',
  'Neighbouring keys that are asked for at one time, all alike.',
  'keys',
  [1, 1_000_000, 1],
  16,
);
const driftEvery = numberParameter(
  'driftEvery',
  'Drift every',
  'After so many accesses the working set moves on by one key.',
  'accesses',
  [1, 1_000_000, 1],
  100,
);

export const workingSetStream: StreamKind = {
  kind: 'working-set',
  name: 'Working set',
  description: 'A window of neighbouring keys is asked for, and drifts slowly over all of them.',
  source: 'synthetic; Denning 1968',
  parameters: [windowKeys, driftEvery],
  gives: 'ranks',
  needs: null,
  create: (spec) => {
    const random = new RandomStream(spec.seed, 'accesses');
    const window = Math.min(numberOf(spec, windowKeys), spec.keys);
    const every = numberOf(spec, driftEvery);
    let first = 0;
    let left = every;
    return {
      next: () => {
        if (left === 0) {
          first = (first + 1) % spec.keys;
          left = every;
        }
        left -= 1;
        return (first + random.below(window)) % spec.keys;
      },
    };
  },
};
