/** The shape of a `migrate` file; what is left out comes from the defaults. Ranges and kinds are the engine's. */
import * as z from 'zod/mini';
import type { ContentShares } from '../engine/memory/page-contents.ts';
import type { SoloLink, SoloSpec, SoloStrategy, SoloWorkload } from '../engine/simulation/solo-spec.ts';
import { isRecord, mergeOver } from './merge.ts';
import { sentenceOf } from './schema-sentence.ts';
import { shortText } from './short-text.ts';

type Fields<Shape> = Record<keyof Shape, unknown>;
const number = z.optional(z.number());
const orNull = z.optional(z.nullable(z.number()));
const text = z.optional(shortText);

const schema = z.strictObject({
  version: z.literal(1),
  seed: number,
  vm: z.optional(
    z.strictObject({
      memoryMiB: number,
      pageBytes: number,
      romKiB: number,
      nonZeroMiB: orNull,
      contents: z.optional(
        z.strictObject({ zeroShare: number, similarShare: number } satisfies Fields<ContentShares>),
      ),
      workload: z.optional(
        z.strictObject({
          pattern: z.optional(
            z.enum(['uniform', 'zipf', 'hot-cold', 'sequential', 'phases', 'matrix', 'trace']),
          ),
          hotSetMiB: number,
          hotStartMiB: number,
          coldSetMiB: number,
          coldFraction: number,
          writesPerSecond: number,
          tickMs: number,
          wordsPerWrite: number,
          exponent: number,
          hotFraction: number,
          hotShare: number,
          phaseReferences: number,
          growSteps: number,
          file: z.optional(z.nullable(z.string().check(z.maxLength(1000)))),
        } satisfies Fields<SoloWorkload>),
      ),
    } satisfies Fields<SoloSpec['vm']>),
  ),
  link: z.optional(
    z.strictObject({
      bandwidthBytesPerSecond: number,
      latencyMs: number,
      jitterMs: number,
      lossRate: number,
      competingShare: number,
      outages: z.optional(z.array(z.strictObject({ fromMs: z.number(), toMs: z.number() }))),
    } satisfies Fields<SoloLink>),
  ),
  faults: z.optional(
    z.strictObject({ destinationDiesAtMs: orNull, sourceDiesAtMs: orNull } satisfies Fields<
      SoloSpec['faults']
    >),
  ),
  destination: z.optional(z.strictObject({ freshPageBytesPerSecond: number })),
  strategy: z.optional(
    z.strictObject({
      kind: text,
      maxBandwidthBytesPerSecond: orNull,
      windowMs: number,
      stopRule: z.optional(z.strictObject({ kind: text, downtimeLimitMs: number })),
      predictor: text,
      workingSetPages: number,
      cachePages: number,
      hold: z.optional(z.enum(['round-1', 'until-stop'])),
      warmUpMs: number,
      autoConverge: z.optional(z.boolean()),
      throttleTriggerPercent: number,
      throttleInitialPercent: number,
      throttleIncrementPercent: number,
      throttleMaxPercent: number,
      xbzrleCacheMiB: orNull,
      postcopyBandwidthBytesPerSecond: orNull,
      prePaging: z.optional(z.enum(['bubble', 'forward'])),
      selfBallooning: z.optional(z.boolean()),
      switchMs: number,
      minBandwidthBytesPerSecond: number,
      bandwidthStepBytesPerSecond: number,
      similarRatio: number,
      compressBytesPerSecond: number,
      compressThreads: number,
      lruK: number,
      correlatedReferences: number,
      fbrNewShare: number,
      fbrOldShare: number,
      lrfuLambda: number,
    } satisfies Fields<SoloStrategy>),
  ),
  giveUpAfterMs: number,
} satisfies Fields<SoloSpec>);

/** `problem` is one sentence that names the place, what was found there and what may stand there. */
export function parseSolo(json: unknown, defaults: SoloSpec): { spec: SoloSpec } | { problem: string } {
  if (!isRecord(json)) {
    return { problem: 'A migration is a JSON object such as {"version": 1}; this is something else.' };
  }
  const checked = schema.safeParse(json);
  if (!checked.success) return { problem: sentenceOf(checked.error.issues, json, schema) };
  return { spec: mergeOver(defaults, checked.data) as SoloSpec };
}
