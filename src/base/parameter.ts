/** How a setting describes itself: controls, the command line's `list` and range checks are made from this. */
export interface ParameterInfo {
  /** path in the scenario, e.g. "migration.rateMbps", or the name of a strategy's own parameter */
  readonly path: string;
  readonly label: string;
  /** one sentence */
  readonly description: string;
  readonly unit: string;
  readonly kind: 'number' | 'choice' | 'switch' | 'text';
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly choices?: readonly {
    readonly value: string;
    readonly label: string;
    readonly description?: string;
  }[];
  /** a choice that takes other texts, too, such as names of imported traces */
  readonly open?: true;
  readonly default: number | string | boolean;
  /** a number that is off at its least value: what a switch turns it to */
  readonly onValue?: number;
  /** where the default comes from: "[A] Table 3", "fitted", "assumed", … */
  readonly source: string;
  /** it matters only while the value at `path` is one of these */
  readonly when?: { readonly path: string; readonly values: readonly string[] };
  /** heading it stands under */
  readonly group: string;
}

/** What every registered kind (strategy, tree, predictor, workload, stop rule, preset) says of itself. */
export interface RegistryEntry {
  readonly kind: string;
  readonly name: string;
  /** one sentence */
  readonly description: string;
  readonly source: string;
  readonly parameters: readonly ParameterInfo[];
}
