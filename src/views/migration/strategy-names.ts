/** Strategies as the workspace names them: the stop rule is part of the name where there are several to choose from. */
import type { SoloStrategy } from '../../protocol/migration/model.ts';
import type { MigrationCatalogue, StrategyEntry } from '../../protocol/migration/requests.ts';
import { format } from '../../protocol/texts.ts';

const WORDS = {
  withRule: '{name} · {rule}’s rule',
  with: '{name}, {options}',
  autoConverge: 'auto-converge',
  xbzrle: 'XBZRLE',
  listed: '{first}, {rest}',
} as const;

export interface StrategyChoice {
  /** for a control; unlike any other choice's */
  readonly value: string;
  readonly label: string;
  readonly kind: string;
  /** null where its stop rule is fixed */
  readonly stopRule: string | null;
}

/** Every strategy, once for each stop rule it may have. */
export function strategyChoices({ strategies, stopRules }: MigrationCatalogue): StrategyChoice[] {
  return strategies.flatMap((entry): StrategyChoice[] =>
    hasStopRule(entry)
      ? stopRules.map((rule) => ({
          value: `${entry.kind}/${rule.kind}`,
          label: format(WORDS.withRule, { name: entry.name, rule: rule.name }),
          kind: entry.kind,
          stopRule: rule.kind,
        }))
      : [{ value: entry.kind, label: entry.name, kind: entry.kind, stopRule: null }],
  );
}

/** Which of the choices a strategy is. */
export function choiceOf(strategy: SoloStrategy, catalogue: MigrationCatalogue): StrategyChoice | null {
  const { kind, stopRule } = strategy;
  return (
    strategyChoices(catalogue).find(
      (choice) => choice.kind === kind && (choice.stopRule === null || choice.stopRule === stopRule.kind),
    ) ?? null
  );
}

/** What is handed to `setStrategy` for a choice; the rest of the strategy stays. */
export function changeTo(choice: StrategyChoice, now: SoloStrategy): Partial<SoloStrategy> {
  if (choice.stopRule === null) return { kind: choice.kind };
  return { kind: choice.kind, stopRule: { ...now.stopRule, kind: choice.stopRule } };
}

/** "Pre-copy · QEMU’s rule" */
export function strategyName(strategy: SoloStrategy, catalogue: MigrationCatalogue): string {
  return choiceOf(strategy, catalogue)?.label ?? strategy.kind;
}

/** "Pre-copy · QEMU’s rule, auto-converge", so that two sides that differ by an option alone are told apart. */
export function fullStrategyName(strategy: SoloStrategy, catalogue: MigrationCatalogue): string {
  const name = strategyName(strategy, catalogue);
  const options = optionsOf(strategy, catalogue);
  if (options.length === 0) return name;
  const listed = options.reduce((first, rest) => format(WORDS.listed, { first, rest }));
  return format(WORDS.with, { name, options: listed });
}

function optionsOf(strategy: SoloStrategy, catalogue: MigrationCatalogue): string[] {
  const entry = catalogue.strategies.find(({ kind }) => kind === strategy.kind);
  const has = (path: string) => entry?.parameters.some((parameter) => parameter.path === path) === true;
  const options: string[] = [];
  if (has('predictor')) {
    const predictor = catalogue.predictors.find(({ kind }) => kind === strategy.predictor);
    options.push(predictor?.name ?? strategy.predictor);
  }
  if (strategy.autoConverge && has('autoConverge')) options.push(WORDS.autoConverge);
  if (strategy.xbzrleCacheMiB !== null && has('xbzrleCacheMiB')) options.push(WORDS.xbzrle);
  return options;
}

function hasStopRule({ parameters }: StrategyEntry): boolean {
  return parameters.some(({ path }) => path === 'stopRule');
}
