/** What files of sweeps leave out: the same defaults as those of the files for a single run of the kind. */
import { defaultLab, type LabSpec } from '../../lab/spec.ts';
import { demoRun } from '../../simulation/default-scenario.ts';
import type { Run } from '../../simulation/scenario.ts';
import { defaultSolo, type SoloSpec } from '../../simulation/solo-spec.ts';
import type { SubjectKind } from './spec.ts';

export interface SweepDefaults {
  readonly failover: Run;
  readonly migration: SoloSpec;
  readonly trees: LabSpec;
  /** the figure drawn first */
  readonly figures: Readonly<Record<SubjectKind, string>>;
}

export const sweepDefaults: SweepDefaults = {
  failover: demoRun,
  migration: defaultSolo,
  trees: defaultLab,
  figures: { failover: 'longestOutageMs', migration: 'downtimeMs', trees: 'visitedPerOperation' },
};
