import { RandomStream } from '../../../base/random.ts';
import type { StreamKind } from '../stream.ts';

export const uniformStream: StreamKind = {
  kind: 'uniform',
  name: 'Uniform',
  description: 'Every key is asked for alike: no tree can do better than a balanced one.',
  source: 'synthetic',
  parameters: [],
  gives: 'ranks',
  needs: null,
  create: ({ seed, keys }) => {
    const random = new RandomStream(seed, 'accesses');
    return { next: () => random.below(keys) };
  },
};
