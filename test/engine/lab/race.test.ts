import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RACE, RACE_WIDTH } from '../../../src/base/columns.ts';
import { RandomStream } from '../../../src/base/random.ts';
import { hotDepth, hotKeysOf } from '../../../src/engine/lab/hot-keys.ts';
import { finish } from '../../../src/engine/lab/job.ts';
import { allCommands, commandAt, OPERATIONS, type Operations } from '../../../src/engine/lab/operations.ts';
import { Race, type RaceCourse, type RaceLine, sampleMarks } from '../../../src/engine/lab/race.ts';
import type { TreeChoice } from '../../../src/engine/lab/spec.ts';
import type { TreeCommand } from '../../../src/engine/trees/recorder.ts';
import { treeKinds } from '../../../src/engine/trees/registry.ts';
import { bracketText } from '../../../src/engine/trees/shape-text.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';

const choice = (kind: string): TreeChoice => ({ kind, parameters: {} });

function operationsOf(commands: readonly TreeCommand[]): Operations {
  return {
    count: commands.length,
    keys: Int32Array.from(commands, ({ key }) => key),
    kinds: Uint8Array.from(commands, ({ operation }) => OPERATIONS.indexOf(operation)),
    typed: new Uint8Array(commands.length),
  };
}

function courseOf(start: string, operations: Operations): RaceCourse {
  return {
    operations,
    startTree({ kind, parameters }) {
      const tree = createTreeFrom(kind, start, parameters);
      const entry = treeKinds.find((candidate) => candidate.kind === kind);
      return entry?.prepare?.(tree, allCommands(operations)) ?? tree;
    },
  };
}

function skewed(seed: number, count: number, keys: number): Operations {
  const random = new RandomStream(seed, 'race test');
  return operationsOf(
    Array.from({ length: count }, () => ({
      operation: 'access' as const,
      key: Math.floor(keys * random.uniform() * random.uniform() * random.uniform()),
    })),
  );
}

const cell = (line: RaceLine, row: number, column: number) => line.columns[row * RACE_WIDTH + column] ?? NaN;

describe('samples', () => {
  test('rise to the last operation and are denser at the start', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 400 }),
        (operations, samples) => {
          const marks = sampleMarks(operations, samples);
          expect(marks.length).toBe(Math.min(operations, samples));
          expect(marks.every((mark, i) => mark > (marks[i - 1] ?? 0))).toBe(true);
          if (operations > 0) expect(marks.at(-1)).toBe(operations);
        },
      ),
      { seed: 31 },
    );
    const marks = sampleMarks(1_000_000, 400);
    expect(marks[0]).toBeLessThan(1300);
    expect((marks[399] ?? 0) - (marks[398] ?? 0)).toBeGreaterThan(3500);
  });
});

describe('hottest keys', () => {
  test('are those asked for most, not those deleted most', () => {
    const asked = [5, 9, 5, 2, 9, 5].map((key) => ({ operation: 'find' as const, key }));
    const gone = [7, 7, 7, 7].map((key) => ({ operation: 'delete' as const, key }));
    expect(hotKeysOf(operationsOf([...gone, ...asked]), 2)).toEqual({ keys: [5, 9], weights: [3, 2] });
  });

  test('their depth is weighted, and those not there do not count', () => {
    const tree = createTreeFrom('unbalanced', 'chain:5'); // 4 at depth 0 … 0 at depth 4
    expect(hotDepth(tree, { keys: [4, 1, 99], weights: [1, 3, 100] })).toBe((0 * 1 + 3 * 3) / 4);
    expect(hotDepth(tree, { keys: [99], weights: [1] })).toBeNaN();
  });
});

