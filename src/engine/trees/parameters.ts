/** Settings that several tree kinds have, and how trees read theirs. */
import type { TreeParameter, TreeParameters } from './tree.ts';

/** Counting trees only. */
export const decayParameter: TreeParameter = {
  name: 'decayEvery',
  label: 'Halve counts every',
  description:
    'After every so many operations all self counts are halved (to at least 1), so that old favourites are forgotten sooner; 0 never halves.',
  unit: 'operations',
  kind: 'number',
  min: 0,
  max: 1_000_000,
  step: 1,
  default: 0,
  source: 'An experiment, in neither paper',
};

/** The value of a setting, or its default. */
export function settingOf(values: TreeParameters | undefined, parameter: TreeParameter): number {
  return values?.[parameter.name] ?? parameter.default;
}
