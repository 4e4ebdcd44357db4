/** What the trees' registries say of themselves. */
import type { ParameterInfo } from '../../base/parameter.ts';
import { defaultLab } from '../../engine/lab/spec.ts';
import { streamKinds } from '../../engine/lab/stream-registry.ts';
import { treeKinds } from '../../engine/trees/registry.ts';
import type { TreeKind } from '../../engine/trees/tree.ts';
import type { TreesCatalogue } from '../../protocol/trees/requests.ts';

export function treesCatalogue(version: string): TreesCatalogue {
  return {
    version,
    defaultLab,
    trees: treeKinds.map(({ create: _create, prepare: _prepare, ...kind }) => ({
      ...kind,
      parameters: parametersOf(kind),
    })),
    streams: streamKinds.map(({ kind, name, description, source, parameters }) => ({
      kind,
      name,
      description,
      source,
      parameters,
    })),
  };
}

function parametersOf({ name: group, parameters }: Pick<TreeKind, 'name' | 'parameters'>): ParameterInfo[] {
  return parameters.map(({ name, kind, default: value, ...rest }) =>
    kind === 'switch'
      ? { ...rest, path: name, kind, default: value === 1, group }
      : { ...rest, path: name, kind, default: value, group },
  );
}
