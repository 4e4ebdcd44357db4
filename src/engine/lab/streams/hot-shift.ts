import { RandomStream } from '../../../base/random.ts';
import { rankAt, zipfCumulative } from '../../memory/zipf-ranks.ts';
import { numberOf, numberParameter, type StreamKind } from '../stream.ts';
import { scattered, zipfExponent } from './zipf.ts';

const shiftAfter = numberParameter(
  'shiftAfter',
  'Shift after',
  'Share of the stream after which other keys become the hot ones, and again after each further such share.',
  '0–1',
  [0.01, 1, 0.01],
  0.5,
);

/** The only stream that depends on its length: half of a longer one is more accesses. */
export const hotShiftStream: StreamKind = {
  kind: 'hot-shift',
  name: 'Hot set shifts',
  description: 'Zipf whose hot keys are redrawn half way: trees that count remember yesterday’s favourites.',
  source: 'synthetic',
  parameters: [zipfExponent, shiftAfter],
  gives: 'ranks',
  needs: null,
  create: (spec) => {
    const random = new RandomStream(spec.seed, 'accesses');
    const layout = new RandomStream(spec.seed, 'hot keys');
    const cumulative = zipfCumulative(spec.keys, numberOf(spec, zipfExponent));
    const keyAt = scattered(spec.keys, layout);
    const every = Math.max(1, Math.round(numberOf(spec, shiftAfter) * spec.length));
    let left = every;
    return {
      next: () => {
        if (left === 0) {
          layout.shuffle(keyAt);
          left = every;
        }
        left -= 1;
        return keyAt[rankAt(cumulative, random.uniform())] as number;
      },
    };
  },
};
