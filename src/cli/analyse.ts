/** `analyse [migration.json]`: what the migration's workload is like and foretells; nothing is moved. */
import { analyseSolo } from '../engine/simulation/solo-analysis.ts';
import { Complaint } from './complaint.ts';
import { readMigration } from './migrate.ts';

export function analyse(words: readonly string[]): string {
  const [path, ...rest] = words;
  if (rest.length > 0) throw new Complaint(`"analyse" takes one file; "${rest[0]}" is too much.`);
  const { spec, library } = readMigration(path);
  return `${JSON.stringify(analyseSolo(spec, library))}\n`;
}
