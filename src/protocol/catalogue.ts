/** What the registries say of themselves; reaches the page by the `describe` reply. */
import type { ParameterInfo, RegistryEntry } from '../base/parameter.ts';
import type { Run } from './model.ts';

export type { ParameterInfo, RegistryEntry } from '../base/parameter.ts';

export interface Catalogue {
  /** of the app */
  version: string;
  /** the default scenario with no commands, and the scripted demo */
  defaultRun: Run;
  demoRun: Run;
  strategies: readonly RegistryEntry[];
  stopRules: readonly RegistryEntry[];
  predictors: readonly RegistryEntry[];
  trees: readonly RegistryEntry[];
  workloads: readonly RegistryEntry[];
  presets: readonly RegistryEntry[];
  /** every scenario parameter a control is made for, in the order of their groups */
  parameters: readonly ParameterInfo[];
}
