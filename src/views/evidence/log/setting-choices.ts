/** What a setting with a list of values may be. */
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import type { MigrationCatalogue } from '../../../protocol/migration/requests.ts';

type Choices = NonNullable<ParameterInfo['choices']>;

/** @returns none where the setting is free */
export function choicesAt(catalogue: MigrationCatalogue | null, path: string): Choices {
  if (catalogue === null) return [];
  const named: Readonly<Record<string, readonly { readonly kind: string; readonly name: string }[]>> = {
    'strategy.kind': catalogue.strategies,
    'strategy.stopRule.kind': catalogue.stopRules,
    'strategy.predictor': catalogue.predictors,
    'vm.workload.pattern': catalogue.workloads,
  };
  const entries = named[path];
  if (entries !== undefined) return entries.map(({ kind, name }) => ({ value: kind, label: name }));
  const own = catalogue.strategies.flatMap(({ parameters }) => parameters);
  const known = [...catalogue.parameters, ...own].find(
    (parameter) => parameter.path === path || `strategy.${parameter.path}` === path,
  );
  return known?.choices ?? [];
}
