/** Parameters under one heading; their defaults are the default scenario's own values. */
import type { ParameterInfo } from '../../../base/parameter.ts';
import { defaultScenario } from '../default-scenario.ts';

type Draft = Omit<ParameterInfo, 'default' | 'group' | 'kind'> & { kind?: ParameterInfo['kind'] };

/** The value at a path like "guests.0.workload.kind", undefined where there is none. */
export function valueAt(scenario: unknown, path: string): unknown {
  let value = scenario;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

export function group(name: string, drafts: Draft[]): ParameterInfo[] {
  return drafts.map((draft) => ({
    kind: 'number',
    ...draft,
    group: name,
    default: valueAt(defaultScenario, draft.path) as ParameterInfo['default'],
  }));
}

export const choicesOf = (entries: readonly { kind: string; name: string; description: string }[]) =>
  entries.map(({ kind, name, description }) => ({ value: kind, label: name, description }));
