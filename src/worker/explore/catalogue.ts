/** What can be explored: numbers to vary, figures to look at, variants to set side by side, sweeps to begin with. */
import { defaultMove } from '../../engine/experiments/moves.ts';
import { SWEEP_LIMITS } from '../../engine/experiments/sweep/check.ts';
import { sweepFigures } from '../../engine/experiments/sweep/figures.ts';
import { parametersOf, sweepParameters } from '../../engine/experiments/sweep/parameters.ts';
import { readySweeps } from '../../engine/experiments/sweep/ready.ts';
import { variantSets } from '../../engine/experiments/sweep/variants.ts';
import { defaultLab } from '../../engine/lab/spec.ts';
import { defaultRun } from '../../engine/simulation/default-scenario.ts';
import type { ExploreCatalogue, Subject, SubjectInfo } from '../../protocol/explore/requests.ts';

export function exploreCatalogue(version: string): ExploreCatalogue {
  return {
    version,
    kinds: {
      failover: kindInfo({ kind: 'failover', run: defaultRun }),
      migration: kindInfo({ kind: 'migration', spec: defaultMove.spec }),
      trees: kindInfo({ kind: 'trees', lab: defaultLab }),
    },
    defaults: { failover: defaultRun, migration: defaultMove, trees: defaultLab },
    readySweeps: readySweeps.map(({ name, about, spec }) => ({ name, about, spec })),
    limits: SWEEP_LIMITS,
  };
}

/** Every parameter its kind may have. */
function kindInfo(subject: Subject): SubjectInfo {
  return {
    parameters: sweepParameters(subject.kind),
    figures: sweepFigures(subject.kind),
    variantSets: variantSets(subject),
  };
}

/** The same with the parameters that matter to this very subject. */
export function subjectInfo(subject: Subject): SubjectInfo {
  return { ...kindInfo(subject), parameters: parametersOf(subject) };
}
