/** The top of one process's page tree, and what a plain splay tree would have made of the same accesses. */
import { PAGE_STATE } from '../../base/columns.ts';
import { focusVm } from '../../engine/simulation/focus.ts';
import { hasBegun, jobOf } from '../../engine/simulation/jobs.ts';
import type { Series } from '../../engine/simulation/series.ts';
import type { SimState } from '../../engine/simulation/state.ts';
import { SplayTree } from '../../engine/trees/splay.ts';
import type { Tree } from '../../engine/trees/tree.ts';
import { TREE_COLUMN, TREE_WIDTH, type TreeInset } from '../../protocol/frame.ts';

const WINDOW = 1000;

/** A splay tree run over a process's accesses so far, with its rotations after each of them. */
interface Shadow {
  readonly vm: number;
  readonly process: number;
  /** accesses the log holds from before the process's tree began: a reboot starts with a new one */
  readonly born: number;
  readonly tree: SplayTree;
  /** rotations after the first i accesses */
  rotations: Float64Array;
  accesses: number;
}

/** Keeps one shadow, of the process looked at: it goes on with the recording, and any moment before can be read. */
export class SplayShadow {
  private shadow: Shadow | null = null;

  /** @returns rotations a splay tree made in the last `last` of the `accesses` the process's tree has seen */
  rotationsIn(
    series: Series,
    vm: number,
    process: number,
    last: number,
    accesses: number,
    nowUs: number,
  ): number {
    const logged = series.accesses.keysUntil(vm, process, nowUs);
    const born = logged.length - accesses;
    const keys = logged.subarray(born);
    const [from, to] = [accesses - last, accesses];
    let { shadow } = this;
    if (shadow?.vm !== vm || shadow.process !== process || shadow.born !== born) {
      shadow = { vm, process, born, tree: new SplayTree(), rotations: new Float64Array(1024), accesses: 0 };
      this.shadow = shadow;
    }
    while (shadow.accesses < to) {
      shadow.tree.access(keys[shadow.accesses] as number);
      shadow.accesses += 1;
      if (shadow.accesses === shadow.rotations.length) {
        const grown = new Float64Array(shadow.rotations.length * 2);
        grown.set(shadow.rotations);
        shadow.rotations = grown;
      }
      shadow.rotations[shadow.accesses] = shadow.tree.totals.rotations;
    }
    return (shadow.rotations[to] ?? 0) - (shadow.rotations[from] ?? 0);
  }
}

export function writeTree(
  sim: SimState,
  series: Series,
  shadow: SplayShadow,
  process: number,
  maxRows: number,
): TreeInset | null {
  const vm = focusVm(sim);
  const shown = process < vm.workload.processes ? process : 0;
  const tree = vm.predictor.treeOf(shown);
  if (tree === null) return null;
  const accesses = tree.totals.operations;
  const last = Math.min(accesses, WINDOW);
  return {
    process: shown,
    program: vm.workload.programOf(shown),
    processes: vm.workload.processes,
    size: tree.size,
    height: tree.height(),
    rows: rowsOf(sim, tree, shown, maxRows),
    windowAccesses: last,
    windowRotations: rotationsSince(series, vm.id, shown, last, sim),
    splayRotations: shadow.rotationsIn(series, vm.id, shown, last, accesses, sim.nowUs),
  };
}

/** Rotations of the counting tree over the process's last `accesses` accesses. */
function rotationsSince(
  series: Series,
  vm: number,
  process: number,
  accesses: number,
  sim: SimState,
): number {
  if (accesses === 0) return 0;
  const since = series.accesses.timeOfLast(vm, process, accesses, sim.nowUs);
  const { rotations } = series;
  let sum = 0;
  for (let row = rotations.rowsUntil(sim.nowUs) - 1; row >= 0 && rotations.at(row, 0) >= since; row -= 1) {
    if (rotations.at(row, 1) === vm && rotations.at(row, 2) === process) sum += rotations.at(row, 3);
  }
  return sum;
}

/** The `maxRows` nodes nearest to the root, in preorder. */
function rowsOf(sim: SimState, tree: Tree, process: number, maxRows: number): Float64Array {
  const vm = focusVm(sim);
  const job = jobOf(sim, vm.id);
  const transfer = job !== null && hasBegun(job) ? job.transfer : null;
  const chosen = new Set<number>();
  tree.forEachByDepth((node) => {
    chosen.add(node);
    return chosen.size < maxRows;
  });
  const out = new Float64Array(chosen.size * TREE_WIDTH);
  let row = 0;
  const stack: { node: number; depth: number; parent: number }[] = [];
  if (tree.root !== 0) stack.push({ node: tree.root, depth: 0, parent: -1 });
  for (;;) {
    const next = stack.pop();
    if (next === undefined) break;
    const { node } = next;
    const key = tree.keyAt(node);
    const page = vm.workload.pageOf(process, key);
    const at = row * TREE_WIDTH;
    out[at + TREE_COLUMN.key] = key;
    out[at + TREE_COLUMN.depth] = next.depth;
    out[at + TREE_COLUMN.self] = tree.selfAt(node);
    out[at + TREE_COLUMN.left] = tree.leftCountAt(node);
    out[at + TREE_COLUMN.right] = tree.rightCountAt(node);
    out[at + TREE_COLUMN.parent] = next.parent;
    out[at + TREE_COLUMN.page] = page;
    out[at + TREE_COLUMN.state] = stateOf(transfer?.state[page], vm.activatedUs >= 0);
    out[at + TREE_COLUMN.predicted] = transfer?.isHeld(page) ? 1 : 0;
    for (const child of [tree.rightAt(node), tree.leftAt(node)]) {
      if (child !== 0 && chosen.has(child)) stack.push({ node: child, depth: next.depth + 1, parent: row });
    }
    row += 1;
  }
  return out;
}

function stateOf(state: number | undefined, moved: boolean): number {
  if (state !== undefined) return state;
  return moved ? PAGE_STATE.arrived : PAGE_STATE.atHome;
}
