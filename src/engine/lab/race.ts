/**
 * The race: several trees, one start shape, the same operations. All lines grow together, so that what is there can be
 * shown while the rest is still being run.
 *
 *     samples   |||| | | | |  |  |  |   |   |    |    |     denser at the start, where trees change most
 *     tree 1    ────────────────────────▶
 *     tree 2    ────────────────────────▶                   one sample at a time, then the next tree
 *     tree 3    ───────────────────▶
 */
import { RACE, RACE_WIDTH } from '../../base/columns.ts';
import type { Tree } from '../trees/tree.ts';
import { type HotKeys, hotDepth, hotKeysOf } from './hot-keys.ts';
import type { Job, JobProgress } from './job.ts';
import type { Operations } from './operations.ts';
import { RaceTrack } from './race-track.ts';
import type { TreeChoice } from './spec.ts';

/** What a race needs of a lab. */
export interface RaceCourse {
  readonly operations: Operations;
  /**
   * A tree of the lab's start shape, arranged for the operations where the kind is a yardstick.
   * @throws Error with one sentence where there can be none
   */
  startTree(choice: TreeChoice): Tree;
}

export interface RaceLine {
  readonly choice: TreeChoice;
  /** room for all samples; `rows` of them are written */
  readonly columns: Float64Array;
  rows: number;
  /** one sentence where this tree cannot take part */
  problem: string | null;
}

const HOT_KEYS = 8;
/** Nodes visited before others have their turn: some milliseconds. */
const TURN_VISITED = 20_000;
/** All checkpoints of all contestants, in bytes. */
const CHECKPOINT_BYTES = 1 << 27;

interface Racer {
  readonly line: RaceLine;
  readonly track: RaceTrack;
  readonly tree: Tree;
  /** totals at the sample before */
  visited: number;
  rotations: number;
}

export class Race {
  readonly lines: readonly RaceLine[];
  readonly operations: number;
  /** nodes visited per operation in the static optimum for these operations; null until known or where there is none */
  optimum: number | null = null;
  private readonly course: RaceCourse;
  private readonly hot: HotKeys;
  private readonly marks: readonly number[];
  private readonly tracks = new Map<RaceLine, RaceTrack>();

  /** @param samples rows of a line at most, the one before the first operation not counted */
  constructor(course: RaceCourse, contestants: readonly TreeChoice[], samples: number) {
    this.course = course;
    this.operations = course.operations.count;
    this.hot = hotKeysOf(course.operations, HOT_KEYS);
    this.marks = sampleMarks(this.operations, samples);
    this.lines = contestants.map((choice) => ({
      choice,
      columns: new Float64Array((this.marks.length + 1) * RACE_WIDTH),
      rows: 0,
      problem: null,
    }));
  }

  /** The keys asked for most, the hottest first. */
  get hotKeys(): readonly number[] {
    return this.hot.keys;
  }

  /** Writes the lines; `done` of `of` counts the operations of all trees. */
  *run(): Job<JobProgress, void> {
    const racers: Racer[] = [];
    const of = this.operations * this.lines.length;
    for (const line of this.lines) {
      const racer = this.enter(line);
      if (racer !== null) racers.push(racer);
      yield { done: 0, of };
    }
    this.optimum = this.expectedOptimum();
    yield { done: 0, of };

    let visitedInTurn = 0;
    let from = 0;
    for (const mark of this.marks) {
      for (const [place, racer] of racers.entries()) {
        let at = from;
        while (at < mark) {
          const before = racer.tree.totals.nodesVisited;
          at = racer.track.run(racer.tree, at, mark, TURN_VISITED);
          visitedInTurn += racer.tree.totals.nodesVisited - before;
          if (visitedInTurn < TURN_VISITED) continue;
          visitedInTurn = 0;
          const share =
            (from * racers.length + (mark - from) * place + at - from) / Math.max(1, racers.length);
          yield { done: share * this.lines.length, of };
        }
        this.sample(racer, mark);
      }
      from = mark;
    }
  }

