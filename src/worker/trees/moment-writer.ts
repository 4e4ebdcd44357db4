/** One moment of a lab as the page gets it. */
import type { Lab } from '../../engine/lab/lab.ts';
import { commandAt, type Operations } from '../../engine/lab/operations.ts';
import type { TreeStep } from '../../engine/trees/step.ts';
import type { CodeLine, Tree } from '../../engine/trees/tree.ts';
import type { MomentRequest, OperationStrip, StepView, TreeMoment } from '../../protocol/trees/moment.ts';
import { stepView } from './step-view.ts';
import { columnsOf, rank } from './tree-columns.ts';

/** The lab's run stands where it shall be read. */
export function writeMoment(lab: Lab, request: MomentRequest, code: readonly CodeLine[]): TreeMoment {
  const { run, operations, hits } = lab;
  const { tree, operation, step, steps } = run;
  const over = steps.length > 0 && step === steps.length;
  hits.moveTo(operations.count === 0 ? 0 : operation + (over ? 1 : 0));
  const hitsOf = (key: number) => hits.of(key);
  const ranked = rank(tree, hitsOf);
  const done = steps.slice(0, step);
  const current = stepView(tree, steps, step - 1, code);
  const path = pathOf(done);
  const wanted = [...path, ...keysOf(current)];
  const columns = columnsOf(ranked, request.window, request.limit, wanted);
  const command = operations.count === 0 ? null : commandAt(operations, operation);
  return {
    labKey: request.labKey,
    generation: request.generation,
    operation,
    step,
    steps: steps.length,
    operations: operations.count,
    command: command && { ...command, typed: operations.typed[operation] === 1 },
    found: found(steps, step),
    current,
    next: steps[step]?.kind ?? null,
    path,
    size: tree.size,
    height: columns.height,
    whole: columns.whole,
    nodes: columns.nodes,
    counts: tree.counts,
    totals: tree.totals,
    visited: done.filter(({ kind }) => kind === 'compare').length,
    rotations: done.filter(({ kind }) => kind === 'rotate').length,
    strip: stripOf(operations, operation, request.strip),
    ...heatOf(tree, ranked.keys, ranked.selves, hitsOf, request.bins),
  };
}

export function buffersOf(moment: TreeMoment): ArrayBuffer[] {
  const { nodes, path, heat, strip } = moment;
  return [nodes, path, heat, strip.keys, strip.operations, strip.typed].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}

/** Whether the operation's walk ended at its key; null while it is under way. */
function found(steps: readonly TreeStep[], step: number): boolean | null {
  if (step === 0) return null;
  const last = steps.findLastIndex(({ kind }) => kind === 'compare');
  if (last >= 0 && step <= last) return null;
  const comparison = steps[last];
  return comparison?.kind === 'compare' && comparison.outcome === 'equal';
}

/** Keys met by the walk, from the root down. */
function pathOf(done: readonly TreeStep[]): Int32Array {
  return Int32Array.from(done.flatMap((step) => (step.kind === 'compare' ? [step.nodeKey] : [])));
}

/** Keys a step speaks of: a picture without them would not show what is done. */
function keysOf(step: StepView | null): number[] {
  if (step === null) return [];
  const { key, from, sankKey, movedKey, heirKey, weighing } = step;
  const pair = weighing ? [weighing.parentKey, weighing.childKey, weighing.innerKey] : [];
  return [key, from, sankKey, movedKey, heirKey, ...pair].filter((one) => one !== null);
}

function stripOf({ keys, kinds, typed, count }: Operations, at: number, around: number): OperationStrip {
  const from = Math.max(0, at - around);
  const to = Math.min(count, at + around + 1);
  return {
    from,
    keys: keys.slice(from, to),
    operations: kinds.slice(from, to),
    typed: typed.slice(from, to),
  };
}

/** Accesses per bin of ranks, and the most of a single key. Counting trees say it themselves. */
function heatOf(
  tree: Tree,
  keys: Int32Array,
  selves: Int32Array,
  hits: (key: number) => number,
  wanted: number,
): { heat: Float64Array; hottest: number } {
  const size = keys.length;
  const bins = Math.max(1, Math.min(wanted, size));
  const heat = new Float64Array(size === 0 ? 0 : bins);
  let hottest = 0;
  for (let place = 0; place < size; place += 1) {
    const accesses = tree.counts ? hits(keys[place] as number) : (selves[place] as number);
    const bin = Math.floor((place * bins) / size);
    heat[bin] = (heat[bin] as number) + accesses;
    if (accesses > hottest) hottest = accesses;
  }
  return { heat, hottest };
}
