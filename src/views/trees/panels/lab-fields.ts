/** The lab's own numbers as settings, so that they have the same controls as those of trees and streams. */
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import { LAB } from './words.ts';

function whole(
  path: string,
  label: string,
  description: string,
  [min, max]: readonly [number, number],
  preset: number,
): ParameterInfo {
  return {
    path,
    label,
    description,
    unit: '',
    kind: 'number',
    min,
    max,
    step: 1,
    default: preset,
    source: 'free choice',
    group: '',
  };
}

const MILLION = 1_000_000;
const LARGEST_SEED = 2_147_483_647;

export const START_KEYS = whole('start', LAB.startKeys, '', [1, MILLION], 31);
export const LENGTH = whole('length', LAB.length, LAB.lengthAbout, [0, MILLION], 1000);
export const KEYS = whole('keys', LAB.keys, LAB.keysAbout, [1, MILLION], 31);
export const SEED = whole('seed', LAB.seed, LAB.seedAbout, [0, LARGEST_SEED], 7);

/** Any seed, but one that can be read out. */
export const SEEDS_DRAWN = 10_000;