  /** The contestants' trees after `operations` operations, null for those that cannot take part. */
  *treesAfter(operations: number): Job<JobProgress, (Tree | null)[]> {
    const trees: (Tree | null)[] = [];
    for (const [place, line] of this.lines.entries()) {
      const track = this.trackOf(line);
      if (track === null) {
        trees.push(null);
        continue;
      }
      const { tree, operations: start } = track.nearest(operations);
      for (let at = start; at < operations; ) {
        at = track.run(tree, at, operations, TURN_VISITED);
        yield { done: place + at / operations, of: this.lines.length };
      }
      trees.push(tree);
    }
    return trees;
  }

  private enter(line: RaceLine): Racer | null {
    const track = this.trackOf(line);
    if (track === null) return null;
    const { tree } = track.nearest(0);
    const { nodesVisited, rotations } = tree.totals;
    line.columns.set([0, Number.NaN, Number.NaN, Number.NaN, Number.NaN, hotDepth(tree, this.hot)]);
    line.rows = 1;
    return { line, track, tree, visited: nodesVisited, rotations };
  }

  /** Null, with the reason in the line, where the tree cannot take part. */
  private trackOf(line: RaceLine): RaceTrack | null {
    const known = this.tracks.get(line);
    if (known !== undefined || line.problem !== null) return known ?? null;
    try {
      const start = this.course.startTree(line.choice);
      const track = new RaceTrack(start, this.course.operations, CHECKPOINT_BYTES / this.lines.length);
      this.tracks.set(line, track);
      return track;
    } catch (error) {
      line.problem = error instanceof Error ? error.message : String(error);
      return null;
    }
  }

  private sample(racer: Racer, operations: number): void {
    const { line, tree } = racer;
    const { nodesVisited, rotations } = tree.totals;
    const since = operations - (line.columns[(line.rows - 1) * RACE_WIDTH + RACE.operations] ?? 0);
    line.columns.set(
      [
        operations,
        nodesVisited / operations,
        rotations / operations,
        (nodesVisited - racer.visited) / since,
        (rotations - racer.rotations) / since,
        hotDepth(tree, this.hot),
      ],
      line.rows * RACE_WIDTH,
    );
    line.rows += 1;
    racer.visited = nodesVisited;
    racer.rotations = rotations;
  }

  /** It never changes, so nothing has to be run: the nodes on the way to each operation's key, or to its gap. */
  private expectedOptimum(): number | null {
    const { keys, count } = this.course.operations;
    if (count === 0) return null;
    let tree: Tree;
    try {
      tree = this.course.startTree({ kind: 'static-optimum', parameters: {} });
    } catch {
      return null; // too many keys for it
    }
    const lengths = new Map<number, number>();
    let visited = 0;
    for (let i = 0; i < count; i += 1) {
      const key = keys[i] as number;
      let length = lengths.get(key);
      if (length === undefined) {
        length = walkLength(tree, key);
        lengths.set(key, length);
      }
      visited += length;
    }
    return visited / count;
  }
}

/** Nodes a search for the key visits, whether it is there or not. */
function walkLength(tree: Tree, key: number): number {
  let length = 0;
  for (let node = tree.root; node !== 0; ) {
    length += 1;
    const here = tree.keyAt(node);
    if (here === key) break;
    node = key < here ? tree.leftAt(node) : tree.rightAt(node);
  }
  return length;
}

/** Numbers of operations after which a sample is taken: rising, the last is `operations`; twice as dense at the start. */
export function sampleMarks(operations: number, samples: number): number[] {
  const marks: number[] = [];
  for (let i = 1; i <= samples; i += 1) {
    const t = i / samples;
    const mark = Math.max((marks[marks.length - 1] ?? 0) + 1, Math.round(operations * t * (0.5 + 0.5 * t)));
    if (mark > operations) break;
    marks.push(mark);
  }
  return marks;
}
