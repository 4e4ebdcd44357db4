/** What can be taken from the Trees workspace. */
import type { Taken } from '../taken.ts';
import type { TreesCore } from './core.ts';

export function takeTrees({ store }: TreesCore): Taken | null {
  const { spec, actions, lab } = store.getState();
  if (spec === null || lab === null) return null;
  return {
    workspace: 'trees',
    name: `${spec.tree.kind}, ${spec.stream.kind}`,
    link: actions.link(),
    file: { name: 'lab.json', json: { version: 1, ...spec } },
    subject: { kind: 'trees', lab: spec },
    figures: [],
    series: [],
    texts: [],
  };
}
