import { record, type TreeCommand } from '../trees/recorder.ts';
import { treeKinds } from '../trees/registry.ts';
import type { TreeStep } from '../trees/step.ts';
import type { Tree } from '../trees/tree.ts';
import { type Frequencies, type LedgerWeights, Potential } from './potential.ts';

export type { Frequencies, LedgerWeights } from './potential.ts';

/** What one operation cost, and what the potential argument says of it. Ranks and potentials are in log₂ units. */
export interface AccessLedger {
  readonly nodesVisited: number;
  /**
   * Levels climbed: nodes visited − 1, or the depth of a new leaf. Trees that raise every key, whatever it weighs, climb
   * a second time in a deletion, with the heir.
   */
  readonly cost: number;
  readonly rotations: number;
  readonly phiBefore: number;
  /** phiBefore + deltaPhi + structural */
  readonly phiAfter: number;
  /** change of Φ by the rotations alone: the lemma speaks of these */
  readonly deltaPhi: number;
  /** change of Φ because a node was linked or unlinked, or because weights were counted */
  readonly structural: number;
  /** cost + deltaPhi */
  readonly amortised: number;
  /**
   * 3(r(root) − r(x)) + 1, summed over the splays in the operation; amortised ≤ bound. Null for trees for which no such
   * bound is shown.
   */
  readonly bound: number | null;
  /** r(root) and r(x) after the walk (and the linking of a new leaf), before anything else; x = the node walked to */
  readonly rankRoot: number;
  readonly rankX: number;
}

/**
 * The ledger of one operation. The tree is left as it is.
 * @param frequencies needed for the weights `stream`
 * @throws Error with one sentence if there can be no such weights
 */
export function accessLedger(
  before: Tree,
  command: TreeCommand,
  weights: LedgerWeights,
  frequencies?: Frequencies,
): AccessLedger {
  const potential = new Potential(before, weights, frequencies);
  return charge(potential, record(before.clone(), command), accountingOf(before.kind));
}

/** How often each key is asked for: weights of a whole stream. */
export function frequenciesOf(commands: Iterable<TreeCommand>): Map<number, number> {
  const frequencies = new Map<number, number>();
  for (const { key } of commands) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
  return frequencies;
}

/** How a tree's operations are charged. */
export interface Accounting {
  /** the access lemma is proved for it */
  readonly hasLemma: boolean;
  /** it raises the end of every path whatever it weighs, in deletions also the heir in its subtree */
  readonly raisesByShape: boolean;
}

/** @throws Error if there is no such kind */
export function accountingOf(kind: string): Accounting {
  const entry = treeKinds.find((candidate) => candidate.kind === kind);
  if (entry === undefined) throw new Error(`There is no tree kind "${kind}".`);
  return { hasLemma: entry.accessLemma, raisesByShape: entry.decides === 'shape' };
}

type DecideStep = Extract<TreeStep, { kind: 'decide' }>;

/** Moves the potential's tree through the steps of one operation and adds up what they cost. */
export function charge(
  potential: Potential,
  steps: readonly TreeStep[],
  { hasLemma, raisesByShape }: Accounting,
): AccessLedger {
  const { tree } = potential;
  const phiBefore = potential.phi;
  let nodesVisited = 0;
  let cost = 0;
  let rotations = 0;
  let deltaPhi = 0;
  let structural = 0;
  let bound = 0;
  let x = 0; // the node walked to
  let rising = 0; // from which the present splay goes on
  let ranks: { root: number; x: number } | null = null;
  const splayFrom = (bottom: number, top: number): void => {
    bound += 3 * (potential.rank(top) - potential.rank(bottom)) + 1;
    rising = bottom;
  };
  const endWalk = (): void => {
    ranks = { root: potential.rank(tree.root), x: potential.rank(x) };
    if (x !== 0) splayFrom(x, tree.root);
  };
  let hasHeirRisen = false;
  /** In a deletion the largest key on the left rises to the top of the deleted node's left subtree. */
  const raiseHeir = (heir: number): void => {
    const top = tree.leftAt(x);
    let levels = 0;
    for (let at = top; at !== heir && at !== 0; at = tree.rightAt(at)) levels += 1;
    hasHeirRisen = true;
    cost += levels;
    if (levels > 0) splayFrom(heir, top);
  };
  for (const step of steps) {
    if (step.kind === 'compare') {
      nodesVisited += 1;
      x = step.node;
    } else if (step.kind === 'descend') {
      if (step.to !== 0) cost += 1;
    } else if (step.kind === 'link') {
      x = step.node;
      if (step.parent !== 0) cost += 1;
    }
    if (ranks === null && isChange(step)) endWalk();
    if (raisesByShape && !hasHeirRisen) {
      const bottom = step.kind === 'decide' ? bottomOf(tree, step) : rising;
      if (bottom !== rising) raiseHeir(bottom);
      else if (step.kind === 'replace') raiseHeir(step.heir);
    }
    const change = potential.apply(step);
    if (step.kind === 'rotate') {
      rotations += 1;
      deltaPhi += change;
      rising = step.child;
    } else {
      structural += change;
    }
  }
  if (ranks === null) endWalk();
  const { root: rankRoot, x: rankX } = ranks ?? { root: 0, x: 0 };
  return {
    nodesVisited,
    cost,
    rotations,
    phiBefore,
    phiAfter: potential.phi,
    deltaPhi,
    structural,
    amortised: cost + deltaPhi,
    bound: hasLemma ? bound : null,
    rankRoot,
    rankX,
  };
}

/** Whether a step comes after the walk, the linking of a leaf and the counting up. */
function isChange(step: TreeStep): boolean {
  if (step.kind === 'count') return step.amount < 0;
  return ['decide', 'rotate', 'unlink', 'replace', 'decay'].includes(step.kind);
}

/** The lowest node a decision by shape is about; for double steps `parent` and `child` are the two above it. */
function bottomOf(tree: Tree, { case: verdict, parent, child }: DecideStep): number {
  if (verdict === 'zig' || verdict === 'none') return child;
  const goesLeft = (tree.leftAt(parent) === child) === (verdict === 'zig-zig');
  return goesLeft ? tree.leftAt(child) : tree.rightAt(child);
}
