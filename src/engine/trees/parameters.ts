/** Settings that several tree kinds have, and how trees read theirs. */
import type { TreeKind, TreeParameter, TreeParameters } from './tree.ts';

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
  onValue: 2000,
  source: 'An experiment, in neither paper',
};

/** The value of a setting, or its default. */
export function settingOf(values: TreeParameters | undefined, parameter: TreeParameter): number {
  return values?.[parameter.name] ?? parameter.default;
}

/** What is wrong with a kind's settings, as one sentence that names what there is; null if nothing. */
export function settingsProblem(
  { kind, parameters }: Pick<TreeKind, 'kind' | 'parameters'>,
  values: TreeParameters,
): string | null {
  for (const [name, value] of Object.entries(values)) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) {
      const known = parameters.map((each) => `${each.name} (${rangeOf(each)})`).join(', ');
      return known === ''
        ? `"${kind}" has no setting "${name}"; it has none at all.`
        : `"${kind}" has no setting "${name}"; it has ${known}.`;
    }
    const isWhole = parameter.step !== 1 || Number.isInteger(value);
    if (!(value >= parameter.min && value <= parameter.max) || !isWhole) {
      return `The setting "${name}" of "${kind}" cannot be ${value}; use ${rangeOf(parameter)}.`;
    }
  }
  return null;
}

function rangeOf({ kind, min, max, step }: TreeParameter): string {
  if (kind === 'switch') return '0 or 1';
  return `${step === 1 ? 'a whole number' : 'a number'} from ${min} to ${max}`;
}
