/** Everything the strip says in words or boxes on its axis; pure, so that it can be tested without a canvas. */
import type { Label } from '../../../shared/label-pool.ts';
import { breakLabels, paceLabels, tickLabels } from './axis.ts';
import { incidentLabels } from './incidents.ts';
import type { LabelInput } from './input.ts';
import { ghostLabels, thresholdLabels } from './left.ts';
import { phaseLabels } from './phases.ts';
import { gridLabels, meanLabels } from './trip.ts';

export function stripLabels(input: LabelInput): Label[] {
  return [
    ...phaseLabels(input),
    ...incidentLabels(input),
    ...breakLabels(input),
    ...gridLabels(input),
    ...tickLabels(input),
    ...(input.paces ? paceLabels(input) : []),
    ...meanLabels(input),
    ...thresholdLabels(input),
    ...ghostLabels(input),
  ];
}
