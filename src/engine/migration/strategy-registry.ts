/** Every strategy and stop rule: adding one is a file and an entry here. */

import { qemuStopRule } from './stop-rules/qemu.ts';
import { vmotionStopRule } from './stop-rules/vmotion.ts';
import { xenStopRule } from './stop-rules/xen.ts';
import { adaptivePreCopy } from './strategies/adaptive-pre-copy.ts';
import { compressedPreCopy } from './strategies/compressed-pre-copy.ts';
import { hybrid } from './strategies/hybrid.ts';
import { postCopy } from './strategies/post-copy.ts';
import { preCopy } from './strategies/pre-copy.ts';
import { stopAndCopy } from './strategies/stop-and-copy.ts';
import { workingSetPreCopy } from './strategies/working-set-pre-copy.ts';
import type { StopRule, Strategy } from './strategy.ts';

export const strategies: readonly Strategy[] = [
  stopAndCopy,
  preCopy,
  workingSetPreCopy,
  adaptivePreCopy,
  compressedPreCopy,
  postCopy,
  hybrid,
];
export const stopRules: readonly StopRule[] = [xenStopRule, qemuStopRule, vmotionStopRule];

/** @throws Error naming the known kinds */
export function strategyOf(kind: string): Strategy {
  const strategy = strategies.find((candidate) => candidate.kind === kind);
  if (strategy === undefined) {
    const known = strategies.map((candidate) => candidate.kind).join(', ');
    throw new Error(`There is no migration strategy "${kind}"; use one of ${known}.`);
  }
  return strategy;
}

/** @throws Error naming the known kinds */
export function stopRuleOf(kind: string): StopRule {
  const rule = stopRules.find((candidate) => candidate.kind === kind);
  if (rule === undefined) {
    const known = stopRules.map((candidate) => candidate.kind).join(', ');
    throw new Error(`There is no stop rule "${kind}"; use one of ${known}.`);
  }
  return rule;
}
