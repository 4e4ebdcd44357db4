import { RandomStream } from '../../../base/random.ts';
import { rankAt, zipfCumulative } from '../../memory/zipf-ranks.ts';
import { numberOf, numberParameter, type StreamKind } from '../stream.ts';

export const zipfExponent = numberParameter(
  'exponent',
  'Exponent',
  'How uneven it is: 0 asks for all keys alike, 1 is like words in a text, above 1 a few keys get most.',
  '',
  [0, 3, 0.05],
  1,
);

/** Which key stands at which place of the hit list: scattered over all keys, as hot keys are no neighbours. */
export function scattered(keys: number, layout: RandomStream): Int32Array {
  const places = Int32Array.from({ length: keys }, (_, i) => i);
  layout.shuffle(places);
  return places;
}

export const zipfStream: StreamKind = {
  kind: 'zipf',
  name: 'Zipf',
  description: 'The r-th hottest key is asked for in proportion to 1/r^exponent; hot keys are scattered.',
  source: 'synthetic; Zipf 1949',
  parameters: [zipfExponent],
  gives: 'ranks',
  needs: null,
  create: (spec) => {
    const random = new RandomStream(spec.seed, 'accesses');
    const cumulative = zipfCumulative(spec.keys, numberOf(spec, zipfExponent));
    const keyAt = scattered(spec.keys, new RandomStream(spec.seed, 'hot keys'));
    return { next: () => keyAt[rankAt(cumulative, random.uniform())] as number };
  },
};
