/** Rows of the table: what is there so far, and an empty row for each strategy that is still to come. */
import { type ComparedRow, comparedRow } from '../../../layout/migration/compare-columns.ts';
import type { SoloStrategy } from '../../../protocol/migration/model.ts';
import type { CompareRow, MigrationCatalogue } from '../../../protocol/migration/requests.ts';
import { plainText } from '../../shared/template.ts';
import { WORDS } from './words.ts';

const NO_LINE = new Float64Array(0);

export interface TableRow extends ComparedRow {
  readonly idea: string;
}

/** @param base side A's strategy, which every row changes in a few settings */
export function tableRows(
  rows: readonly CompareRow[],
  catalogue: MigrationCatalogue,
  base: SoloStrategy,
  memoryBytes: number,
): TableRow[] {
  return catalogue.comparison.map(({ label, strategy }, place) => {
    const row = rows.find((one) => one.label === label) ?? {
      label,
      strategy: { ...base, ...strategy },
      result: null,
      line: NO_LINE,
      rows: 0,
      problem: null,
    };
    return { ...comparedRow(row, place, memoryBytes), idea: ideaOf(row.strategy, catalogue) };
  });
}

/** What the strategy does in a sentence, and its stop rule where it has a choice of them. */
function ideaOf({ kind, stopRule }: SoloStrategy, { strategies, stopRules }: MigrationCatalogue): string {
  const entry = strategies.find((one) => one.kind === kind);
  if (entry === undefined) return '';
  const rule = entry.parameters.some(({ path }) => path === 'stopRule')
    ? stopRules.find((one) => one.kind === stopRule.kind)
    : undefined;
  if (rule === undefined) return entry.description;
  return plainText(WORDS.idea, { strategy: entry.description, rule: rule.description });
}
