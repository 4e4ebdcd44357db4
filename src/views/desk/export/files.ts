/** Names of files: the workspace, what the run is called, what it is. The same run gives the same name. */
import type { Taken } from '../../../store/taken.ts';

/** Longer names are cut off by some systems. */
const MOST_LETTERS = 60;

/** @param file with its kind, e.g. "cpu.csv" */
export function fileName({ workspace, name }: Pick<Taken, 'workspace' | 'name'>, file: string): string {
  return [workspace, slug(name), file].filter((part) => part !== '').join('-');
}

/** "Stop of node 1 at 18 s, paper’s script" → "stop-of-node-1-at-18-s-papers-script" */
function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[’']|[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .slice(0, MOST_LETTERS)
    .replace(/^[-.]+|[-.]+$/g, '');
}
