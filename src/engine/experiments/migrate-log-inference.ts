/** What the settings of a migration must have been, told by its `query-migrate` log; what it does not say is assumed. */
import { BYTES_PER_MIB, type Bytes, type Millis, type Pages } from '../../base/units.ts';
import { defaultSolo } from '../simulation/solo-spec.ts';
import { type DirtySpan, fitHotSet, type HotSet, medianOf } from './dirtying-fit.ts';
import { dirtySpans } from './migrate-log-dirtying.ts';
import type { LogLine } from './migrate-log-lines.ts';

/** What a log said, or what was assumed because it did not say. */
export interface InferredSetting {
  /** path in the spec */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number | string | boolean;
  /** one sentence: which field of the log, or that it is assumed, or set by hand */
  readonly from: string;
}

const BYTES_PER_KIB = 1024;
const QEMU_PAGE_BYTES: Bytes = 4096;
const QEMU_DOWNTIME_LIMIT_MS: Millis = 300;
/** zero pages of a PC that nothing fills (solo-guest.ts) */
const ZERO_PAGES_OF_A_PC: Pages = 232;
/** a last copy with less says nothing about the wire */
const LEAST_LAST_COPY: Bytes = 4_000_000;
/** a single span tells no size: so many times the pages seen dirty are assumed, all dirty after so much more time */
const ASSUMED = 2;
const FLAT = 20;
/** after the switch-over it went without a pace if it was so much faster */
const FASTER = 1.5;

/** @param lines at least one */
export function inferSettings(lines: readonly LogLine[]): InferredSetting[] {
  const last = lines.at(-1) as LogLine;
  const pageBytes = isPageSize(last.pageBytes) ? last.pageBytes : QEMU_PAGE_BYTES;
  const pace = paceOf(lines.filter(({ status }) => status === 'active'));
  const postCopy = lines.some(hasPostCopy);
  return [
    ...memorySettings(lines, last, pageBytes),
    ...writeSettings(lines, last, pageBytes),
    {
      path: 'strategy.kind',
      label: 'Strategy',
      unit: '',
      value: postCopy ? 'hybrid' : 'pre-copy',
      from: postCopy
        ? 'The log tells of post-copy: its status, its bytes or its requests.'
        : 'The log tells of no post-copy.',
    },
    pace,
    wireSetting(last, Number(pace.value)),
    limitSetting(lines),
    ...throttleSettings(lines),
    cacheSetting(lines),
    ...(postCopy ? [postCopyPace(lines, Number(pace.value))] : []),
    {
      path: 'giveUpAfterMs',
      label: 'Give up',
      unit: 'ms',
      value:
        last.status === 'completed' ? Math.max(defaultSolo.giveUpAfterMs, 4 * last.ms) : Math.max(1, last.ms),
      from:
        last.status === 'completed'
          ? 'Assumed, for it was completed: nobody gave up.'
          : 'The log ends there without being completed.',
    },
  ];
}

const isPageSize = (bytes: Bytes | null): bytes is Bytes =>
  bytes !== null && bytes >= 512 && bytes <= BYTES_PER_MIB;

const hasPostCopy = (line: LogLine): boolean =>
  line.status.startsWith('postcopy') || (line.postcopyBytes ?? 0) > 0 || (line.postcopyRequests ?? 0) > 0;

function memorySettings(lines: readonly LogLine[], last: LogLine, pageBytes: Bytes): InferredSetting[] {
  const memoryMiB = Math.max(1, Math.floor(last.total / BYTES_PER_MIB));
  const romKiB = Math.max(0, last.total - memoryMiB * BYTES_PER_MIB) / BYTES_PER_KIB;
  // Zero pages go once; those that stay zero count again only if they are sent again.
  const counted = lines.find(({ dirtySyncs }) => (dirtySyncs ?? 0) > 1) ?? last;
  const zeroPages = (counted.zeroPages ?? 0) - (romKiB > 0 ? ZERO_PAGES_OF_A_PC : 0);
  const share = zeroPages / (last.total / pageBytes);
  return [
    {
      path: 'vm.memoryMiB',
      label: 'Memory',
      unit: 'MiB',
      value: memoryMiB,
      from: 'The whole MiB of ram.total.',
    },
    {
      path: 'vm.romKiB',
      label: 'ROM',
      unit: 'KiB',
      value: romKiB,
      from:
        romKiB > 0
          ? 'What ram.total has beyond whole MiB: read-only memory and the like.'
          : 'ram.total is whole MiB, so there is none to be seen.',
    },
    {
      path: 'vm.pageBytes',
      label: 'Page',
      unit: 'B',
      value: pageBytes,
      from: isPageSize(last.pageBytes) ? 'ram.page-size.' : 'Assumed: the log has no usable ram.page-size.',
    },
    {
      path: 'vm.contents.zeroShare',
      label: 'Zero pages',
      unit: '0–1',
      value: share > 0.001 ? Math.min(1, digits(share)) : 0,
      from:
        counted.zeroPages === null
          ? 'Assumed: the log has no ram.duplicate.'
          : 'ram.duplicate after the first pass; where they lie is assumed to be random.',
    },
  ];
}

