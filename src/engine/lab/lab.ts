/** A lab made ready: its start shape, its operations, and the tree's run over them. */
import type { TraceLibrary } from '../memory/trace.ts';
import { treeKinds } from '../trees/registry.ts';
import { createTreeFrom, parseStart, type ShapeRow } from '../trees/shapes.ts';
import type { Tree, TreeKind } from '../trees/tree.ts';
import { deepestKey } from './deepest-key.ts';
import { Hits } from './hits.ts';
import type { Job } from './job.ts';
import { type allCommands, commandAt, OPERATIONS, type Operations } from './operations.ts';
import { LAB_LIMITS, type LabSpec, type TreeChoice } from './spec.ts';
import { createStream, streamKind } from './stream-registry.ts';
import { TreeRun } from './tree-run.ts';

/** Nodes looked at in all by a stream that searches the whole tree before each operation. */
const MOST_SEARCHED = 400_000_000;
/** Operations made between two looks at the clock. */
const PIECE = 4096;

export class Lab {
  readonly spec: LabSpec;
  readonly kind: TreeKind;
  readonly operations: Operations;
  /** how many of them are the stream's */
  readonly streamOperations: number;
  /** the tree before the first operation */
  readonly start: Tree;
  readonly run: TreeRun;
  readonly hits: Hits;
  private readonly rows: readonly ShapeRow[];

  constructor(spec: LabSpec, rows: readonly ShapeRow[], operations: Operations) {
    this.spec = spec;
    this.rows = rows;
    this.operations = operations;
    this.streamOperations = operations.count - spec.typed.length;
    this.kind = kindOf(spec.tree);
    this.start = this.startTree(spec.tree);
    this.run = new TreeRun(this.start, operations);
    this.hits = new Hits(operations);
  }

  /**
   * A tree of another kind over the same start shape; a yardstick is arranged for the stream.
   * @throws Error with one sentence where that tree cannot be, e.g. for too many keys
   */
  startTree(choice: TreeChoice): Tree {
    const tree = createTreeFrom(choice.kind, this.rows, choice.parameters);
    const { prepare } = kindOf(choice);
    return prepare === undefined ? tree : prepare(tree, streamCommands(this.operations));
  }
}

/** What was typed came later: a yardstick knows nothing of it. */
function* streamCommands(operations: Operations): ReturnType<typeof allCommands> {
  for (let i = 0; i < operations.count; i += 1) if (operations.typed[i] === 0) yield commandAt(operations, i);
}

/**
 * Makes a lab ready, in slices; yields how far it is, 0–1.
 * @param library the recorded page traces; needed by the stream `trace` alone
 * @throws Error with one sentence that says what in the spec cannot be
 */
export function* openLab(spec: LabSpec, library: TraceLibrary | null): Job<number, Lab> {
  checkNumbers(spec);
  checkTree(spec.tree);
  const rows = parseStart(spec.start, spec.seed);
  if (rows.length > LAB_LIMITS.keys)
    throw new Error(
      `The start shape has ${rows.length} keys; a lab takes at most ${LAB_LIMITS.keys.toLocaleString('en')}.`,
    );
  yield 0;
  const stream = yield* streamKeys(spec, rows, library);
  yield 0.9;
  return new Lab(spec, rows, together(spec, stream));
}

function* streamKeys(
  spec: LabSpec,
  rows: readonly ShapeRow[],
  library: TraceLibrary | null,
): Job<number, Int32Array> {
  const { kind, parameters, length, list } = spec.stream;
  const entry = streamKind(kind);
  const count = entry.needs === 'list' && length > list.length ? list.length : length;
  const keys = new Int32Array(count);
  const drawn = rows.map(({ key }) => key).sort((a, b) => a - b);
  const study = entry.needs === 'deepest' ? studied(spec, rows) : null;
  const given = createStream(kind, {
    length: count,
    keys: drawn.length > 0 ? drawn.length : spec.stream.keys,
    seed: spec.seed,
    parameters,
    list,
    ...(library === null ? {} : { library }),
    ...(study === null ? {} : { deepest: () => deepestKey(study) }),
  });
  for (let i = 0; i < count; i += 1) {
    const value = given.next();
    const key = entry.gives === 'ranks' ? (drawn[value] ?? value) : value;
    keys[i] = key;
    study?.access(key);
    if (i % (study === null ? PIECE : 16) === 0) yield (0.9 * i) / count;
  }
  return keys;
}

