/**
 * What a single migration's workload is like, and what that foretells: miss ratios, working sets, U(t), the rounds by
 * formula and whether they come to an end. Nothing is migrated; the guest just runs for a while.
 */
import { RandomStream } from '../../base/random.ts';
import type { Millis, Pages } from '../../base/units.ts';
import { type Convergence, judgeConvergence } from '../memory/analysis/convergence.ts';
import { measuredDirtying } from '../memory/analysis/dirty-curve.ts';
import { emptyProfile, profileReferences } from '../memory/analysis/profile.ts';
import { forecastRounds, type PreCopyPlan, type RoundForecast } from '../memory/analysis/round-forecast.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import { stopRuleOf } from '../migration/strategy-registry.ts';
import { SoloGuest } from './solo-guest.ts';
import type { SoloSpec } from './solo-spec.ts';

/** as long as it takes to send all memory so often: U(t) of a whole round is then a mean over many starts */
const ROUNDS_WATCHED = 3;
/** enough for distances to come up, however fast the link */
const MIN_REFERENCES = 200_000;
const MAX_REFERENCES = 10_000_000;
const WINDOWS = 100;
const SLICE_REFERENCES = 8192;
const XEN_ROUNDS = 29;

export interface SoloAnalysis {
  readonly references: number;
  readonly observedMs: Millis;
  /** references at each stack distance, by powers of two: those above `above` and up to `upTo` pages */
  readonly stackDistances: readonly {
    readonly above: Pages;
    readonly upTo: Pages;
    readonly references: number;
  }[];
  readonly firstReferences: number;
  readonly missRatios: readonly { readonly cachePages: Pages; readonly missRatio: number }[];
  readonly workingSets: { readonly windowMs: Millis; readonly pages: readonly Pages[] };
  /** U(t) */
  readonly uniqueWritten: readonly { readonly ms: Millis; readonly pages: Pages }[];
  readonly plan: PreCopyPlan;
  readonly forecast: RoundForecast;
  readonly convergence: Convergence;
}

/** @throws Error with one sentence where the memory cannot hold the workload or a kind is unknown */
export function analyseSolo(spec: SoloSpec, library: TraceLibrary): SoloAnalysis {
  const steps = analyseSoloSteps(spec, library);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same in slices: yields now and then how far it is, 0–1. */
export function* analyseSoloSteps(
  spec: SoloSpec,
  library: TraceLibrary,
): Generator<number, SoloAnalysis, void> {
  const guest = new SoloGuest(spec, library, false);
  const perSecond = spec.vm.workload.writesPerSecond;
  const plan = planOf(spec, guest);
  const seconds = (ROUNDS_WATCHED * plan.memoryPages) / plan.pagesPerSecond;
  const wanted = Math.min(MAX_REFERENCES, Math.max(MIN_REFERENCES, Math.ceil(seconds * perSecond)));
  const references = perSecond > 0 ? wanted : 0;
  const windowReferences = Math.max(1, Math.floor(references / WINDOWS));
  const profile = emptyProfile(guest.pages, windowReferences);
  const random = new RandomStream(spec.seed, 'solo writes');
  for (let seen = 0; seen < references; seen += SLICE_REFERENCES) {
    yield seen / references;
    profileReferences(profile, guest.workload, random, Math.min(SLICE_REFERENCES, references - seen));
  }
  const curve = profile.writes.curve();
  const dirtied = measuredDirtying(curve, perSecond);
  const msOf = (count: number): Millis => (perSecond > 0 ? (count * 1000) / perSecond : 0);
  const ratios = profile.distances.missRatios();
  const sizes = powersOfTwo(ratios.length - 1);
  return {
    references,
    observedMs: msOf(references),
    stackDistances: sizes.map((upTo, i) => {
      const above = sizes[i - 1] ?? 0;
      const among = profile.distances.histogram.subarray(above + 1, upTo + 1);
      return { above, upTo, references: among.reduce((sum, count) => sum + count, 0) };
    }),
    firstReferences: profile.distances.histogram[0] as number,
    missRatios: sizes.map((cachePages) => ({ cachePages, missRatio: ratios[cachePages] as number })),
    workingSets: { windowMs: msOf(windowReferences), pages: [...profile.workingSets.sizes()] },
    uniqueWritten: powersOfTwo(references).map((t) => ({ ms: msOf(t), pages: curve[t] as number })),
    plan,
    forecast: forecastRounds(dirtied, plan),
    convergence: judgeConvergence(dirtied, plan),
  };
}

/** The migration in pages: zero pages, which cost next to nothing, are left out. */
function planOf({ vm, link, strategy }: SoloSpec, guest: SoloGuest): PreCopyPlan {
  const wire = link.bandwidthBytesPerSecond * (1 - link.competingShare) * (1 - link.lossRate);
  const bytesPerSecond = Math.min(wire, strategy.maxBandwidthBytesPerSecond ?? wire);
  let memoryPages = 0;
  for (let page = 0; page < guest.pages; page += 1) if (!guest.isZero(page)) memoryPages += 1;
  const { kind, downtimeLimitMs } = strategy.stopRule;
  const withinLimit = (bytesPerSecond * downtimeLimitMs) / 1000 / vm.pageBytes;
  const { stopBelowPages, stopBelowBytes } = stopRuleOf(kind);
  const fixed = stopBelowBytes === undefined ? stopBelowPages : stopBelowBytes / vm.pageBytes;
  return {
    memoryPages: Math.max(1, memoryPages),
    pagesPerSecond: bytesPerSecond / vm.pageBytes,
    stopBelowPages: fixed ?? withinLimit,
    maxRounds: kind === 'xen' ? XEN_ROUNDS : 1000,
  };
}

/** 1, 2, 4 … and the last */
function powersOfTwo(last: number): number[] {
  const sizes: number[] = [];
  for (let size = 1; size < last; size *= 2) sizes.push(size);
  if (last > 0) sizes.push(last);
  return sizes;
}
