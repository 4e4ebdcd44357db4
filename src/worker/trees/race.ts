/** The race: lines while they grow, and every contestant's tree at any moment of it. */
import { Race } from '../../engine/lab/race.ts';
import type { TreeChoice } from '../../engine/lab/spec.ts';
import type { Tree } from '../../engine/trees/tree.ts';
import { RACE_WIDTH, type RaceReply, type RacerPicture } from '../../protocol/trees/requests.ts';
import type { Handler, TreesContext } from './handler.ts';
import { columnsOf, rank } from './tree-columns.ts';

/** Lines are copied and sent at most this often. */
const REPORT_EVERY_MS = 100;
const KEPT = 'race';

interface KeptRace {
  readonly labKey: string;
  readonly contestants: string;
  readonly race: Race;
}

export const race: Handler<'race'> = function* (context, { labKey, contestants, samples }) {
  const running = new Race(context.lab(labKey), contestants, samples);
  keepRace(context, labKey, contestants, running);
  let report = { ...reportOf(labKey, running), done: 0 };
  let reportedAt = context.now();
  for (const job = running.run(); ; ) {
    const step = job.next();
    if (step.done === true) return reportOf(labKey, running);
    // Copies, since the lines go on growing; made only as often as somebody may look.
    if (context.now() - reportedAt >= REPORT_EVERY_MS) {
      report = { ...reportOf(labKey, running), done: step.value.done / Math.max(1, step.value.of) };
      reportedAt = context.now();
    }
    yield report;
  }
};

export const racers: Handler<'racers'> = function* (context, { labKey, contestants, operation, limit }) {
  const known = raceOf(context, labKey, contestants);
  const job = known.treesAfter(Math.max(0, Math.min(operation, known.operations)));
  for (;;) {
    const step = job.next();
    if (step.done === true) {
      const pictures: RacerPicture[] = [];
      for (const [i, tree] of step.value.entries()) {
        const line = known.lines[i];
        if (line === undefined) continue;
        pictures.push(pictureOf(line.choice, tree, line.problem, limit));
        yield 1;
      }
      return { pictures };
    }
    yield step.value.done / Math.max(1, step.value.of);
  }
};

/** The race with these trees that was run, or one that can be. */
function raceOf(context: TreesContext, labKey: string, contestants: readonly TreeChoice[]): Race {
  const kept = context.kept(KEPT) as KeptRace | undefined;
  if (kept !== undefined && kept.labKey === labKey && kept.contestants === JSON.stringify(contestants)) {
    return kept.race;
  }
  const fresh = new Race(context.lab(labKey), contestants, 0);
  keepRace(context, labKey, contestants, fresh);
  return fresh;
}

/** One at a time: its trees may take much memory. */
function keepRace(
  context: TreesContext,
  labKey: string,
  contestants: readonly TreeChoice[],
  run: Race,
): void {
  context.keep(KEPT, { labKey, contestants: JSON.stringify(contestants), race: run } satisfies KeptRace);
}

function reportOf(labKey: string, { lines, optimum, operations, hotKeys }: Race): RaceReply {
  return {
    labKey,
    lines: lines.map(({ choice, columns, rows, problem }) => ({
      choice,
      columns: columns.slice(0, rows * RACE_WIDTH),
      rows,
      problem,
    })),
    optimum,
    operations,
    hotKeys,
  };
}

function pictureOf(
  choice: TreeChoice,
  tree: Tree | null,
  problem: string | null,
  limit: number,
): RacerPicture {
  if (tree === null) return { choice, nodes: new Int32Array(0), size: 0, height: 0, whole: true, problem };
  const { nodes, whole, height } = columnsOf(
    rank(tree, () => 0),
    { from: 0, to: tree.size - 1 },
    limit,
  );
  return { choice, nodes, size: tree.size, height, whole, problem };
}
