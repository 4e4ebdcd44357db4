/** The conditions all strategies run under, in a few short parts. */
import { BYTES_PER_MIB } from '../../../base/units.ts';
import { traceLabel } from '../../../protocol/import/trace-name.ts';
import type { SoloLink, SoloSpec } from '../../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../../protocol/migration/requests.ts';
import { formatByteRate, formatCount, formatMiB, formatNumber, formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { spanText } from '../span-text.ts';
import { CONDITION_WORDS as WORDS } from './words.ts';

export function conditionParts(spec: SoloSpec, catalogue: MigrationCatalogue): string[] {
  const { vm, strategy, seed, giveUpAfterMs } = spec;
  const { zeroShare, similarShare } = vm.contents;
  const pace = strategy.maxBandwidthBytesPerSecond;
  return [
    plainText(WORDS.memory, { memory: formatMiB(vm.memoryMiB) }),
    ...when(vm.nonZeroMiB !== null, WORDS.inUse, { memory: formatMiB(vm.nonZeroMiB ?? 0) }),
    ...when(zeroShare > 0, WORDS.zero, { share: formatPercent(100 * zeroShare) }),
    ...when(similarShare > 0, WORDS.similar, { share: formatPercent(100 * similarShare) }),
    workloadPart(spec, catalogue),
    ...linkParts(spec.link),
    ...when(pace !== null, WORDS.pace, { rate: formatByteRate(pace ?? 0) }),
    plainText(WORDS.limit, { limit: spanText(strategy.stopRule.downtimeLimitMs) }),
    ...faultParts(spec),
    plainText(WORDS.patience, { after: spanText(giveUpAfterMs) }),
    plainText(WORDS.seed, { seed: String(seed) }),
  ];
}

function workloadPart({ vm: { workload } }: SoloSpec, { workloads }: MigrationCatalogue): string {
  const name = workloads.find(({ kind }) => kind === workload.pattern)?.name ?? workload.pattern;
  const rate = formatCount(workload.writesPerSecond);
  if (workload.writesPerSecond === 0) return WORDS.idle;
  if (workload.pattern === 'trace') {
    return plainText(WORDS.trace, { file: traceLabel(workload.file ?? ''), references: rate });
  }
  const mib = workload.hotSetMiB;
  const hot = plainText('{mib} MiB', { mib: formatNumber(mib, Number.isInteger(mib) ? 0 : 1) });
  return plainText(WORDS.workload, { name, writes: rate, hot });
}

function linkParts(link: SoloLink): string[] {
  const { bandwidthBytesPerSecond, latencyMs, jitterMs, lossRate, competingShare, outages } = link;
  return [
    plainText(WORDS.link, { rate: formatByteRate(bandwidthBytesPerSecond), latency: spanText(latencyMs) }),
    ...when(jitterMs > 0, WORDS.jitter, { jitter: spanText(jitterMs) }),
    ...when(lossRate > 0, WORDS.loss, { share: formatPercent(100 * lossRate, 2) }),
    ...when(competingShare > 0, WORDS.competing, { share: formatPercent(100 * competingShare) }),
    ...outages.map(({ fromMs, toMs }) =>
      plainText(WORDS.outage, { from: spanText(fromMs), to: spanText(toMs) }),
    ),
  ];
}

function faultParts({ faults, link }: SoloSpec): string[] {
  const { destinationDiesAtMs, sourceDiesAtMs } = faults;
  const none = destinationDiesAtMs === null && sourceDiesAtMs === null && link.outages.length === 0;
  return [
    ...when(destinationDiesAtMs !== null, WORDS.destination, { at: spanText(destinationDiesAtMs ?? 0) }),
    ...when(sourceDiesAtMs !== null, WORDS.source, { at: spanText(sourceDiesAtMs ?? 0) }),
    ...when(none, WORDS.noFaults, {}),
  ];
}

function when(is: boolean, template: string, slots: Readonly<Record<string, string>>): string[] {
  return is ? [plainText(template, slots)] : [];
}

/** RAM of the VM, in bytes. */
export function memoryBytesOf({ vm }: SoloSpec): number {
  return vm.memoryMiB * BYTES_PER_MIB;
}
