/**
 * A kept thing as the browser's database holds it, and the way back. Records of older versions are upgraded when they
 * are read; one that cannot be read is named with its reason and left where it is.
 */
import type { Subject, SubjectKind, SweepLine, SweepSpec } from '../../protocol/explore/requests.ts';
import { WORKSPACES } from '../../protocol/link.ts';
import { isRecord, type JsonRecord } from '../../protocol/merge.ts';
import { text } from './messages.ts';
import { isPacked, type PackedLines, packing, unpacking } from './pack-lines.ts';
import { atOnce, inSlices } from './slices.ts';
import type { DamagedItem, KeptItem } from './types.ts';

export const RECORD_VERSION = 1;

export interface KeptRecord extends Omit<KeptItem, 'id' | 'sweep'> {
  readonly sweep: { readonly spec: SweepSpec; readonly packed: PackedLines } | null;
}

/** By version, what makes a record of it one of the next version. */
type Upgraders = Readonly<Record<number, (older: JsonRecord) => JsonRecord>>;

const UPGRADERS: Upgraders = {};

/** Which field of a subject says what is run. */
const SUBJECT_FIELD: Readonly<Record<SubjectKind, string>> = {
  failover: 'run',
  migration: 'spec',
  trees: 'lab',
};

export async function toRecord(item: Omit<KeptItem, 'id'>): Promise<KeptRecord> {
  const { version, name, savedAt, workspace, link, subject, figures, sweep } = item;
  const packed = sweep && { spec: sweep.spec, packed: await packedOf(sweep) };
  return { version, name, savedAt, workspace, link, subject, figures, sweep: packed };
}

function packedOf(sweep: NonNullable<KeptItem['sweep']>): PackedLines | Promise<PackedLines> {
  return sweep instanceof PackedSweep ? sweep.packed : inSlices(packing(sweep.lines));
}

/** The lines of a kept sweep; unlike `sweep.lines` the page goes on meanwhile, however many there are. */
export async function linesOf(sweep: NonNullable<KeptItem['sweep']>): Promise<readonly SweepLine[]> {
  return sweep instanceof PackedSweep ? sweep.read() : sweep.lines;
}

/** Never throws, whatever stands in the database. */
export function readRecord(raw: unknown, id: number): KeptItem | DamagedItem {
  const record = upgrade(raw);
  if (typeof record === 'string') return { id, name: nameOf(raw), reason: record };
  const reason = flawOf(record);
  if (reason !== null) return { id, name: nameOf(raw), reason };
  const { name, savedAt, workspace, link, subject, figures, sweep } = record as unknown as KeptRecord;
  return {
    version: 1,
    id,
    name,
    savedAt,
    workspace,
    link,
    subject,
    figures,
    sweep: sweep && new PackedSweep(sweep),
  };
}

/** @returns the record in today's version, or one sentence why it cannot be */
export function upgrade(
  raw: unknown,
  upgraders: Upgraders = UPGRADERS,
  newest: number = RECORD_VERSION,
): JsonRecord | string {
  if (!isRecord(raw)) return text('no-record');
  let record: JsonRecord = raw;
  for (;;) {
    const { version } = record;
    if (version === newest) return record;
    if (typeof version === 'number' && version > newest) return text('newer-record');
    const next = typeof version === 'number' ? upgraders[version] : undefined;
    if (!next) return text('unknown-version');
    record = next(record);
  }
}

/** Only what this page itself relies on; what a subject holds is checked by whoever runs it. */
function flawOf({ name, savedAt, workspace, link, subject, figures, sweep }: JsonRecord): string | null {
  if (typeof name !== 'string') return text('no-name');
  if (typeof savedAt !== 'number' || !Number.isFinite(savedAt)) return text('no-time');
  if (!WORKSPACES.some((known) => known === workspace)) return text('no-workspace');
  if (typeof link !== 'string' || !link.startsWith('#/')) return text('no-link');
  if (subject !== null && !isSubject(subject)) return text('no-subject');
  if (!Array.isArray(figures) || !figures.every(isFigure)) return text('no-figures');
  if (sweep !== null && !isSweep(sweep)) return text('no-sweep');
  return null;
}

function isSubject(value: unknown): value is Subject {
  if (!isRecord(value)) return false;
  const field = SUBJECT_FIELD[value.kind as SubjectKind];
  return field !== undefined && isRecord(value[field]);
}

function isFigure(value: unknown): boolean {
  if (!isRecord(value) || typeof value.label !== 'string') return false;
  return value.value === null || ['number', 'string'].includes(typeof value.value);
}

function isSweep(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.spec) || !isPacked(value.packed)) return false;
  const { subject, axes, variants, seeds, figure } = value.spec;
  return (
    isSubject(subject) &&
    Array.isArray(axes) &&
    Array.isArray(variants) &&
    isRecord(seeds) &&
    typeof figure === 'string'
  );
}

/** The lines are unpacked when somebody looks at them first: a list of sweeps needs none. */
class PackedSweep {
  readonly spec: SweepSpec;
  readonly packed: PackedLines;
  #lines: readonly SweepLine[] | null = null;

  constructor({ spec, packed }: NonNullable<KeptRecord['sweep']>) {
    this.spec = spec;
    this.packed = packed;
  }

  get lines(): readonly SweepLine[] {
    this.#lines ??= atOnce(unpacking(this.packed));
    return this.#lines;
  }

  async read(): Promise<readonly SweepLine[]> {
    this.#lines ??= await inSlices(unpacking(this.packed));
    return this.#lines;
  }
}

function nameOf(raw: unknown): string {
  return isRecord(raw) && typeof raw.name === 'string' && raw.name !== '' ? raw.name : text('nameless');
}
