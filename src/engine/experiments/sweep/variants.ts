/** Lines to choose from: what of a subject can be one thing or another, with every thing it can be. */

import { streamKinds } from '../../lab/stream-registry.ts';
import { predictors } from '../../memory/predictor-registry.ts';
import { stopRules, strategies } from '../../migration/strategy-registry.ts';
import type { Command } from '../../simulation/scenario.ts';
import { treeKinds } from '../../trees/registry.ts';
import { comparison } from '../comparison.ts';
import type { Subject, SweepVariant } from './spec.ts';

export interface VariantSet {
  readonly name: string;
  readonly variants: readonly SweepVariant[];
}

const variant = (label: string, set: SweepVariant['set']): SweepVariant => ({ label, set });

/** A limit belongs to the rule of the subject; what else a row of "all strategies" has is set. */
const strategyRows: readonly SweepVariant[] = comparison.map(({ label, strategy }) => {
  const set: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(strategy)) {
    if (typeof value !== 'object' || value === null) set[`strategy.${name}`] = value;
  }
  if (strategy.stopRule !== undefined) set['strategy.stopRule.kind'] = strategy.stopRule.kind;
  return variant(label, set);
});

const migration: readonly VariantSet[] = [
  { name: 'Strategies', variants: strategyRows },
  {
    name: 'Stop rules',
    variants: stopRules.map(({ kind, name }) =>
      variant(`${name}’s rule`, { 'strategy.stopRule.kind': kind }),
    ),
  },
  {
    name: 'Predictors',
    variants: predictors.map(({ kind, name }) =>
      variant(name, { 'strategy.kind': 'working-set-pre-copy', 'strategy.predictor': kind }),
    ),
  },
  {
    name: 'Held pages',
    variants: [
      variant('until round 2', { 'strategy.kind': 'working-set-pre-copy', 'strategy.hold': 'round-1' }),
      variant('until the last copy', {
        'strategy.kind': 'working-set-pre-copy',
        'strategy.hold': 'until-stop',
      }),
    ],
  },
  {
    name: 'Writes',
    variants: ['uniform', 'zipf', 'hot-cold', 'sequential', 'phases', 'matrix'].map((pattern) =>
      variant(pattern, { 'vm.workload.pattern': pattern }),
    ),
  },
];

const FAILURES: Readonly<Partial<Record<Command['kind'], string>>> = {
  'stop-node': 'Controlled stop',
  'crash-node': 'Crash',
  'freeze-node': 'Freeze',
  'cut-heartbeat': 'Heartbeat cut',
  'cut-data': 'Data LAN cut',
};

const failures: VariantSet = {
  name: 'Failures',
  variants: Object.entries(FAILURES).map(([kind, label]) =>
    variant(label, { 'commands.0.command.kind': kind }),
  ),
};

const failover: readonly VariantSet[] = [
  {
    name: 'Kinds of stop',
    variants: [
      variant('Paper’s script', { failover: 'paper-script' }),
      variant('Stock, migrating', { failover: 'stock-migrating' }),
      variant('Stock, rebooting', { failover: 'stock-rebooting' }),
    ],
  },
  {
    name: 'STONITH',
    variants: [
      variant('without STONITH', { 'heartbeat.stonith': false }),
      variant('with STONITH', { 'heartbeat.stonith': true }),
    ],
  },
  {
    name: 'Strategies',
    variants: strategies
      .filter(({ inCluster }) => inCluster)
      .map(({ kind, name }) => variant(name, { 'migration.strategy': kind })),
  },
  {
    name: 'Predictors',
    variants: predictors.map(({ kind, name }) =>
      variant(name, { 'migration.strategy': 'working-set-pre-copy', 'prediction.predictor': kind }),
    ),
  },
];

const trees: readonly VariantSet[] = [
  { name: 'Trees', variants: treeKinds.map(({ kind, name }) => variant(name, { 'tree.kind': kind })) },
  {
    name: 'Streams',
    variants: streamKinds
      .filter(({ needs }) => needs === null)
      .map(({ kind, name }) => variant(name, { 'stream.kind': kind })),
  },
];

/** @returns sets by what they vary; a subject without a failure that could be another has no set of failures */
export function variantSets(subject: Subject): readonly VariantSet[] {
  if (subject.kind === 'migration') return migration;
  if (subject.kind === 'trees') return trees;
  const first = subject.run.commands[0]?.command.kind;
  return first !== undefined && Object.hasOwn(FAILURES, first) ? [failures, ...failover] : failover;
}
