/** The rows of "all strategies": every strategy, with the stop rule or option that makes it a row of its own. */
import { predictors } from '../memory/predictor-registry.ts';
import { stopRules } from '../migration/strategy-registry.ts';
import type { SoloStrategy } from '../simulation/solo-spec.ts';

export interface ComparedStrategy {
  readonly label: string;
  /** the rest is as in the migration they are compared for; so is the downtime limit, whatever stands here */
  readonly strategy: Partial<SoloStrategy>;
}

const LIMIT_MS = 60;
const ruleOf = (kind: string): SoloStrategy['stopRule'] => ({ kind, downtimeLimitMs: LIMIT_MS });
/** what a row has only if it says so */
const bare = { autoConverge: false, xbzrleCacheMiB: null, selfBallooning: false } as const;
const CACHE_MIB = 64;

/** what sends while the VM runs and nothing else */
const plain = { ...bare, kind: 'pre-copy', stopRule: ruleOf('qemu') } as const;

export const comparison: readonly ComparedStrategy[] = [
  { label: 'Stop and copy', strategy: { ...bare, kind: 'stop-and-copy' } },
  ...stopRules.map(({ kind, name }) => ({
    label: `Pre-copy, ${name}’s rule`,
    strategy: { ...plain, stopRule: ruleOf(kind) },
  })),
  { label: 'Pre-copy + auto-converge', strategy: { ...plain, autoConverge: true } },
  { label: `Pre-copy + XBZRLE, ${CACHE_MIB} MiB`, strategy: { ...plain, xbzrleCacheMiB: CACHE_MIB } },
  { label: 'Pre-copy, compressed', strategy: { ...plain, kind: 'compressed-pre-copy' } },
  {
    label: 'Pre-copy, adaptive rate',
    strategy: { ...plain, kind: 'adaptive-pre-copy', stopRule: ruleOf('xen') },
  },
  ...predictors
    .filter(({ kind }) => kind !== 'none')
    .map(({ kind, name }) => ({
      label: `Working set: ${name}`,
      strategy: { ...plain, kind: 'working-set-pre-copy', predictor: kind, hold: 'round-1' as const },
    })),
  {
    label: 'Working set: lazy counting, until the stop',
    strategy: { ...plain, kind: 'working-set-pre-copy', predictor: 'lazy-counting', hold: 'until-stop' },
  },
  { label: 'Post-copy, bubble', strategy: { ...bare, kind: 'post-copy', prePaging: 'bubble' } },
  { label: 'Post-copy, forward', strategy: { ...bare, kind: 'post-copy', prePaging: 'forward' } },
  { label: 'Hybrid', strategy: { ...bare, kind: 'hybrid' } },
];

/** A row's strategy in full, over that of the migration it is compared for. */
export function comparedStrategy(base: SoloStrategy, { strategy }: ComparedStrategy): SoloStrategy {
  const kind = strategy.stopRule?.kind ?? base.stopRule.kind;
  return { ...base, ...strategy, stopRule: { ...base.stopRule, kind } };
}
