/** Trees and operations as text, in and out. */
import { hashState } from '../../base/clone.ts';
import type { Lab } from '../../engine/lab/lab.ts';
import { commandAt } from '../../engine/lab/operations.ts';
import { TreeRun } from '../../engine/lab/tree-run.ts';
import { parseKeyList } from '../../engine/trees/key-list.ts';
import { parseOperations } from '../../engine/trees/run-operations.ts';
import { bracketText, parseShapeText, preorderText, shapeJson } from '../../engine/trees/shape-text.ts';
import type { Tree } from '../../engine/trees/tree.ts';
import type { ParsedText } from '../../protocol/trees/requests.ts';
import type { Handler } from './handler.ts';

const NOTHING: ParsedText = { problem: null, complaints: [], commands: [], keys: [], size: 0 };

export const parse: Handler<'parse'> = (_context, { what, text }) => {
  try {
    if (what === 'shape') return { ...NOTHING, size: parseShapeText(text).length };
    if (what === 'operations') return { ...NOTHING, commands: parseOperations(text) };
    const { keys, problems } = parseKeyList(text);
    return { ...NOTHING, keys, complaints: problems.map((problem) => problem.text) };
  } catch (error) {
    return { ...NOTHING, problem: error instanceof Error ? error.message : String(error) };
  }
};

export const exportText: Handler<'export'> = (context, { labKey, operation, step, format }) => {
  const lab = context.lab(labKey);
  if (format === 'operations') return { text: operationsText(lab) };
  const tree = treeAt(lab, operation, step);
  const text =
    format === 'json'
      ? shapeJson(tree)
      : format === 'preorder'
        ? preorderText(tree, tree.counts)
        : bracketText(tree, tree.counts);
  return { text };
};

export const hash: Handler<'hash'> = (context, { labKey, operation, step }) => ({
  hash: hashState(treeAt(context.lab(labKey), operation, step)),
});

/** The lab's own run stays where the page looks at it, if that is where it stands already. */
function treeAt(lab: Lab, operation: number, step: number): Tree {
  const { run } = lab;
  const stands =
    run.operation === operation && (run.step === step || (step < 0 && run.step === run.steps.length));
  if (stands) return run.tree;
  const own = new TreeRun(lab.start, lab.operations);
  own.seek(operation, step);
  return own.tree;
}

/** One operation a line; a run of the same operation shares one. */
function operationsText({ operations }: Lab): string {
  const lines: string[] = [];
  let last = '';
  for (let i = 0; i < operations.count; i += 1) {
    const { operation, key } = commandAt(operations, i);
    if (operation === last && i % 20 !== 0) lines[lines.length - 1] += ` ${key}`;
    else lines.push(`${operation} ${key}`);
    last = operation;
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
