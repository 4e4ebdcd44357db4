/** The lines of a `query-migrate` log: each a reply of QEMU, bare or as {"return": …}, or an array of such replies. */
import type { Bytes, Millis, Pages } from '../../base/units.ts';

export interface LogLine {
  /** of its line, or of its place in an array, from 1 */
  readonly number: number;
  readonly status: string;
  readonly ms: Millis;
  readonly sent: Bytes;
  readonly remaining: Bytes;
  readonly total: Bytes;
  /** null where the log does not say */
  readonly zeroPages: Pages | null;
  readonly normalPages: Pages | null;
  readonly dirtyPagesPerSecond: number | null;
  readonly mbps: number | null;
  readonly pageBytes: Bytes | null;
  readonly dirtySyncs: number | null;
  readonly expectedDowntimeMs: Millis | null;
  readonly downtimeMs: Millis | null;
  readonly downtimeBytes: Bytes | null;
  readonly throttlePercent: number | null;
  readonly xbzrleCacheBytes: Bytes | null;
  readonly postcopyBytes: Bytes | null;
  readonly postcopyRequests: number | null;
}

export interface LogLines {
  /** of one migration, in order of time */
  readonly lines: readonly LogLine[];
  readonly complaints: readonly string[];
  /** lines or replies that were looked at */
  readonly looked: number;
}

/** complaints told one by one; the others are counted */
const MOST_COMPLAINTS = 20;
/** of a line, in a complaint */
const QUOTED = 40;
/** replies that come before or after a migration and say nothing of memory */
const QUIET: readonly string[] = ['none', 'setup', 'cancelling', 'cancelled', 'failed', 'wait-unplug'];

type Entry = { readonly number: number; readonly value: unknown } | { readonly complaint: string };

/** Why a reply cannot be used; "" = it says nothing and nobody misses it. */
class Unusable extends Error {}

export function readLogLines(text: string): LogLines {
  const entries = entriesOf(text);
  const lines: LogLine[] = [];
  const complaints: string[] = [];
  let firstStampMs: Millis | null = null;
  for (const entry of entries) {
    if ('complaint' in entry) {
      complaints.push(entry.complaint);
      continue;
    }
    try {
      firstStampMs ??= stampOf(entry.value);
      const line = lineOf(entry.number, entry.value, firstStampMs);
      const before = lines.at(-1);
      if (before !== undefined && beginsAnother(before, line)) {
        complaints.push(
          `From line ${line.number} on another migration begins, for time or bytes go back there; only the first one is used.`,
        );
        break;
      }
      // Of several replies at one moment the last counts.
      if (before?.ms === line.ms) lines.pop();
      lines.push(line);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      if (error.message !== '') complaints.push(`Line ${entry.number} was left out: ${error.message}`);
    }
  }
  return { lines, complaints: shortened(complaints), looked: entries.length };
}

/** A last reply may come with a time a little before the one asked for meanwhile. */
function beginsAnother(before: LogLine, line: LogLine): boolean {
  return (
    before.status === 'completed' ||
    line.sent < before.sent ||
    (line.ms < before.ms && line.status !== 'completed')
  );
}

function shortened(complaints: readonly string[]): string[] {
  const more = complaints.length - MOST_COMPLAINTS;
  if (more <= 0) return [...complaints];
  return [...complaints.slice(0, MOST_COMPLAINTS), `There are ${more} more complaints of this kind.`];
}

/** A whole array or reply over several lines, or a reply a line. */
function entriesOf(text: string): Entry[] {
  const whole = jsonOf(text);
  if (Array.isArray(whole)) return whole.map((value, i) => ({ number: i + 1, value }));
  if (whole !== undefined) return [{ number: 1, value: whole }];
  return text.split('\n').flatMap((raw, i): Entry[] => {
    const line = raw.trim();
    if (line === '') return [];
    const value = jsonOf(line);
    if (value !== undefined) return [{ number: i + 1, value }];
    const quoted = line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
    return [{ complaint: `Line ${i + 1} was left out: it is no JSON, it begins "${quoted}".` }];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A QMP reply's own time; null without one. */
function stampOf(value: unknown): Millis | null {
  const stamp = fieldsOf(value)?.timestamp;
  if (typeof stamp === 'number') return stamp * 1000;
  const parts = fieldsOf(stamp);
  if (parts === null || typeof parts.seconds !== 'number') return null;
  const micros = typeof parts.microseconds === 'number' ? parts.microseconds : 0;
  return parts.seconds * 1000 + micros / 1000;
}

function lineOf(number: number, value: unknown, firstStampMs: Millis | null): LogLine {
  const outer = fieldsOf(value);
  if (outer === null) throw new Unusable('it is no JSON object.');
  const reply = fieldsOf(outer.return) ?? outer;
  const { status } = reply;
  if (typeof status !== 'string') throw new Unusable('it has no status, so it is no reply to query-migrate.');
  const ram = fieldsOf(reply.ram);
  if (ram === null)
    throw new Unusable(QUIET.includes(status) ? '' : 'it has no ram, which tells the progress.');
  const xbzrle = fieldsOf(reply['xbzrle-cache']);
  const stampMs = stampOf(value);
  const since = stampMs === null || firstStampMs === null ? null : stampMs - firstStampMs;
  const ms = optional(reply, 'total-time', '') ?? since;
  if (ms === null) throw new Unusable('it has no total-time, and no timestamp either.');
  return {
    number,
    status,
    ms,
    sent: needed(ram, 'transferred', 'ram.'),
    remaining: needed(ram, 'remaining', 'ram.'),
    total: needed(ram, 'total', 'ram.'),
    zeroPages: optional(ram, 'duplicate', 'ram.'),
    normalPages: optional(ram, 'normal', 'ram.'),
    dirtyPagesPerSecond: optional(ram, 'dirty-pages-rate', 'ram.'),
    mbps: optional(ram, 'mbps', 'ram.'),
    pageBytes: optional(ram, 'page-size', 'ram.'),
    dirtySyncs: optional(ram, 'dirty-sync-count', 'ram.'),
    expectedDowntimeMs: optional(reply, 'expected-downtime', ''),
    downtimeMs: optional(reply, 'downtime', ''),
    downtimeBytes: optional(ram, 'downtime-bytes', 'ram.'),
    throttlePercent: optional(reply, 'cpu-throttle-percentage', ''),
    xbzrleCacheBytes: xbzrle === null ? null : optional(xbzrle, 'cache-size', 'xbzrle-cache.'),
    postcopyBytes: optional(ram, 'postcopy-bytes', 'ram.'),
    postcopyRequests: optional(ram, 'postcopy-requests', 'ram.'),
  };
}

function needed(fields: Fields, name: string, prefix: string): number {
  const value = optional(fields, name, prefix);
  if (value === null) throw new Unusable(`its ${prefix}${name} is missing.`);
  return value;
}

function optional(fields: Fields, name: string, prefix: string): number | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !(value >= 0 && value < Number.MAX_SAFE_INTEGER)) {
    const found = JSON.stringify(value).slice(0, QUOTED);
    throw new Unusable(`its ${prefix}${name} is ${found}; a number from 0 is meant.`);
  }
  return value;
}
