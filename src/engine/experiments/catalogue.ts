/** Everything the registries say of themselves, in one record. */
import type { ParameterInfo, RegistryEntry } from '../../base/parameter.ts';
import { type Layers, layersKinds } from '../cluster/layers.ts';
import { HYPERVISOR_CPU_MS_PER_REQUEST, HYPERVISOR_MS } from '../cluster/response-time.ts';
import { pageContents } from '../memory/page-contents.ts';
import { predictors } from '../memory/predictor-registry.ts';
import { workloads } from '../memory/workload-registry.ts';
import { stopRules, strategies } from '../migration/strategy-registry.ts';
import { type CommandKind, commandKinds } from '../simulation/commands.ts';
import { defaultRun, demoRun } from '../simulation/default-scenario.ts';
import { parameters } from '../simulation/parameters.ts';
import type { Run } from '../simulation/scenario.ts';
import { treeKinds } from '../trees/registry.ts';
import type { TreeKind, TreeParameter } from '../trees/tree.ts';
import { type PaperRuns, paperRuns } from './paper-runs.ts';
import { plain } from './plain-entry.ts';

export interface CatalogueData {
  /** of the app */
  version: string;
  /** the default scenario with no commands, and the scripted demo */
  defaultRun: Run;
  demoRun: Run;
  /** paper A's experiments, each a run of its own */
  paperRuns: PaperRuns;
  strategies: readonly RegistryEntry[];
  stopRules: readonly RegistryEntry[];
  predictors: readonly RegistryEntry[];
  trees: readonly RegistryEntry[];
  workloads: readonly RegistryEntry[];
  pageContents: readonly RegistryEntry[];
  presets: readonly RegistryEntry[];
  /** what can stand between guests and machine; `addsMs` to a request's answer, `cpuMs` of the host for each */
  layers: readonly (Layers & { readonly addsMs: number; readonly cpuMs: number })[];
  /** everything a user can do to a run */
  commands: readonly CommandKind[];
  /** every scenario parameter a control is made for, in the order of their groups */
  parameters: readonly ParameterInfo[];
}

function treeParameter(tree: TreeKind, { name, ...rest }: TreeParameter): ParameterInfo {
  if (rest.kind === 'number') return { ...rest, path: name, group: tree.name };
  const { label, description, unit, kind, source } = rest;
  return {
    path: name,
    label,
    description,
    unit,
    kind,
    default: rest.default === 1,
    source,
    group: tree.name,
  };
}

export function catalogue(version: string): CatalogueData {
  return {
    version,
    defaultRun,
    demoRun,
    paperRuns,
    strategies: strategies.map(plain),
    stopRules: stopRules.map(plain),
    predictors: predictors.map(plain),
    trees: treeKinds.map((tree) =>
      plain({
        ...tree,
        parameters: tree.parameters.map((parameter) => treeParameter(tree, parameter)),
      }),
    ),
    workloads: workloads.map(plain),
    pageContents: pageContents.map(plain),
    presets: [
      {
        kind: 'demo',
        name: 'The scripted 30 s',
        description: 'Paper A’s experiment: 3,000 pings, and node 1 is stopped at 18 s.',
        source: '[A] Tables 3 and 4',
        parameters: [],
      },
    ],
    layers: layersKinds.map((layers) => ({
      ...layers,
      addsMs: HYPERVISOR_MS * layers.delayFactor,
      cpuMs: HYPERVISOR_CPU_MS_PER_REQUEST * layers.cpuFactor,
    })),
    commands: commandKinds,
    parameters,
  };
}
