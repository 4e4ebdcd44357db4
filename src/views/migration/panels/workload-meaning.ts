/** What a workload's settings come to, in two or three plain sentences. */
import { formatByteRate, formatCount, formatNumber, formatPercent } from '../../../base/format.ts';
import type { SoloSpec } from '../../../protocol/migration/model.ts';
import { format } from '../../../protocol/texts.ts';

const MIB = 1_048_576;

const WORDS = {
  uniform:
    'The guest writes {writes} times a second, spread evenly over {pages} pages ({hot} MiB): each of them about {each}.',
  zipf: 'The guest writes {writes} times a second to {pages} pages ({hot} MiB); the r-th hottest of them gets its share in proportion to 1/r^{exponent}.',
  'hot-cold':
    '{fraction} of {writes} writes a second go to {window} hot pages ({windowMiB} MiB), each written about {eachHot}; the rest to the other pages of {hot} MiB.',
  sequential:
    'The guest sweeps over {pages} pages ({hot} MiB) again and again, {writes} page writes a second: once around in {around} s.',
  phases:
    '{fraction} of {writes} writes a second go to a window of {window} pages ({windowMiB} MiB), which jumps to another place of {hot} MiB every {phase} s.',
  matrix:
    'The guest multiplies matrices, {writes} page references a second; its memory grows to {hot} MiB in {steps} steps of {phase} s and shrinks again.',
  trace:
    'A recorded program goes over its own pages again, {writes} references a second; only some of them write.',
  cold: ' Besides, {coldFraction} of all writes go to {cold} MiB behind it.',
  idle: 'The guest writes nothing: one round moves it.',
  bound: ' If every write met another page that would be {dirty}; the link carries {link}.',
  perSecond: '{times} times a second',
  perWhile: 'once in {seconds} s',
} as const;

export function workloadMeaning({ vm, link }: SoloSpec): string {
  const { workload, pageBytes } = vm;
  const { pattern, writesPerSecond } = workload;
  if (writesPerSecond === 0) return WORDS.idle;
  const pages = Math.max(1, Math.floor((workload.hotSetMiB * MIB) / pageBytes));
  const window = Math.max(1, Math.floor(pages * workload.hotShare));
  const first = format(WORDS[pattern], {
    writes: formatCount(writesPerSecond),
    pages: formatCount(pages),
    hot: number(workload.hotSetMiB),
    each: oftenEach(writesPerSecond / pages),
    eachHot: oftenEach((writesPerSecond * workload.hotFraction) / window),
    exponent: String(workload.exponent),
    fraction: formatPercent(workload.hotFraction * 100),
    window: formatCount(window),
    windowMiB: number((window * pageBytes) / MIB),
    around: number(pages / writesPerSecond),
    phase: number(workload.phaseReferences / writesPerSecond),
    steps: formatCount(workload.growSteps),
  });
  const hasCold = pattern !== 'trace' && workload.coldFraction > 0 && workload.coldSetMiB > 0;
  const cold = hasCold
    ? format(WORDS.cold, {
        coldFraction: formatPercent(workload.coldFraction * 100),
        cold: number(workload.coldSetMiB),
      })
    : '';
  const free = link.bandwidthBytesPerSecond * (1 - link.competingShare);
  const bound = format(WORDS.bound, {
    dirty: formatByteRate(writesPerSecond * pageBytes),
    link: formatByteRate(free),
  });
  return `${first}${cold}${bound}`;
}

function oftenEach(perSecond: number): string {
  if (perSecond >= 1) return format(WORDS.perSecond, { times: number(perSecond) });
  return format(WORDS.perWhile, { seconds: number(1 / perSecond) });
}

/** As many digits as a glance takes in. */
function number(value: number): string {
  return formatNumber(value, value >= 100 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 3);
}
