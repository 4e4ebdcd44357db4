import type { TreeOperation, TreeStep } from './step.ts';
import type { Tree } from './tree.ts';

/** One operation as data. */
export interface TreeCommand {
  readonly operation: TreeOperation;
  readonly key: number;
}

/** Runs an operation on a tree and returns the steps it was made of. Without a recorder call trees record nothing. */
export function record(tree: Tree, command: TreeCommand): TreeStep[] {
  const steps: TreeStep[] = [];
  tree[command.operation](command.key, steps);
  return steps;
}
