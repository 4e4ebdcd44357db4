/**
 * Single migrations beside measured ones of a real hypervisor: one set of constants for all of them, none fitted to a
 * run. The textbook model stands beside both.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type MeasuredMode,
  type MeasuredRepeat,
  type MeasuredRun,
  measuredFigures,
  measuredRounds,
  measuredSamples,
  specOfRun,
  twinFigures,
  twinRowsOf,
} from '../../../src/engine/experiments/measured-runs.ts';
import { traceLibrary } from '../../../src/engine/memory/trace.ts';
import { migrateSolo, type SoloResult } from '../../../src/engine/simulation/solo.ts';
import { type Textbook, textbookOf } from '../../../src/engine/simulation/solo-textbook.ts';

interface Pair {
  run: MeasuredRun;
  real: MeasuredRepeat;
  twin: SoloResult;
  textbook: Textbook;
}

const measured = JSON.parse(
  readFileSync(new URL('../../../public/evidence/qemu-migrations.json', import.meta.url), 'utf8'),
) as MeasuredRun[];

const library = traceLibrary([]);
const pairs: Pair[] = measured.flatMap((run) => {
  const twin = migrateSolo(specOfRun(run), library);
  const textbook = textbookOf(specOfRun(run)) as Textbook;
  return run.repeats.map((real) => ({ run, real, twin, textbook }));
});
const ofMode = (...modes: MeasuredMode[]): Pair[] => pairs.filter(({ run }) => modes.includes(run.mode));

const quantile = (values: number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] as number;
type Model = SoloResult | Textbook;
const timeError = ({ real }: Pair, model: Model): number =>
  Math.abs(model.totalTimeMs / real.totalTimeMs - 1);
const byteError = ({ real }: Pair, model: Model): number => Math.abs(model.bytesSent / real.bytesSent - 1);

const isDone = ({ real }: Pair): boolean => real.completed;
const share = (list: Pair[], holds: (pair: Pair) => boolean): number =>
  list.filter(holds).length / list.length;

const roundsAgree = ({ run, real, twin }: Pair): boolean =>
  Math.abs(twinFigures(twin).liveRounds - measuredFigures(run, real).liveRounds) <= 1;
const downtimeAgrees = ({ real, twin }: Pair): boolean => {
  const down = real.downtimeMs ?? 0;
  return Math.abs(twin.downtimeMs - down) <= Math.max(5, down / 4);
};

describe.each([
  ['pre-copy', ofMode('precopy'), 0.01],
  ['auto-converge', ofMode('autoconverge'), 0.01],
  ['post-copy', ofMode('postcopy'), 0.03],
  ['XBZRLE', ofMode('xbzrle'), 0.03],
] as const)('%s beside measured migrations', (_mode, list, median) => {
  it('says of every run whether it converges', () => {
    for (const { run, real, twin } of list) {
      expect([run.name, twin.outcome === 'completed']).toEqual([run.name, real.completed]);
    }
  });

  it(`gives total time and bytes within ${median * 100} % in the median and 6 % in nine of ten`, () => {
    for (const error of [timeError, byteError]) {
      const errors = list.map((pair) => error(pair, pair.twin));
      expect(quantile(errors, 0.5)).toBeLessThanOrEqual(median);
      expect(quantile(errors, 0.9)).toBeLessThanOrEqual(0.06);
    }
  });
});

it('gives nine in ten live rounds within one, and downtimes within 5 ms or a quarter', () => {
  const done = pairs.filter(isDone);
  expect(share(done, roundsAgree)).toBeGreaterThanOrEqual(0.9);
  expect(share(done, downtimeAgrees)).toBeGreaterThanOrEqual(0.9);
});

it('asks for about as many pages in post-copy as were asked for', () => {
  for (const { run, real, twin } of ofMode('postcopy')) {
    const ratio = (twin.postCopy?.requests ?? 0) / (real.requests as number);
    expect([run.name, ratio > 0.6 && ratio < 1.6]).toEqual([run.name, true]);
  }
});

it('beats the textbook by far, and the textbook errs on whether they converge', () => {
  const modes = ['precopy', 'autoconverge', 'postcopy', 'xbzrle'] as const;
  const percent = (value: number): string => (value * 100).toFixed(2);
  const rows = modes.map((mode) => {
    const list = ofMode(mode);
    const of = (error: typeof timeError, q: number, model: (pair: Pair) => Model): string =>
      percent(
        quantile(
          list.map((pair) => error(pair, model(pair))),
          q,
        ),
      );
    const wrong = (model: (pair: Pair) => boolean): number =>
      list.filter((pair) => model(pair) !== pair.real.completed).length;
    return {
      mode,
      runs: list.length,
      'time p50 %': of(timeError, 0.5, (pair) => pair.twin),
      'time p90 %': of(timeError, 0.9, (pair) => pair.twin),
      'bytes p50 %': of(byteError, 0.5, (pair) => pair.twin),
      'bytes p90 %': of(byteError, 0.9, (pair) => pair.twin),
      wrong: wrong(({ twin }) => twin.outcome === 'completed'),
      'textbook time p50 %': of(timeError, 0.5, (pair) => pair.textbook),
      'textbook time p90 %': of(timeError, 0.9, (pair) => pair.textbook),
      'textbook wrong': wrong(({ textbook }) => textbook.completed),
    };
  });
  // biome-ignore lint/suspicious/noConsole: the table is what people run this test for
  console.table(rows);
  const plain = ofMode('precopy');
  const ours = plain.map((pair) => timeError(pair, pair.twin));
  const theirs = plain.map((pair) => timeError(pair, pair.textbook));
  expect(quantile(theirs, 0.5)).toBeGreaterThan(5 * quantile(ours, 0.5));
  expect(plain.some(({ textbook, real }) => textbook.completed !== real.completed)).toBe(true);
});

it('has each run’s rounds and progress, in order, adding up to what was reported', () => {
  for (const run of measured) {
    for (const real of run.repeats) {
      const samples = measuredSamples(real);
      const bytes = Array.from({ length: samples.length / 3 }, (_, i) => samples[3 * i + 1] as number);
      expect([run.name, bytes.toSorted((a, b) => a - b)]).toEqual([run.name, bytes]);
      expect(bytes.at(-1)).toBeLessThanOrEqual(real.bytesSent);
      const rounds = measuredRounds(real);
      expect(rounds.length).toBeGreaterThan(0);
      const ends = rounds.map(({ startMs, durationMs }) => startMs + durationMs);
      expect(ends.at(-1)).toBeGreaterThan(0.98 * real.totalTimeMs);
      if (real.dirtySyncCount > 43 || run.mode !== 'precopy') continue;
      const sent = rounds.reduce((sum, round) => sum + round.bytesSent, 0);
      expect([run.name, Math.abs(sent / real.bytesSent - 1) < 0.005]).toEqual([run.name, true]);
    }
  }
});

it('makes a row of each repeat, with the twin and the textbook beside it', () => {
  const run = measured.find(({ mode }) => mode === 'postcopy') as MeasuredRun;
  const rows = twinRowsOf(run, migrateSolo(specOfRun(run), library));
  expect(rows.map(({ repeat }) => repeat)).toEqual([0, 1, 2]);
  expect(rows[0]?.measured.liveRounds).toBe(2);
  expect(rows[0]?.twin.liveRounds).toBe(2);
  expect(rows[0]?.textbook).toBeNull();
  const plain = measured[0] as MeasuredRun;
  expect(twinRowsOf(plain, migrateSolo(specOfRun(plain), library))[0]?.textbook).not.toBeNull();
});
