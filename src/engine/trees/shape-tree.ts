import { BinaryTree } from './binary-tree.ts';
import { linkLeaf, replaceKey, unlinkNode } from './edit.ts';
import { ZIG, type ZIG_ZAG, ZIG_ZIG } from './layout.ts';
import { path, walk, walkFound } from './path.ts';
import type { TreeOperation, TreeStep } from './step.ts';
import type { Tree } from './tree.ts';

/**
 * The trees that keep no counts and restructure every path by its shape alone: splay, semi-splay, move to root. They
 * differ in how the end of a path rises; everything else is here.
 */
export abstract class ShapeTree extends BinaryTree implements Tree {
  get counts(): boolean {
    return false;
  }

  abstract access(key: number, steps?: TreeStep[]): number;

  /** Where the key is absent the last node visited rises, as in the original. */
  find(key: number, steps?: TreeStep[]): boolean {
    if (steps === undefined && this.nodeOf(key) !== 0) {
      this.access(key); // the fast way
      return true;
    }
    const visited = walk(this, 'find', key, steps);
    const found = walkFound(this, key, visited);
    this.raise(visited - 1, 0, 0, steps);
    return found;
  }

  insert(key: number, steps?: TreeStep[]): boolean {
    const before = this.size;
    if (steps === undefined) this.access(key);
    else this.accessBySteps('insert', key, steps);
    return this.size > before;
  }

  /**
   * The node (or, if absent, the last one visited) rises; then, if it has two children, the largest key on its left
   * rises within the left subtree and takes the node's place. For a splay tree this is the original's join.
   */
  delete(key: number, steps?: TreeStep[]): boolean {
    const visited = walk(this, 'delete', key, steps);
    const found = walkFound(this, key, visited);
    const node = visited > 0 ? (path.nodes[visited - 1] as number) : 0;
    this.raise(visited - 1, 0, 0, steps);
    if (!found) return false;
    if (this.leftAt(node) === 0 || this.rightAt(node) === 0) {
      unlinkNode(this, this.parentOf(key), node, steps);
      return true;
    }
    let last = -1;
    for (let heir = this.leftAt(node); heir !== 0; heir = this.rightAt(heir)) path.nodes[++last] = heir;
    const heir = path.nodes[last] as number;
    this.raise(last, 0, node, steps);
    let above = node; // of the heir, which need not be at the top now, but is still the largest on the left
    for (let at = this.leftAt(node); at !== heir; at = this.rightAt(at)) above = at;
    replaceKey(this, node, heir, steps);
    unlinkNode(this, above, heir, steps);
    return true;
  }

  protected accessBySteps(operation: TreeOperation, key: number, steps: TreeStep[] | undefined): number {
    const visited = walk(this, operation, key, steps);
    const found = walkFound(this, key, visited);
    if (!found) linkLeaf(this, key, visited, steps);
    this.raise(found ? visited - 1 : visited, 0, 0, steps);
    return visited;
  }

  /**
   * Restructures the path from its node at index `depth` up to index `top`, by single rotations; `above` is the parent
   * of that top, 0 = none. Nothing to do where `depth` ≤ `top`.
   */
  protected abstract raise(depth: number, top: number, above: number, steps: TreeStep[] | undefined): void;

  protected decide(
    verdict: typeof ZIG | typeof ZIG_ZIG | typeof ZIG_ZAG,
    parent: number,
    child: number,
    steps: TreeStep[] | undefined,
  ): void {
    this.tallies[verdict] = (this.tallies[verdict] as number) + 1;
    steps?.push({
      kind: 'decide',
      case: verdict === ZIG ? 'zig' : verdict === ZIG_ZIG ? 'zig-zig' : 'zig-zag',
      parent,
      parentKey: this.keyAt(parent),
      child,
      childKey: this.keyAt(child),
      operands: null,
      potential: null,
      before: null,
      after: null,
    });
  }

  /** Looks without visiting; 0 for the root. */
  private parentOf(key: number): number {
    let parent = 0;
    for (let node = this.root; this.keyAt(node) !== key; node = this.childToward(node, key)) parent = node;
    return parent;
  }
}
