/** What can be taken from the Trees workspace: the tree at the position on screen, and what it cost to get there. */
import { format } from '../../protocol/texts.ts';
import type { LabSpec } from '../../protocol/trees/model.ts';
import { NODE, NODE_WIDTH, OPERATION_NAMES, type TreeMoment } from '../../protocol/trees/moment.ts';
import { COST_WIDTH, type TreesCatalogue } from '../../protocol/trees/requests.ts';
import type { Series, SeriesRow, Taken, TakenText } from '../taken.ts';
import type { TreesCore } from './core.ts';
import type { TreesState } from './types.ts';

const WORDS = {
  moment: 'operation {operation:count} of {operations:count}, step {step} of {steps}',
  name: '{tree}, {stream}',
  typed: '{tree}, own operations',
  keys: '{stream} over {keys} keys',
  figures: {
    operation: 'operation',
    operations: 'operations of the lab',
    keys: 'keys in the tree',
    height: 'height (nodes)',
    visited: 'nodes visited so far',
    rotations: 'single rotations so far',
    zig: 'zig',
    zigZig: 'zig-zig',
    zigZag: 'zig-zag',
    thisVisited: 'nodes visited in this operation',
    thisRotations: 'single rotations in this operation',
    path: 'path of this operation (keys)',
  },
  costs: 'Cost of each operation so far',
  nodes: 'Nodes on screen',
  texts: {
    brackets: 'Tree in brackets',
    preorder: 'Tree in preorder',
    json: 'Tree as JSON',
    operations: 'Operations',
  },
} as const;

const FILES = {
  brackets: 'tree.txt',
  preorder: 'tree-preorder.txt',
  json: 'tree.json',
  operations: 'operations.txt',
} as const;
const FORMATS = ['brackets', 'preorder', 'json', 'operations'] as const;

const COST_COLUMNS = ['operation', 'kind', 'key', 'visited', 'rotations'];
const NODE_COLUMNS = ['key', 'rank', 'depth', 'self', 'left', 'right'];

export function takeTrees(core: TreesCore): Taken | null {
  const state = core.store.getState();
  const { spec, actions, lab, catalogue, moment } = state;
  if (spec === null || lab === null || catalogue === null) return null;
  return {
    workspace: 'trees',
    name: nameOf(spec, lab.startSize, catalogue),
    ...(moment === null || moment.operations === 0 ? {} : { moment: momentWords(moment) }),
    link: actions.link(),
    file: { name: 'lab.json', json: { version: 1, ...spec } },
    subject: { kind: 'trees', lab: spec },
    figures: moment === null ? [] : figuresOf(moment),
    series: moment === null ? [] : seriesOf(core, state, moment),
    texts: FORMATS.map(
      (one): TakenText => ({
        name: WORDS.texts[one],
        file: FILES[one],
        text: () => actions.exportText(one),
      }),
    ),
  };
}

/** "Splay tree, Zipf over 31 keys" */
function nameOf({ tree, stream }: LabSpec, startSize: number, { trees, streams }: TreesCatalogue): string {
  const treeName = trees.find(({ kind }) => kind === tree.kind)?.name ?? tree.kind;
  if (stream.length === 0) return format(WORDS.typed, { tree: treeName });
  const name = streams.find(({ kind }) => kind === stream.kind)?.name ?? stream.kind;
  const keys = startSize > 0 ? startSize : stream.keys;
  return format(WORDS.name, { tree: treeName, stream: format(WORDS.keys, { stream: name, keys }) });
}

function momentWords({ operation, operations, step, steps }: TreeMoment): string {
  return format(WORDS.moment, { operation: operation + 1, operations, step, steps });
}

function figuresOf(moment: TreeMoment): Taken['figures'] {
  const { totals, command } = moment;
  const path = command === null ? '' : [...moment.path].join(' ');
  const { figures } = WORDS;
  const rows: [string, number | string | null][] = [
    [figures.operation, moment.operations === 0 ? null : moment.operation + 1],
    [figures.operations, moment.operations],
    [figures.keys, moment.size],
    [figures.height, moment.height],
    [figures.visited, totals.nodesVisited],
    [figures.rotations, totals.rotations],
    [figures.zig, totals.zig],
    [figures.zigZig, totals.zigZig],
    [figures.zigZag, totals.zigZag],
    [figures.thisVisited, moment.visited],
    [figures.thisRotations, moment.rotations],
    [figures.path, path === '' ? null : path],
  ];
  return rows.map(([label, value]) => ({ label, value }));
}

function seriesOf(core: TreesCore, { lab }: TreesState, moment: TreeMoment): Series[] {
  const series: Series[] = [];
  const labKey = lab?.labKey;
  // An operation is reached when its first step is done; its cost is told when all of them are.
  const done = moment.operations === 0 ? 0 : moment.operation + (moment.step === moment.steps ? 1 : 0);
  if (labKey !== undefined && done > 0) {
    series.push({
      name: WORDS.costs,
      file: 'costs.csv',
      columns: COST_COLUMNS,
      rows: async () => {
        const reply = await core.client?.call('costs', { labKey, operations: done });
        return reply === undefined ? [] : costRows(reply.columns);
      },
    });
  }
  if (moment.size > 0) {
    series.push({
      name: WORDS.nodes,
      file: 'nodes.csv',
      columns: NODE_COLUMNS,
      rows: { [Symbol.iterator]: () => nodeRows(moment.nodes) },
    });
  }
  return series;
}

function* costRows(columns: Int32Array): Generator<SeriesRow> {
  for (let row = 0; row * COST_WIDTH < columns.length; row += 1) {
    const at = row * COST_WIDTH;
    yield [
      row + 1,
      OPERATION_NAMES[columns[at] ?? 0] ?? '',
      columns[at + 1] ?? 0,
      columns[at + 2] ?? 0,
      columns[at + 3] ?? 0,
    ];
  }
}

/** A tree too large to be sent whole is there in part. */
function* nodeRows(nodes: Int32Array): Generator<SeriesRow> {
  for (let at = 0; at < nodes.length; at += NODE_WIDTH) {
    const row = nodes.subarray(at, at + NODE_WIDTH);
    yield [
      row[NODE.key],
      row[NODE.rank],
      row[NODE.depth],
      row[NODE.self],
      row[NODE.left],
      row[NODE.right],
    ].map((value) => value ?? 0);
  }
}
