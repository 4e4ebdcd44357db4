/** What the registries say of themselves; reaches the page by the `describe` reply. */
import type { Run } from '../engine/simulation/scenario.ts';

export interface ParameterInfo {
  /** path in the scenario, e.g. "migration.rateMbps", or the name of a strategy's own parameter */
  path: string;
  label: string;
  /** one sentence */
  description: string;
  unit: string;
  kind: 'number' | 'choice' | 'switch' | 'text';
  min?: number;
  max?: number;
  step?: number;
  choices?: { value: string; label: string; description?: string }[];
  default: number | string | boolean;
  /** where the default comes from: "[A] Table 3", "fitted", "assumed", … */
  source: string;
  /** heading it stands under */
  group: string;
}

export interface RegistryEntry {
  kind: string;
  name: string;
  description: string;
  source: string;
  parameters: ParameterInfo[];
}

export interface Catalogue {
  version: string;
  /** the default scenario with no commands: what the page opens on, and what links are short for */
  defaultRun: Run;
  strategies: RegistryEntry[];
  stopRules: RegistryEntry[];
  predictors: RegistryEntry[];
  trees: RegistryEntry[];
  workloads: RegistryEntry[];
  presets: RegistryEntry[];
  parameters: ParameterInfo[];
}