function writeSettings(lines: readonly LogLine[], last: LogLine, pageBytes: Bytes): InferredSetting[] {
  const memoryPages = last.total / pageBytes;
  const spans = dirtySpans(lines, pageBytes);
  const { hot, from } = hotSetOf(lines, spans, memoryPages);
  const pagesPerMib = BYTES_PER_MIB / pageBytes;
  const memoryMiB = Math.max(1, Math.floor(last.total / BYTES_PER_MIB));
  const hotSetMiB = Math.min(memoryMiB, digits(Math.max(1, hot.pages) / pagesPerMib));
  const { hotStartMiB } = defaultSolo.vm.workload;
  return [
    {
      path: 'vm.workload.pattern',
      label: 'Pattern',
      unit: '',
      value: 'uniform',
      from: 'Assumed: a log does not tell which pages were written.',
    },
    { path: 'vm.workload.hotSetMiB', label: 'Hot set', unit: 'MiB', value: hotSetMiB, from },
    {
      path: 'vm.workload.hotStartMiB',
      label: 'Hot set’s place',
      unit: 'MiB',
      value: Math.max(0, Math.min(hotStartMiB, Math.floor(memoryMiB - hotSetMiB))),
      from: 'Assumed.',
    },
    {
      path: 'vm.workload.writesPerSecond',
      label: 'Page writes',
      unit: '1/s',
      value: digits(hot.writesPerSecond),
      from,
    },
  ];
}

function hotSetOf(
  lines: readonly LogLine[],
  spans: readonly DirtySpan[],
  memoryPages: Pages,
): { hot: HotSet; from: string } {
  if (spans.length > 1) {
    return {
      hot: fitHotSet(spans, memoryPages),
      from: `Fitted to the pages dirtied in ${spans.length} spans between dirty syncs.`,
    };
  }
  const [only] = spans;
  if (only !== undefined) {
    return {
      hot: fitHotSet([only, { ...only, ms: only.ms * FLAT, pages: only.pages * ASSUMED }], memoryPages),
      from: 'From the pages dirtied until the second dirty sync; that they are half of the hot set is assumed.',
    };
  }
  const told = lines.flatMap(({ dirtyPagesPerSecond: rate }) => (rate === null || rate <= 0 ? [] : [rate]));
  if (told.length > 0) {
    return {
      hot: { pages: memoryPages / 4, writesPerSecond: medianOf(told) },
      from: 'The median of ram.dirty-pages-rate; a hot set of a quarter of the memory is assumed.',
    };
  }
  return {
    hot: { pages: memoryPages / 4, writesPerSecond: 0 },
    from: 'Assumed: the log shows no dirty pages.',
  };
}

/** Bytes a second while it ran at the source: of the first pass, which never waits, if the log shows it. */
function paceOf(active: readonly LogLine[]): InferredSetting {
  const firstPass = active.filter(({ dirtySyncs }) => (dirtySyncs ?? 1) <= 1);
  const lines = firstPass.length > 2 ? firstPass : active;
  const told = lines.flatMap(({ mbps }) => (mbps === null || mbps <= 0 ? [] : [mbps]));
  const setting = { path: 'strategy.maxBandwidthBytesPerSecond', label: 'Pace', unit: 'B/s' };
  if (told.length > 2) {
    const from = 'The median of ram.mbps while active; that this is a limit, not the link, is assumed.';
    return { ...setting, value: paceFrom((medianOf(told) * 1e6) / 8), from };
  }
  const slope = slopeOf(lines);
  if (slope !== null) {
    const from = 'The slope of ram.transferred while active; that this is a limit, not the link, is assumed.';
    return { ...setting, value: paceFrom(slope), from };
  }
  const { bandwidthBytesPerSecond } = defaultSolo.link;
  return { ...setting, value: bandwidthBytesPerSecond, from: 'Assumed: the log has too few active lines.' };
}

