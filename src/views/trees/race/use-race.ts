/** What all parts of the race panel look at: who races, how far, and what may be shown. */
import { useMemo } from 'react';
import { raceCell, rowAt, shiftsOf } from '../../../layout/trees/race-lines.ts';
import { type LineStyle, lineStyles, sameChoice } from '../../../layout/trees/race-styles.ts';
import type { RaceLine } from '../../../protocol/trees/requests.ts';
import { useTrees } from '../../../store/trees/store.ts';
import type { TreesState } from '../../../store/trees/types.ts';
import { usePaced } from '../use-paced.ts';
import { type RaceName, raceName, unusual } from './names.ts';

export interface Racer {
  readonly line: RaceLine;
  readonly style: LineStyle;
  readonly name: RaceName;
  /** the tree on the stage */
  readonly staged: boolean;
  /** rows that may be shown: while questions are asked nothing beyond the present operation */
  readonly rows: number;
}

export interface RaceView {
  readonly racers: readonly Racer[];
  readonly operations: number;
  readonly optimum: number | null;
  readonly hotKeys: readonly number[];
  readonly shifts: readonly number[];
  /** operations after which nothing may be shown, while questions are asked; else Infinity */
  readonly until: number;
}

export function useRace(): RaceView | null {
  const result = useTrees((state) => state.race.result);
  const contestants = useTrees((state) => state.contestants);
  const trees = useTrees((state) => state.catalogue?.trees);
  const streams = useTrees((state) => state.catalogue?.streams);
  const spec = useTrees((state) => state.spec);
  const done = usePaced(shownUntil);
  return useMemo(() => {
    if (result === null || trees === undefined || spec === null) return null;
    const styles = lineStyles(
      contestants,
      trees.map(({ kind }) => kind),
    );
    const plain = (choice: RaceLine['choice']) =>
      unusual(
        choice,
        trees.find(({ kind }) => kind === choice.kind),
      );
    const staged = plain(spec.tree);
    const racers = result.lines.map((line, i): Racer => {
      const style = styles[i] ?? { colour: 0, dash: '', copy: 1 };
      return {
        line,
        style,
        name: raceName(line.choice, style.copy, trees),
        staged: sameChoice(plain(line.choice), staged),
        rows: done === Number.POSITIVE_INFINITY ? line.rows : rowAt(line, done) + 1,
      };
    });
    const share = streams
      ?.find(({ kind }) => kind === 'hot-shift')
      ?.parameters.find(({ path }) => path === 'shiftAfter')?.default;
    return {
      racers,
      operations: result.operations,
      optimum: result.optimum,
      hotKeys: result.hotKeys,
      shifts: shiftsOf(spec, Number(share ?? 0.5)).filter((shift) => shift <= done),
      until: done,
    };
  }, [result, contestants, trees, streams, spec, done]);
}

/** While questions are asked, what comes after the present operation would give their answers away. */
function shownUntil(state: TreesState): number {
  return state.predict.mode === 'off' ? Number.POSITIVE_INFINITY : operationsDone(state);
}

/** Operations that are over at the present position. */
export function operationsDone({ moment }: TreesState): number {
  if (moment === null || moment.operations === 0) return 0;
  return moment.operation + (moment.step >= moment.steps ? 1 : 0);
}

/** The row to read at a moment; without one the last that may be shown. */
export function shownRow({ line, rows }: Racer, operations: number | null): number {
  return operations === null ? rows - 1 : Math.min(rows - 1, rowAt(line, operations));
}

/** The moment that row belongs to, the same for all: of the tree that has come furthest. */
export function shownMoment(racers: readonly Racer[], operations: number | null): number {
  return Math.max(
    0,
    ...racers.map((racer) => raceCell(racer.line, shownRow(racer, operations), 'operations') || 0),
  );
}
