/** What a side is called: the strategy's name and what makes it this one. */

import type { SoloStrategy } from '../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../protocol/migration/requests.ts';
import { format } from '../../protocol/texts.ts';

const TITLE_WORDS = {
  plain: '{name}',
  withRule: '{name}, {rule}’s rule',
  withPredictor: '{name}, {predictor}, {rule}’s rule',
  option: '{title} + {option}',
  autoConverge: 'auto-converge',
  xbzrle: 'XBZRLE',
  ballooning: 'self-ballooning',
} as const;

/** "Pre-copy, QEMU’s rule + auto-converge" */
export function strategyTitle(catalogue: MigrationCatalogue | null, strategy: SoloStrategy): string {
  const entry = catalogue?.strategies.find(({ kind }) => kind === strategy.kind);
  const name = entry?.name ?? strategy.kind;
  const nameIn = (entries: readonly { kind: string; name: string }[] | undefined, kind: string) =>
    entries?.find((one) => one.kind === kind)?.name ?? kind;
  const rule = nameIn(catalogue?.stopRules, strategy.stopRule.kind);
  const rounds = entry !== undefined && !entry.suspendsFirst && !entry.resumesEarly;
  const template = !rounds
    ? TITLE_WORDS.plain
    : entry.predicts
      ? TITLE_WORDS.withPredictor
      : TITLE_WORDS.withRule;
  const predictor = nameIn(catalogue?.predictors, strategy.predictor);
  const knows = (path: string) => entry?.parameters.some((one) => one.path.endsWith(path)) ?? false;
  const options: string[] = [];
  if (strategy.autoConverge && knows('autoConverge')) options.push(TITLE_WORDS.autoConverge);
  if (strategy.xbzrleCacheMiB !== null && knows('xbzrleCacheMiB')) options.push(TITLE_WORDS.xbzrle);
  if (strategy.selfBallooning && knows('selfBallooning')) options.push(TITLE_WORDS.ballooning);
  return options.reduce(
    (title, option) => format(TITLE_WORDS.option, { title, option }),
    format(template, { name, rule, predictor }),
  );
}