/** bytes a second, by least squares; null for fewer than two moments */
function slopeOf(lines: readonly LogLine[]): number | null {
  const count = lines.length;
  const meanMs = lines.reduce((sum, { ms }) => sum + ms, 0) / count;
  const meanSent = lines.reduce((sum, { sent }) => sum + sent, 0) / count;
  let along = 0;
  let across = 0;
  for (const { ms, sent } of lines) {
    along += (ms - meanMs) * (ms - meanMs);
    across += (ms - meanMs) * (sent - meanSent);
  }
  return count > 1 && along > 0 && across > 0 ? (across / along) * 1000 : null;
}

function wireSetting({ downtimeMs, downtimeBytes }: LogLine, pace: number): InferredSetting {
  const setting = { path: 'link.bandwidthBytesPerSecond', label: 'Bandwidth', unit: 'B/s' };
  if (downtimeMs !== null && downtimeMs > 0 && downtimeBytes !== null && downtimeBytes >= LEAST_LAST_COPY) {
    const measured = (downtimeBytes * 1000) / downtimeMs;
    const from = 'ram.downtime-bytes over downtime: the last copy has no limit but the link.';
    return { ...setting, value: digits(Math.max(pace, measured)), from };
  }
  return {
    ...setting,
    value: digits(Math.max(pace, defaultSolo.link.bandwidthBytesPerSecond)),
    from: 'Assumed, a link of one machine to itself: the log has no last copy to tell it by.',
  };
}

function limitSetting(lines: readonly LogLine[]): InferredSetting {
  const setting = { path: 'strategy.stopRule.downtimeLimitMs', label: 'Downtime limit', unit: 'ms' };
  const early = lines.find(
    ({ status, dirtySyncs, expectedDowntimeMs }) =>
      status === 'active' && (dirtySyncs ?? 0) === 1 && (expectedDowntimeMs ?? 0) > 0,
  );
  if (early?.expectedDowntimeMs != null) {
    const from = 'expected-downtime before the second dirty sync: QEMU begins with the limit itself.';
    return { ...setting, value: Math.min(60_000, Math.max(1, early.expectedDowntimeMs)), from };
  }
  return { ...setting, value: QEMU_DOWNTIME_LIMIT_MS, from: 'Assumed: QEMU’s default.' };
}

function throttleSettings(lines: readonly LogLine[]): InferredSetting[] {
  const percents = lines.flatMap(({ throttlePercent }) => throttlePercent ?? []).filter((value) => value > 0);
  const on: InferredSetting = {
    path: 'strategy.autoConverge',
    label: 'Auto-converge',
    unit: '',
    value: percents.length > 0,
    from:
      percents.length > 0
        ? 'The log has a cpu-throttle-percentage.'
        : 'The log shows no cpu-throttle-percentage above 0.',
  };
  const [first] = percents;
  if (first === undefined) return [on];
  const initial: InferredSetting = {
    path: 'strategy.throttleInitialPercent',
    label: 'First throttle',
    unit: '%',
    value: Math.min(99, Math.max(1, Math.round(first))),
    from: 'The first cpu-throttle-percentage.',
  };
  return [on, initial];
}

function cacheSetting(lines: readonly LogLine[]): InferredSetting {
  const bytes = lines.reduce((most, { xbzrleCacheBytes }) => Math.max(most, xbzrleCacheBytes ?? 0), 0);
  return {
    path: 'strategy.xbzrleCacheMiB',
    label: 'XBZRLE cache',
    unit: 'MiB',
    value: bytes < BYTES_PER_MIB / 16 ? 0 : digits(bytes / BYTES_PER_MIB),
    from: bytes > 0 ? 'xbzrle-cache.cache-size.' : 'The log tells of no such cache: 0 = none.',
  };
}

function postCopyPace(lines: readonly LogLine[], pace: number): InferredSetting {
  const after = slopeOf(lines.filter(({ status }) => status.startsWith('postcopy')));
  const faster = after !== null && after > FASTER * pace;
  return {
    path: 'strategy.postcopyBandwidthBytesPerSecond',
    label: 'Pace after the switch',
    unit: 'B/s',
    value: faster ? 0 : pace,
    from: faster
      ? 'It went much faster after the switch-over than before: no limit (0).'
      : 'Assumed to be as before: the log shows no faster one.',
  };
}

/** nobody migrates at less than a kilobyte a second, and the check refuses it */
const paceFrom = (bytesPerSecond: number): number => digits(Math.max(1000, bytesPerSecond));

/** four digits, for the eye */
function digits(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(4));
}
