/** The README's tables as Markdown, each from figures just worked out. */
import type { ClusterGainRow, SpanName, SpanRow } from '../../../src/engine/experiments/failover-seeds.ts';
import type { MeasuredMode, TwinRow } from '../../../src/engine/experiments/measured-runs.ts';
import type { GainRow } from '../../../src/engine/experiments/prediction-gain.ts';
import type { TreeReferenceRow } from '../../../src/engine/experiments/reference-trees.ts';
import { type Measure, summarise } from '../../../src/store/evidence/errors.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US');
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** With a true minus, as everywhere in this project. */
function change(now: number, before: number): string {
  const percent = (100 * (now / before - 1)).toFixed(1);
  return `${percent.startsWith('-') ? percent.replace('-', '−') : `+${percent}`} %`;
}

const SPANS: Readonly<Record<SpanName, readonly [string, string]>> = {
  before: ['round trip before the stop', '0.25 ms'],
  'during-script': ['during the stream, paper’s script', '1.0 ms'],
  'during-stock': ['during the stream, stock', '1.3 ms'],
  after: ['just after activation', '0.5 ms'],
  recovered: ['recovered, at 30 s', '0.25 ms'],
  move: ['first page to activation', '3 s'],
};

export function spanTable(rows: readonly SpanRow[]): string {
  const figure = ({ span, mean, least, most }: SpanRow) =>
    span === 'move'
      ? `${(mean / 1000).toFixed(2)} s (${(least / 1000).toFixed(2)}–${(most / 1000).toFixed(2)})`
      : `${mean.toFixed(3)} ms (${least.toFixed(3)}–${most.toFixed(3)})`;
  return table(
    ['', 'paper A', 'Migrascope'],
    rows.map((row) => [...SPANS[row.span], figure(row)]),
  );
}

const PREDICTORS: Readonly<Record<string, string>> = {
  lru: 'LRU',
  'lazy-counting': 'lazy counting tree',
};

export function clusterTable(rows: readonly ClusterGainRow[]): string {
  const plain = rows[0]?.bytesSent ?? Number.NaN;
  const name = ({ predictor, pages, hold }: ClusterGainRow) =>
    pages === 0
      ? 'none (plain pre-copy)'
      : `${PREDICTORS[predictor] ?? predictor}, ${whole(pages)}${hold === 'until-stop' ? ', until the stop' : ''}`;
  return table(
    ['predictor, pages held back', 'bytes sent', 'first page to activation', 'downtime'],
    rows.map((row, at) => [
      name(row),
      at === 0 ? megabytes(row.bytesSent) : `${megabytes(row.bytesSent)} (${change(row.bytesSent, plain)})`,
      `${whole(row.moveMs)} ms`,
      `${row.downtimeMs.toFixed(1)} ms`,
    ]),
  );
}

const WORKLOADS: Readonly<Record<string, string>> = { 'hot-cold': 'hot and cold', zipf: 'Zipf' };

interface Gains {
  readonly first: readonly GainRow[];
  readonly untilStop: readonly GainRow[];
}

export function gainTable({ first, untilStop }: Gains): string {
  const of = (rows: readonly GainRow[], workload: string, predictor: string): GainRow => {
    const row = rows.find((one) => one.workload === workload && one.predictor === predictor);
    if (row === undefined) throw new Error(`There is no row of ${predictor} over ${workload}.`);
    return row;
  };
  const workloads = [...new Set(first.map(({ workload }) => workload))];
  const share = (workload: string, row: GainRow) => row.bytesSent / of(first, workload, 'none').bytesSent;
  const rows = workloads.map((workload) => {
    const plain = of(first, workload, 'none');
    const held = of(untilStop, workload, 'lazy-counting');
    return [
      WORKLOADS[workload] ?? workload,
      megabytes(plain.bytesSent),
      ...['lru', 'lazy-counting', 'oracle'].map((kind) =>
        change(share(workload, of(first, workload, kind)), 1),
      ),
      `${change(share(workload, held), 1)}, ${plain.downtimeMs.toFixed(1)} → ${held.downtimeMs.toFixed(1)} ms`,
    ];
  });
  const mean = (value: (workload: string) => number) =>
    workloads.reduce((sum, workload) => sum + value(workload), 0) / workloads.length;
  const meanOf = (kind: string) =>
    change(
      mean((workload) => share(workload, of(first, workload, kind))),
      1,
    );
  const later = mean((workload) => share(workload, of(untilStop, workload, 'lazy-counting')));
  const longer = mean(
    (workload) =>
      of(untilStop, workload, 'lazy-counting').downtimeMs - of(first, workload, 'none').downtimeMs,
  );
  return table(
    ['workload', 'none', 'LRU', 'lazy counting tree', 'oracle', 'lazy counting tree, held until the stop'],
    [
      ...rows,
      [
        'mean',
        '',
        ...['lru', 'lazy-counting', 'oracle'].map(meanOf),
        `${change(later, 1)}, + ${longer.toFixed(1)} ms`,
      ],
    ],
  );
}

const MODES: readonly (readonly [MeasuredMode, string])[] = [
  ['precopy', 'pre-copy'],
  ['autoconverge', 'auto-converge'],
  ['postcopy', 'post-copy'],
  ['xbzrle', 'XBZRLE'],
];

export function machineTable(rows: readonly TwinRow[]): string {
  const error = (part: readonly TwinRow[], model: 'twin' | 'textbook', measure: Measure) => {
    const { median, p90 } = summarise(part, model, measure);
    const percent = (value: number) =>
      value >= 0.1
        ? (100 * value).toFixed(0)
        : Number((100 * value).toFixed(value < 0.0005 ? 2 : 1)).toString();
    return Number.isNaN(median) ? '' : `${percent(median)} % (${percent(p90)} %)`;
  };
  return table(
    [
      'measured runs',
      'total time, median error (90th percentile)',
      'bytes sent',
      'textbook model, total time',
    ],
    MODES.map(([mode, name]) => {
      const part = rows.filter((row) => row.mode === mode);
      return [
        `${name}, ${part.length}`,
        error(part, 'twin', 'totalTimeMs'),
        error(part, 'twin', 'bytesSent'),
        error(part, 'textbook', 'totalTimeMs'),
      ];
    }),
  );
}

const TREES: Readonly<Record<string, string>> = {
  'static-optimum': 'static optimum',
  balanced: 'balanced, static',
  'move-to-root': 'move to root',
  splay: 'splay',
  'semi-splay': 'semi-splay',
  cbtree: 'CBTree, ε = 1',
  'lazy-counting': 'lazy counting',
};

export function treeTable(rows: readonly TreeReferenceRow[]): string {
  const cell = (path: number, rotations: number, claimed: number) =>
    claimed === 0
      ? path.toFixed(2)
      : `${path.toFixed(2)} / ${rotations.toFixed(claimed < 0.001 ? 4 : claimed < 1 ? 3 : 2)}`;
  const cells = (kind: string, exponent: number): string[] => {
    const row = rows.find((one) => one.kind === kind && one.exponent === exponent);
    if (row === undefined) return ['', ''];
    const { claimed, path, rotations } = row;
    return [
      cell(claimed.path, claimed.rotations, claimed.rotations),
      cell(path.mean, rotations.mean, claimed.rotations),
    ];
  };
  return table(
    ['', 'uniform, reference', 'here', 'Zipf 1.0, reference', 'here', 'Zipf 1.5, reference', 'here'],
    Object.entries(TREES).map(([kind, name]) => [
      name,
      ...[0, 1, 1.5].flatMap((exponent) => cells(kind, exponent)),
    ]),
  );
}
