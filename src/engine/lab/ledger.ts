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
   * Levels climbed: nodes visited − 1, or the depth of a new leaf. For trees that raise the key by its shape alone it
   * is summed over the splays inside the operation (a deletion has up to two).
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
  /** every level climbed is one of a decision's: zig one, zig-zig and zig-zag two */
  readonly climbsByDecisions: boolean;
}

/** @throws Error if there is no such kind */
export function accountingOf(kind: string): Accounting {
  const entry = treeKinds.find((candidate) => candidate.kind === kind);
  if (entry === undefined) throw new Error(`There is no tree kind "${kind}".`);
  return { hasLemma: entry.accessLemma, climbsByDecisions: entry.decides === 'shape' };
}

type DecideStep = Extract<TreeStep, { kind: 'decide' }>;

/** Moves the potential's tree through the steps of one operation and adds up what they cost. */
export function charge(
  potential: Potential,
  steps: readonly TreeStep[],
  { hasLemma, climbsByDecisions }: Accounting,
): AccessLedger {
  const phiBefore = potential.phi;
  let nodesVisited = 0;
  let walked = 0;
  let climbed = 0;
  let rotations = 0;
  let deltaPhi = 0;
  let structural = 0;
  let x = 0; // the node walked to
  let ranks: { root: number; x: number } | null = null;
  let bound = 0;
  let splays = 0;
  let splay: { bottomRank: number; top: number; isAtRoot: boolean } | null = null;
  const endSplay = (): void => {
    if (splay !== null) bound += 3 * (potential.rank(splay.top) - splay.bottomRank) + 1;
    splay = null;
  };
  for (const step of steps) {
    if (step.kind === 'compare') {
      nodesVisited += 1;
      x = step.node;
    } else if (step.kind === 'descend') {
      if (step.to !== 0) walked += 1;
    } else if (step.kind === 'link') {
      x = step.node;
      if (step.parent !== 0) walked += 1;
    } else if (step.kind === 'decide') {
      climbed += step.case === 'none' ? 0 : step.case === 'zig' ? 1 : 2;
      if (splay?.isAtRoot) endSplay();
      if (splay === null) {
        const bottom = bottomOf(potential, step);
        // x stood at the root already: its splay had nothing to do, this is the deletion's second one
        if (splays === 0 && bottom !== x) bound += 1;
        splays += 1;
        splay = { bottomRank: potential.rank(bottom), top: 0, isAtRoot: false };
      }
    }
    if (step.kind !== 'decide' && step.kind !== 'rotate') endSplay();
    if (ranks === null && isChange(step))
      ranks = { root: potential.rank(potential.tree.root), x: potential.rank(x) };
    const change = potential.apply(step);
    if (step.kind === 'rotate') {
      rotations += 1;
      deltaPhi += change;
      if (splay !== null) {
        splay.top = step.child;
        splay.isAtRoot = step.grandparent === 0;
      }
    } else {
      structural += change;
    }
  }
  endSplay();
  if (splays === 0 && x !== 0) bound += 1;
  ranks ??= { root: potential.rank(potential.tree.root), x: potential.rank(x) };
  const cost = climbsByDecisions ? climbed : walked;
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
    rankRoot: ranks.root,
    rankX: ranks.x,
  };
}

/** Whether a step comes after the walk, the linking of a leaf and the counting up. */
function isChange(step: TreeStep): boolean {
  if (step.kind === 'count') return step.amount < 0;
  return ['decide', 'rotate', 'unlink', 'replace', 'decay'].includes(step.kind);
}

/** The lowest node a decision by shape is about; for double steps `parent` and `child` are the two above it. */
function bottomOf({ tree }: Potential, { case: verdict, parent, child }: DecideStep): number {
  if (verdict === 'zig' || verdict === 'none') return child;
  const goesLeft = (tree.leftAt(parent) === child) === (verdict === 'zig-zig');
  return goesLeft ? tree.leftAt(child) : tree.rightAt(child);
}
