/**
 * Single migrations beside measured ones of a real hypervisor: one set of constants for all of them, none fitted to a
 * run. The textbook model stands beside both.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { traceLibrary } from '../../../src/engine/memory/trace.ts';
import { migrateSolo, type SoloResult } from '../../../src/engine/simulation/solo.ts';
import { defaultSolo, type SoloSpec, type SoloWorkload } from '../../../src/engine/simulation/solo-spec.ts';
import { type Textbook, textbookOf } from '../../../src/engine/simulation/solo-textbook.ts';

interface Repeat {
  completed: boolean;
  totalTimeMs: number;
  downtimeMs: number | null;
  bytesSent: number;
  /** QEMU counts the first one, and the one with the VM stopped */
  dirtySyncCount: number;
  /** post-copy: page requests the source got */
  requests?: number;
}

interface Measured {
  name: string;
  mode: 'precopy' | 'autoconverge' | 'postcopy' | 'xbzrle';
  ramMiB: number;
  fillMiB: number | null;
  pattern: string;
  hotMiB: number;
  coldMiB: number;
  coldFraction: number;
  wordsPerWrite: number;
  writesPerSecond: number;
  maxBandwidthBytesPerSecond: number;
  downtimeLimitMs: number;
  timeLimitMs: number;
  xbzrleCacheBytes: number | null;
  postcopyBandwidthBytesPerSecond: number | null;
  repeats: Repeat[];
}

interface Pair {
  run: Measured;
  real: Repeat;
  twin: SoloResult;
  textbook: Textbook;
}

const measured = JSON.parse(
  readFileSync(new URL('../../fixtures/qemu-migrations.json', import.meta.url), 'utf8'),
) as Measured[];

function specOf(run: Measured): SoloSpec {
  const pattern = (run.pattern === 'hotspot' ? 'hot-cold' : run.pattern) as SoloWorkload['pattern'];
  const { vm, strategy } = defaultSolo;
  return {
    ...defaultSolo,
    vm: {
      ...vm,
      memoryMiB: run.ramMiB,
      nonZeroMiB: run.fillMiB,
      workload: {
        ...vm.workload,
        pattern,
        exponent: 0.99,
        hotSetMiB: run.hotMiB,
        hotStartMiB: run.hotMiB + run.coldMiB + 32 > run.ramMiB ? 8 : 32,
        coldSetMiB: run.coldMiB,
        coldFraction: run.coldFraction,
        writesPerSecond: run.writesPerSecond,
        wordsPerWrite: run.wordsPerWrite,
      },
    },
    strategy: {
      ...strategy,
      kind: run.mode === 'postcopy' ? 'hybrid' : 'pre-copy',
      autoConverge: run.mode === 'autoconverge',
      xbzrleCacheMiB: run.xbzrleCacheBytes === null ? null : run.xbzrleCacheBytes / 1_048_576,
      postcopyBandwidthBytesPerSecond: run.postcopyBandwidthBytesPerSecond,
      maxBandwidthBytesPerSecond: run.maxBandwidthBytesPerSecond,
      stopRule: { kind: 'qemu', downtimeLimitMs: run.downtimeLimitMs },
    },
    giveUpAfterMs: run.timeLimitMs,
  };
}

const library = traceLibrary([]);
const pairs: Pair[] = measured.flatMap((run) => {
  const twin = migrateSolo(specOf(run), library);
  const textbook = textbookOf(specOf(run)) as Textbook;
  return run.repeats.map((real) => ({ run, real, twin, textbook }));
});
const ofMode = (...modes: Measured['mode'][]): Pair[] => pairs.filter(({ run }) => modes.includes(run.mode));

const quantile = (values: number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] as number;
type Model = SoloResult | Textbook;
const timeError = ({ real }: Pair, model: Model): number =>
  Math.abs(model.totalTimeMs / real.totalTimeMs - 1);
const byteError = ({ real }: Pair, model: Model): number => Math.abs(model.bytesSent / real.bytesSent - 1);

/** rounds with the VM running, as QEMU's counter gives them */
const liveRounds = (run: Measured, syncs: number): number => syncs - (run.mode === 'postcopy' ? 1 : 2);
const twinRounds = ({ run, twin }: Pair): number => twin.rounds.length - (run.mode === 'postcopy' ? 0 : 1);
const isDone = ({ real }: Pair): boolean => real.completed;
const share = (list: Pair[], holds: (pair: Pair) => boolean): number =>
  list.filter(holds).length / list.length;

const roundsAgree = (pair: Pair): boolean =>
  Math.abs(twinRounds(pair) - liveRounds(pair.run, pair.real.dirtySyncCount)) <= 1;
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
