/** `migrate [migration.json]`: one VM over one link. Without a file: the defaults. */
import type { TraceLibrary } from '../engine/memory/trace.ts';
import { migrateSolo } from '../engine/simulation/solo.ts';
import { soloProblem } from '../engine/simulation/solo-check.ts';
import { defaultSolo, type SoloSpec } from '../engine/simulation/solo-spec.ts';
import { isRecord } from '../protocol/merge.ts';
import { parseSolo } from '../protocol/solo-schema.ts';
import { Complaint, orComplain } from './complaint.ts';
import { readJson, readTrace, recordedTraces } from './files.ts';

export function migrate(words: readonly string[]): string {
  const [path, ...rest] = words;
  if (rest.length > 0) throw new Complaint(`"migrate" takes one file; "${rest[0]}" is too much.`);
  const { spec, library } = readMigration(path);
  return `${JSON.stringify(migrateSolo(spec, library))}\n`;
}

/** @param path none = the defaults @throws Complaint about what cannot be run */
export function readMigration(path: string | undefined): { spec: SoloSpec; library: TraceLibrary } {
  const asked = path === undefined ? defaultSolo : readSpec(path);
  const spec = orComplain(soloProblem(asked), asked);
  const { file, pattern } = spec.vm.workload;
  return { spec, library: pattern === 'trace' && file !== null ? readTrace(file) : recordedTraces() };
}

/** A file of the page may name a second strategy as `against`; what is run here is the first. */
function readSpec(path: string): SoloSpec {
  const json = readJson(path);
  const { against: _against, ...first } = isRecord(json) ? json : {};
  const parsed = parseSolo(isRecord(json) ? first : json, defaultSolo);
  if ('problem' in parsed) throw new Complaint(parsed.problem);
  return parsed.spec;
}
