import type { BinaryTree } from './binary-tree.ts';
import { NODES_VISITED, OPERATIONS } from './layout.ts';
import type { TreeOperation, TreeStep } from './step.ts';

/**
 * The nodes from the root down to where the last walk ended. Scratch space shared by all trees instead of parent
 * links: valid only until the next walk, so it is no part of any tree's state, its snapshots or its hash.
 */
export const path = { nodes: new Int32Array(64) };

/** Makes room for a path through every node of the tree and one new leaf. */
export function reservePath(tree: BinaryTree): void {
  if (path.nodes.length >= tree.size + 2) return;
  const grown = new Int32Array(2 * (tree.size + 2));
  grown.set(path.nodes);
  path.nodes = grown;
}

/**
 * Walks from the root toward a key, leaves the nodes met in `path`, adds them to the totals and records the
 * comparisons. Returns the number of nodes visited; the last of them holds the key, or is where it would be linked.
 */
export function walk(
  tree: BinaryTree,
  operation: TreeOperation,
  key: number,
  steps: TreeStep[] | undefined,
): number {
  reservePath(tree);
  steps?.push({ kind: 'start', operation, key });
  let visited = 0;
  for (let node = tree.root; node !== 0; ) {
    path.nodes[visited++] = node;
    const nodeKey = tree.keyAt(node);
    const next = nodeKey === key ? 0 : tree.childToward(node, key);
    if (steps !== undefined) {
      const outcome = key < nodeKey ? 'less' : key > nodeKey ? 'greater' : 'equal';
      steps.push({ kind: 'compare', node, nodeKey, outcome });
      if (outcome !== 'equal') {
        steps.push({ kind: 'descend', from: node, to: next, side: outcome === 'less' ? 'left' : 'right' });
      }
    }
    node = next;
  }
  const tallies = tree.tallies;
  tallies[OPERATIONS] = (tallies[OPERATIONS] as number) + 1;
  tallies[NODES_VISITED] = (tallies[NODES_VISITED] as number) + visited;
  return visited;
}

/** Whether a walk that visited so many nodes ended at the key. */
export function walkFound(tree: BinaryTree, key: number, visited: number): boolean {
  return visited > 0 && tree.keyAt(path.nodes[visited - 1] as number) === key;
}
