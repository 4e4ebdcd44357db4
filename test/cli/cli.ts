/** The command line as its callers meet it: a process of its own, or one command called; files in a folder that goes again. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const root = join(import.meta.dirname, '../..');
export const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Like npm: started in the project's folder, the caller's own in INIT_CWD. */
export function cli(words: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder },
    });
    const text = { out: '', err: '' };
    child.stdout.on('data', (data) => {
      text.out += String(data);
    });
    child.stderr.on('data', (data) => {
      text.err += String(data);
    });
    child.on('close', (code) => resolve({ code, ...text }));
    child.stdin.on('error', () => {}); // it may not care
    child.stdin.end(input);
  });
}

export function file(name: string, contents: unknown): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof contents === 'string' || Buffer.isBuffer(contents) ? contents : JSON.stringify(contents),
  );
  return path;
}

export const keysOf = (record: unknown): string[] => Object.keys(record as object);

/** A run of a second, so that asking for its output costs little. */
export const shortRun = {
  version: 1,
  durationMs: 1000,
  guests: [
    { memoryMiB: 16, workload: { kind: 'uniform', hotSetPages: 100, referencesPerSecond: 1000 } },
    { memoryMiB: 8, workload: { hotSetPages: 100 } },
    {},
  ],
  commands: [{ kind: 'stop-node', node: 1, atMs: 200 }],
};
