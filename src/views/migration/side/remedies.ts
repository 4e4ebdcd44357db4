/** What would make the rounds come to an end by formula: each a sentence and the one setting it changes. */
import type { SoloAnalysis, SoloSpec, SoloStrategy } from '../../../protocol/migration/model.ts';
import type { StrategyEntry } from '../../../protocol/migration/requests.ts';
import { formatByteRate, formatCount, formatPercent } from '../../shared/format.ts';
import { spanText } from '../span-text.ts';
import { CONVERGE } from './words.ts';

export interface Remedy {
  readonly template: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly change:
    | { readonly path: string; readonly value: number | boolean }
    | { readonly strategy: Partial<SoloStrategy> };
}

/** what the formula calls just enough is too close to the edge */
const MARGIN = 1.05;
const FASTEST_LINK = 1e12;
const LONGEST_LIMIT_MS = 60_000;

/** @param index whose strategy it is: B's settings have paths of their own */
export function remediesFor(
  { convergence, plan }: Pick<SoloAnalysis, 'convergence' | 'plan'>,
  spec: SoloSpec,
  index: 0 | 1,
  entry: Pick<StrategyEntry, 'parameters'> | undefined,
): Remedy[] {
  if (convergence.converges) return [];
  const { pagesPerSecond, stopBelowPages, guestSpeed } = convergence.remedies;
  const { strategy, vm } = spec;
  const own = index === 0 ? 'strategy' : 'against';
  const has = (path: string) => entry?.parameters.some((parameter) => parameter.path === path) === true;
  const found: Remedy[] = [];
  const faster = bandwidthRemedy(pagesPerSecond * vm.pageBytes * MARGIN, spec, own);
  if (faster !== null) found.push(faster);
  const limitMs = Math.ceil((stopBelowPages * MARGIN * 1000) / plan.pagesPerSecond);
  if (strategy.stopRule.kind === 'qemu' && limitMs <= LONGEST_LIMIT_MS) {
    found.push({
      template: CONVERGE.limit,
      slots: { to: spanText(limitMs), from: spanText(strategy.stopRule.downtimeLimitMs) },
      change: { path: `${own}.stopRule.downtimeLimitMs`, value: limitMs },
    });
  }
  const writes = wholeDown((vm.workload.writesPerSecond * guestSpeed) / MARGIN);
  if (writes > 0) {
    found.push({
      template: vm.workload.pattern === 'trace' ? CONVERGE.references : CONVERGE.writes,
      slots: { to: formatCount(writes), from: formatCount(vm.workload.writesPerSecond) },
      change: { path: 'vm.workload.writesPerSecond', value: writes },
    });
  }
  const mostThrottle = strategy.throttleMaxPercent / 100;
  if (!strategy.autoConverge && has('autoConverge') && 1 - guestSpeed <= mostThrottle) {
    found.push({
      template: CONVERGE.autoConverge,
      slots: { speed: formatPercent(100 * guestSpeed, guestSpeed < 0.1 ? 1 : 0) },
      change: { path: `${own}.autoConverge`, value: true },
    });
  }
  found.push({ template: CONVERGE.postCopy, slots: {}, change: { strategy: { kind: 'post-copy' } } });
  return found;
}

/** The pace where that is what holds it up, else the link; null where neither alone would do. */
function bandwidthRemedy(needed: number, { link, strategy }: SoloSpec, own: string): Remedy | null {
  const share = (1 - link.competingShare) * (1 - link.lossRate);
  const wire = link.bandwidthBytesPerSecond * share;
  const pace = strategy.maxBandwidthBytesPerSecond;
  if (pace !== null && pace < wire) {
    if (needed > wire) return null;
    return rateChange(CONVERGE.pace, pace, wholeUp(needed), `${own}.maxBandwidthBytesPerSecond`);
  }
  const to = wholeUp(needed / share);
  // A pace at the wire's speed would hold a faster wire up.
  if (!(to <= FASTEST_LINK) || (pace !== null && pace < needed)) return null;
  return rateChange(CONVERGE.link, link.bandwidthBytesPerSecond, to, 'link.bandwidthBytesPerSecond');
}

function rateChange(template: string, from: number, to: number, path: string): Remedy {
  return {
    template,
    slots: { to: formatByteRate(to), from: formatByteRate(from) },
    change: { path, value: to },
  };
}

/** to whole 100 kB/s */
function wholeUp(bytesPerSecond: number): number {
  return Math.ceil(bytesPerSecond / 100_000) * 100_000;
}

/** to two digits */
function wholeDown(value: number): number {
  let unit = 1;
  while (value / unit >= 100) unit *= 10;
  return Math.floor(value / unit) * unit;
}