describe('the race', () => {
  const kinds = treeKinds.map(({ kind }) => kind);

  test('its lines say what running each tree alone says', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            operation: fc.constantFrom(...OPERATIONS),
            key: fc.integer({ min: 0, max: 20 }),
          }),
          { minLength: 1, maxLength: 120 },
        ),
        fc.integer({ min: 1, max: 40 }),
        (commands, samples) => {
          const course = courseOf('balanced:15', operationsOf(commands));
          const race = new Race(course, kinds.map(choice), samples);
          finish(race.run());
          for (const line of race.lines) {
            const tree = course.startTree(line.choice);
            let row = 0;
            let before = { nodesVisited: 0, rotations: 0, at: 0 };
            for (let done = 0; done <= commands.length; done += 1) {
              const { nodesVisited, rotations } = tree.totals;
              if (cell(line, row, RACE.operations) === done) {
                if (done > 0) {
                  expect(cell(line, row, RACE.visited)).toBe(nodesVisited / done);
                  expect(cell(line, row, RACE.rotations)).toBe(rotations / done);
                  const since = done - before.at;
                  expect(cell(line, row, RACE.recentVisited)).toBe(
                    (nodesVisited - before.nodesVisited) / since,
                  );
                  expect(cell(line, row, RACE.recentRotations)).toBe((rotations - before.rotations) / since);
                }
                before = { nodesVisited, rotations, at: done };
                row += 1;
              }
              if (done < commands.length) {
                const { operation, key } = commandAt(course.operations, done);
                tree[operation](key);
              }
            }
            expect(row).toBe(line.rows);
          }
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  });

  test('slices change nothing, and all lines grow together', () => {
    const course = courseOf('balanced:500', skewed(3, 20_000, 500));
    const contestants = ['lazy-counting', 'splay', 'balanced'].map(choice);
    const whole = new Race(course, contestants, 200);
    finish(whole.run());
    const sliced = new Race(course, contestants, 200);
    let slices = 0;
    let last = 0;
    for (const { done, of } of sliced.run()) {
      slices += 1;
      const rows = sliced.lines.map((line) => line.rows).filter((n) => n > 0);
      expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(1);
      expect(done).toBeGreaterThanOrEqual(last);
      expect(done).toBeLessThanOrEqual(of);
      last = done;
    }
    expect(slices).toBeGreaterThan(10);
    expect(sliced.lines.map(({ columns }) => columns)).toEqual(whole.lines.map(({ columns }) => columns));
  });

  test('every tree at any moment is the tree that runs there', () => {
    const course = courseOf('balanced:63', skewed(5, 3000, 80));
    const contestants = ['lazy-counting', 'splay', 'semi-splay'].map(choice);
    const run = new Race(course, contestants, 50);
    finish(run.run());
    const notRun = new Race(course, contestants, 50);
    for (const moment of [0, 1, 255, 256, 257, 1700, 2999, 3000, 12]) {
      const expected = contestants.map((contestant) => {
        const tree = course.startTree(contestant);
        for (let i = 0; i < moment; i += 1) tree.access(commandAt(course.operations, i).key);
        return bracketText(tree, tree.counts);
      });
      for (const race of [run, notRun]) {
        const trees = finish(race.treesAfter(moment));
        expect(trees.map((tree) => tree && bracketText(tree, tree.counts))).toEqual(expected);
      }
    }
  });

  test('the optimum is what the static optimum visits when it runs', () => {
    const course = courseOf('balanced:100', skewed(9, 2000, 120));
    const race = new Race(course, [choice('static-optimum')], 20);
    finish(race.run());
    const [line] = race.lines;
    if (line === undefined) throw new Error('no line');
    // Accesses to keys beyond the start's insert them; the yardstick holds them from the beginning.
    expect(race.optimum).toBeCloseTo(cell(line, line.rows - 1, RACE.visited), 10);
    expect(race.hotKeys).toHaveLength(8);
  });

  test('a tree that cannot take part says why, and the others race', () => {
    const course = courseOf('balanced:1500', skewed(2, 500, 1500));
    const race = new Race(course, [choice('static-optimum'), choice('splay'), choice('no such tree')], 20);
    finish(race.run());
    expect(race.optimum).toBeNull();
    expect(race.lines.map(({ rows }) => rows)).toEqual([0, 21, 0]);
    expect(race.lines[0]?.problem).toContain('1000 keys');
    expect(race.lines[2]?.problem).toContain('no such tree');
    expect(finish(race.treesAfter(100)).map((tree) => tree === null)).toEqual([true, false, true]);
  });

  test('without operations there is a start and nothing else', () => {
    const race = new Race(courseOf('balanced:7', operationsOf([])), [choice('splay')], 20);
    finish(race.run());
    expect(race.lines[0]?.rows).toBe(1);
    expect(race.optimum).toBeNull();
  });
});
