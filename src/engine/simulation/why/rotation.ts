/** Why a rotation: what the tree weighed. */
import type { Series } from '../series.ts';
import { type Cause, cause } from './cause.ts';

export function whyRotation(series: Series, index: number): Cause[] {
  const { rotations } = series;
  if (index < 0 || index >= rotations.rows) return [];
  const at = rotations.at(index, 0);
  const zigZag = rotations.at(index, 3) === 2;
  const parent = rotations.at(index, 4);
  const child = rotations.at(index, 5);
  const risen = rotations.at(index, 6);
  const inner = rotations.at(index, 7);
  const outer = rotations.at(index, 8);
  const sibling = rotations.at(index, 9);
  const name = zigZag ? 'zig-zag' : 'zig';
  const rule = zigZag ? `inner ${inner} ≥ sibling ${sibling}` : `outer ${outer} > sibling ${sibling}`;
  const source = '[B] Table 2';
  return [
    cause('rotation', { case: name, parent, child, risen }, { atUs: at, source }),
    cause('rotation-rule', { inner, outer, sibling }, { rule, source }),
  ];
}
