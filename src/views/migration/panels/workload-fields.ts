/** What each pattern of writes can be set to: its own settings and no other's, by path under `vm.workload`. */
import type { SoloWorkload } from '../../../protocol/migration/model.ts';

type Path = Exclude<keyof SoloWorkload, 'pattern' | 'file'>;

const REGION: readonly Path[] = ['hotSetMiB', 'hotStartMiB'];
const COLD: readonly Path[] = ['coldSetMiB', 'coldFraction'];
const PACE: readonly Path[] = ['tickMs', 'wordsPerWrite'];

const OWN: Readonly<Record<SoloWorkload['pattern'], readonly Path[]>> = {
  uniform: [],
  zipf: ['exponent'],
  'hot-cold': ['hotFraction', 'hotShare'],
  sequential: [],
  phases: ['hotFraction', 'hotShare', 'phaseReferences'],
  matrix: ['phaseReferences', 'growSteps'],
  trace: [],
};

export function workloadPaths(pattern: SoloWorkload['pattern']): readonly string[] {
  const own: readonly Path[] =
    pattern === 'trace'
      ? ['writesPerSecond', ...PACE]
      : ['writesPerSecond', ...REGION, ...OWN[pattern], ...COLD, ...PACE];
  return own.map((path) => `vm.workload.${path}`);
}

/** The engine's registry calls recorded programs "traces". */
export function registryKind(pattern: SoloWorkload['pattern']): string {
  return pattern === 'trace' ? 'traces' : pattern;
}