/** The tree that is asked for its deepest key again and again. */
function studied(spec: LabSpec, rows: readonly ShapeRow[]): Tree {
  const tree = createTreeFrom(spec.tree.kind, rows, spec.tree.parameters);
  if (tree.size === 0)
    throw new Error('The deepest key of an empty tree is asked for; choose a start shape with keys.');
  if (tree.size * spec.stream.length > MOST_SEARCHED) {
    const most = Math.floor(MOST_SEARCHED / tree.size).toLocaleString('en');
    throw new Error(
      `To ask ${tree.size.toLocaleString('en')} keys for the deepest takes too long ${spec.stream.length.toLocaleString('en')} times; ask at most ${most} times.`,
    );
  }
  return tree;
}

/** The stream with the typed operations among it (store/trees/typed.ts draws it). */
function together({ typed }: LabSpec, stream: Int32Array): Operations {
  const count = stream.length + typed.length;
  const keys = new Int32Array(count);
  const kinds = new Uint8Array(count);
  const marks = new Uint8Array(count);
  let at = 0;
  let next = 0;
  const put = (key: number, kind: number, mark: number) => {
    keys[at] = key;
    kinds[at] = kind;
    marks[at] = mark;
    at += 1;
  };
  for (let i = 0; i <= stream.length; i += 1) {
    for (; next < typed.length; next += 1) {
      const entry = typed[next];
      if (entry === undefined || (entry.before > i && i < stream.length)) break;
      put(entry.key, OPERATIONS.indexOf(entry.operation), 1);
    }
    if (i < stream.length) put(stream[i] as number, 0, 0);
  }
  return { count, keys, kinds, typed: marks };
}

function kindOf({ kind }: TreeChoice): TreeKind {
  const entry = treeKinds.find((candidate) => candidate.kind === kind);
  if (entry !== undefined) return entry;
  const known = treeKinds.map((candidate) => candidate.kind).join(', ');
  throw new Error(`There is no tree kind "${kind}"; use one of ${known}.`);
}

/** @throws Error with one sentence for an unknown kind or setting, or a value out of its range */
function checkTree(choice: TreeChoice): void {
  const entry = kindOf(choice);
  for (const [name, value] of Object.entries(choice.parameters)) {
    const parameter = entry.parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) {
      const known = entry.parameters.map((candidate) => candidate.name).join(', ');
      throw new Error(
        `The tree "${choice.kind}" has no setting "${name}"; it has ${known === '' ? 'none' : known}.`,
      );
    }
    if (!(value >= parameter.min && value <= parameter.max)) {
      throw new Error(
        `The setting "${name}" of the tree "${choice.kind}" is ${value}; it goes from ${parameter.min} to ${parameter.max}.`,
      );
    }
  }
}

function checkNumbers({ seed, stream, typed }: LabSpec): void {
  whole('The seed', seed, 0, LAB_LIMITS.seed);
  whole('The length of the stream', stream.length, 0, LAB_LIMITS.operations);
  whole('The number of keys', stream.keys, 1, LAB_LIMITS.keys);
  if (typed.length > LAB_LIMITS.typed) {
    const [there, most] = [typed.length, LAB_LIMITS.typed].map((count) => count.toLocaleString('en'));
    throw new Error(
      `There would be ${there} typed operations, and a lab takes ${most}; take some back, or load them as a list of keys.`,
    );
  }
  for (const { key, before } of typed) {
    whole('A typed key', key, -2_147_483_648, 2_147_483_647);
    whole('The place of a typed operation', before, 0, LAB_LIMITS.operations);
  }
  for (const key of stream.list) whole('A key of the list', key, -2_147_483_648, 2_147_483_647);
}

function whole(what: string, value: number, low: number, high: number): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  const range = [low, high].map((edge) => edge.toLocaleString('en')).join(' to ');
  throw new Error(`${what} is ${value}; it must be a whole number from ${range}.`);
}
