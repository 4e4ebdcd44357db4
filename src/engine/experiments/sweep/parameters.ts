/** The numbers an axis of a sweep may vary, by kind of subject. All but the seed, which every sweep varies by itself. */
import type { ParameterInfo } from '../../../base/parameter.ts';
import { LAB_LIMITS } from '../../lab/spec.ts';
import { streamKinds } from '../../lab/stream-registry.ts';
import { stopRules, strategies } from '../../migration/strategy-registry.ts';
import { commandKinds } from '../../simulation/commands.ts';
import { parameters as scenarioParameters } from '../../simulation/parameters.ts';
import { soloParameters } from '../../simulation/solo-parameters.ts';
import { treeKinds } from '../../trees/registry.ts';
import { readSetting } from './settings.ts';
import type { Subject, SubjectKind } from './spec.ts';

type When = ParameterInfo['when'];

/** how many of a run's commands can be varied */
const COMMANDS = 4;
const MOST_MS = 600_000;

/** A copy of a parameter that several kinds may have, once for all of them. */
function merged(
  entries: readonly { readonly kind: string; readonly parameters: readonly ParameterInfo[] }[],
  prefix: string,
  whenPath: string,
): ParameterInfo[] {
  const found = new Map<string, { info: ParameterInfo; kinds: string[] }>();
  for (const { kind, parameters } of entries) {
    for (const info of parameters) {
      if (info.kind !== 'number') continue;
      const known = found.get(info.path);
      if (known === undefined) found.set(info.path, { info, kinds: [kind] });
      else known.kinds.push(kind);
    }
  }
  return [...found.values()].map(({ info, kinds }) => ({
    ...info,
    path: `${prefix}${info.path}`,
    when: { path: whenPath, values: kinds },
  }));
}

const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  exponent: ['zipf'],
  hotFraction: ['hot-cold', 'phases'],
  hotShare: ['hot-cold', 'phases'],
  phaseReferences: ['phases', 'matrix'],
  growSteps: ['matrix'],
};

function whenOf(path: string): When {
  const values = PATTERNS[path.replace('vm.workload.', '')];
  return values === undefined ? undefined : { path: 'vm.workload.pattern', values };
}

const LIMIT = 'strategy.stopRule.downtimeLimitMs';

const isNumber = ({ kind, path }: ParameterInfo): boolean => kind === 'number' && path !== 'seed';

const migration: readonly ParameterInfo[] = [
  ...soloParameters.filter(isNumber).map((info) => {
    const when = whenOf(info.path);
    return when === undefined ? info : { ...info, when };
  }),
  ...merged(strategies, 'strategy.', 'strategy.kind').filter(({ path }) => path !== LIMIT),
  // Asked by a stop rule, and by strategies that know no other.
  ...merged(stopRules, 'strategy.stopRule.', 'strategy.stopRule.kind').map(({ when, ...info }) =>
    info.path === LIMIT || when === undefined ? info : { ...info, when },
  ),
];

const failover: readonly ParameterInfo[] = [
  ...scenarioParameters.filter(isNumber),
  ...Array.from({ length: COMMANDS }, (_, i) => commandParameters(i)).flat(),
];

function commandParameters(i: number): ParameterInfo[] {
  const shared = { kind: 'number', group: `Command ${i + 1}`, source: 'free choice' } as const;
  const path = `commands.${i}.command.kind`;
  const amounts = new Map<string, ParameterInfo>();
  for (const { kind, amount, description } of commandKinds) {
    if (amount === null) continue;
    const { field, label, unit, min, max } = amount;
    const before = amounts.get(field);
    amounts.set(field, {
      ...shared,
      path: `commands.${i}.command.${field}`,
      label: before === undefined ? label : 'Loss',
      description: before === undefined ? description : 'Share of what gets lost.',
      unit,
      min,
      max,
      default: amount.default,
      when: { path, values: [...(before?.when?.values ?? []), kind] },
    });
  }
  return [
    {
      ...shared,
      path: `commands.${i}.atMs`,
      label: `Moment of command ${i + 1}`,
      description: 'When it is given.',
      unit: 'ms',
      min: 0,
      max: MOST_MS,
      default: 18_000,
      when: { path, values: commandKinds.map(({ kind }) => kind) },
    },
    ...amounts.values(),
  ];
}

const trees: readonly ParameterInfo[] = [
  {
    path: 'startKeys',
    label: 'Keys at the start',
    description:
      'Nodes of the tree before the first operation, where the start is balanced, a chain or random.',
    unit: 'keys',
    kind: 'number',
    min: 1,
    max: LAB_LIMITS.keys,
    step: 1,
    default: 31,
    source: 'free choice',
    group: 'Lab',
  },
  {
    path: 'stream.length',
    label: 'Operations',
    description: 'How many accesses the stream gives.',
    unit: 'operations',
    kind: 'number',
    min: 0,
    max: LAB_LIMITS.operations,
    step: 1,
    default: 1000,
    source: 'free choice',
    group: 'Lab',
  },
  {
    path: 'stream.keys',
    label: 'Keys of the stream',
    description: 'Distinct keys it draws from where the start shape holds none.',
    unit: 'keys',
    kind: 'number',
    min: 1,
    max: LAB_LIMITS.keys,
    step: 1,
    default: 31,
    source: 'free choice',
    group: 'Lab',
  },
  ...merged(streamKinds, 'stream.parameters.', 'stream.kind'),
  ...merged(
    treeKinds.map(({ kind, name, parameters }) => ({
      kind,
      parameters: parameters
        .filter((one) => one.kind === 'number')
        .map(({ name: path, ...rest }) => ({ ...rest, path, kind: 'number' as const, group: name })),
    })),
    'tree.parameters.',
    'tree.kind',
  ),
];

const byKind: Readonly<Record<SubjectKind, readonly ParameterInfo[]>> = { failover, migration, trees };

/** Every one a subject of this kind may have; `when` leads into the settings as the paths do (settings.ts). */
export function sweepParameters(kind: SubjectKind): readonly ParameterInfo[] {
  return byKind[kind];
}

/** Those that matter to this very subject. */
export function parametersOf(subject: Subject): ParameterInfo[] {
  return byKind[subject.kind].filter(({ path, when }) => {
    if (when !== undefined && !when.values.includes(String(readSetting(subject, when.path)))) return false;
    // Some guest or command there may not be, and a shape that was typed has no size.
    const optional = /^(guests|commands|startKeys)/.test(path);
    return !optional || readSetting(subject, path) !== undefined;
  });
}
