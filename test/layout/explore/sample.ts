/** Sweeps whose figures are made up, so that what a picture shows of them is known. */
import { defaultSolo } from '../../../src/engine/simulation/solo-spec.ts';
import type { SweepLine, SweepSpec } from '../../../src/protocol/explore/requests.ts';

export interface Shape {
  readonly xs: readonly number[];
  readonly ys?: readonly number[];
  readonly variants?: readonly string[];
  readonly seeds?: number;
}

export function specOf({ xs, ys, variants = ['as it is'], seeds = 1 }: Shape): SweepSpec {
  const x = { parameter: 'link.bandwidthBytesPerSecond', values: xs };
  return {
    version: 1,
    name: 'A sweep',
    subject: { kind: 'migration', spec: defaultSolo },
    axes: ys === undefined ? [x] : [x, { parameter: 'vm.workload.writesPerSecond', values: ys }],
    variants: variants.map((label) => ({ label, set: {} })),
    seeds: { first: 1, count: seeds },
    figure: 'downtimeMs',
  };
}

export interface Place {
  readonly variant: number;
  readonly x: number;
  readonly y: number;
  readonly seed: number;
}

/** What a case comes to: a downtime, null for a migration that never converges, a text for a refusal, undefined = not there yet. */
export type Outcome = number | null | string | undefined;

export function linesOf(spec: SweepSpec, outcomeOf: (place: Place) => Outcome): (SweepLine | undefined)[] {
  const [x, y] = spec.axes;
  const lines: (SweepLine | undefined)[] = [];
  spec.variants.forEach(({ label }, variant) => {
    for (const [row, yValue] of (y?.values ?? [null]).entries())
      for (const [column, xValue] of x.values.entries())
        for (let seed = 0; seed < spec.seeds.count; seed += 1) {
          const outcome = outcomeOf({ variant, x: column, y: row, seed });
          const index = lines.length;
          const place = { index, variant: label, x: xValue, y: yValue, seed: spec.seeds.first + seed };
          lines.push(outcome === undefined ? undefined : { ...place, ...told(outcome) });
        }
  });
  return lines;
}

function told(outcome: number | null | string): Pick<SweepLine, 'outcome' | 'problem' | 'figures'> {
  if (typeof outcome === 'string')
    return { outcome: 'refused', problem: outcome, figures: { downtimeMs: null } };
  return outcome === null
    ? { outcome: 'not-converged', problem: null, figures: { downtimeMs: null } }
    : { outcome: 'completed', problem: null, figures: { downtimeMs: outcome } };
}
