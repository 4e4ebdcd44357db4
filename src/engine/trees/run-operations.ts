import { settingsProblem } from './parameters.ts';
import type { TreeCommand } from './recorder.ts';
import { treeKind } from './registry.ts';
import { createTreeFrom, isInt32, type ShapeRow } from './shapes.ts';
import { quoted } from './text-place.ts';
import type { PreorderRow, Tree, TreeParameters, TreeTotals } from './tree.ts';

/** What the command line prints for `tree`. */
export interface TreeReport {
  readonly kind: string;
  readonly size: number;
  /** Nodes on the longest path from the root, 0 for the empty tree. */
  readonly height: number;
  readonly preorder: PreorderRow[];
  readonly totals: TreeTotals;
}

/** Operations a text may hold: a batch typed, pasted or read from a file. */
const MAX_OPERATIONS = 1_000_000;

/**
 * Reads operations: `insert 5`, `find 9`, `delete 3`, `access 7` or bare keys (= access), one a line or divided by
 * ";"; several keys may follow one word, divided by spaces or commas, in the order they are meant. Capital letters are
 * as good as small ones, empty lines are skipped. Keys are whole numbers of 32 bits.
 * @throws Error with one sentence naming the line and the operation's number in it.
 */
export function parseOperations(text: string): TreeCommand[] {
  const commands: TreeCommand[] = [];
  text.split(/\r\n?|\n/).forEach((line, lineIndex) => {
    const parts = line.split(';');
    parts.forEach((part, partIndex) => {
      const words = part.split(/[\s,]+/).filter((word) => word !== '');
      if (words.length === 0) return;
      const place =
        parts.length > 1 ? `line ${lineIndex + 1}, part ${partIndex + 1}` : `line ${lineIndex + 1}`;
      readOperation(words, `Operation ${commands.length + 1} (${place})`, commands);
    });
  });
  return commands;
}

/** Appends the commands of one part to `commands`. */
function readOperation(words: readonly string[], where: string, commands: TreeCommand[]): void {
  const text = quoted(words.join(' '));
  const bare = /^[+-]?\d/.test(words[0] ?? '');
  const operation = bare ? 'access' : words[0]?.toLowerCase();
  const keys = bare ? words : words.slice(1);
  if (operation !== 'access' && operation !== 'insert' && operation !== 'find' && operation !== 'delete') {
    throw new Error(`${where} is ${text}; write insert, find, delete or access and a key, or a key alone.`);
  }
  if (keys.length === 0) {
    throw new Error(`${where} is ${text}; ${operation} takes a key, as in "${operation} 5".`);
  }
  for (const digits of keys) {
    const key = /^[+-]?\d+$/.test(digits) ? Number(digits) : Number.NaN;
    if (!isInt32(key)) {
      throw new Error(
        `${where} has the key ${quoted(digits)}; use a whole number from -2147483648 to 2147483647.`,
      );
    }
    if (commands.length === MAX_OPERATIONS) {
      throw new Error(`${where} is one too many; at most ${MAX_OPERATIONS} operations can be run at once.`);
    }
    commands.push({ operation, key: key | 0 }); // | 0: no negative zero
  }
}

export function runCommand(tree: Tree, { operation, key }: TreeCommand): void {
  tree[operation](key);
}

/**
 * Runs operations on a tree of a kind that starts in a shape; a yardstick is arranged for all of them first.
 * @throws Error with one sentence for an unknown kind, a bad setting, a bad shape or a bad operation.
 */
export function runOperations(
  kind: string,
  operations: string,
  start: string | readonly ShapeRow[] = 'empty',
  parameters: TreeParameters = {},
): TreeReport {
  const entry = treeKind(kind);
  const problem = settingsProblem(entry, parameters);
  if (problem !== null) throw new Error(problem);
  const commands = parseOperations(operations);
  const shaped = createTreeFrom(kind, start, parameters);
  const tree = entry.prepare?.(shaped, commands) ?? shaped;
  for (const command of commands) runCommand(tree, command);
  return describeTree(tree);
}

function describeTree(tree: Tree): TreeReport {
  return {
    kind: tree.kind,
    size: tree.size,
    height: tree.height(),
    preorder: tree.preorder(),
    totals: tree.totals,
  };
}
