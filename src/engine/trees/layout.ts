/**
 * The node storage of all tree kinds: four 32-bit integers a node, side by side, so that one visit costs one cache line.
 *
 *     node =  0            4            8
 *             | 0  0  0  0 | k  l  r  t | k  l  r  t | …
 *               none         │  │  │  └ TOTAL: accesses to the whole subtree (0 in trees that do not count)
 *                            │  │  └ RIGHT: handle of the right child, 0 = none
 *                            │  └ LEFT: handle of the left child; in a deleted slot the next free slot
 *                            └ KEY
 *
 * A handle is the node's offset in the array (a multiple of four): no multiplication on the way down.
 *
 * Paper B keeps three counters a node (selfCount, leftCount, rightCount). They say nothing more than one total per
 * subtree, since leftCount = total(left child) and selfCount = total − leftCount − rightCount; one total halves the
 * memory, makes counting a single increment whichever way the walk goes, and leaves nothing that could disagree. A tree
 * can hold 2³¹ − 1 accesses.
 *
 * Hot files copy these into constants of their own: where modules are rewritten (test runners do so), an imported
 * constant is a getter call, at several times the cost of the memory access it is used for.
 */
export const KEY = 0;
export const LEFT = 1;
export const RIGHT = 2;
export const TOTAL = 3;
export const STRIDE = 4;

/** Slots of `tallies`, in the order of TreeTotals. Float64: nodes visited may pass 2³¹ in a long run. */
export const OPERATIONS = 0;
export const NODES_VISITED = 1;
export const ROTATIONS = 2;
export const ZIG = 3;
export const ZIG_ZIG = 4;
export const ZIG_ZAG = 5;
