import { numberOf, numberParameter, type StreamKind } from '../stream.ts';

const stride = numberParameter(
  'stride',
  'Stride',
  'Keys from one access to the next; where it shares a divisor with their number, only some are met.',
  'keys',
  [1, 1_000_000, 1],
  1,
);

export const sequentialStream: StreamKind = {
  kind: 'sequential',
  name: 'Sequential',
  description: 'Key after key in order, again and again: splaying does this in linear time.',
  source: 'synthetic; Tarjan 1985, sequential access',
  parameters: [stride],
  gives: 'ranks',
  needs: null,
  create: (spec) => {
    const step = numberOf(spec, stride) % spec.keys;
    let rank = -step;
    return {
      next: () => {
        rank = (rank + step) % spec.keys;
        return rank;
      },
    };
  },
};
