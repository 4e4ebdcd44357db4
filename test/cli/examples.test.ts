/** The examples' own lines, run as Slurm and Kubernetes would run them, as far as a machine without them allows. */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../../src/cli/sweep.ts';
import { folder, root } from './cli.ts';

const examples = join(root, 'public/examples');
const small = join(root, 'test/fixtures/sweep-small.json');
const SHARDS = 3;

function run(words: readonly string[], env: Readonly<Record<string, string>>, cwd: string) {
  const [command = '', ...rest] = words;
  const own = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
  const { status, stdout, stderr } = spawnSync(command, rest, {
    cwd,
    env: { ...own, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const whole = (): string => [...sweep([small])].join('');

let here = '';
beforeEach(() => {
  here = mkdtempSync(join(folder, 'job-'));
  writeFileSync(join(here, 'sweep.json'), readFileSync(small));
  return () => rmSync(here, { recursive: true });
});

describe('examples', () => {
  test('an array job of Slurm: each task its shard, merged equal to the whole', { timeout: 60_000 }, () => {
    const script = join(examples, 'slurm-array.sh');
    const text = readFileSync(script, 'utf8');
    expect(text).toMatch(/^#SBATCH --array=1-8$/m);
    for (let task = 1; task <= SHARDS; task += 1) {
      const env = { MIGRASCOPE: root, SLURM_ARRAY_TASK_ID: `${task}`, SLURM_ARRAY_TASK_COUNT: `${SHARDS}` };
      expect(run(['sh', script], env, here)).toMatchObject({ status: 0, stdout: '' });
    }
    expect(readdirSync(join(here, 'shards'))).toEqual([
      'part-00001.jsonl',
      'part-00002.jsonl',
      'part-00003.jsonl',
    ]);
    const merged = run(['sh', join(examples, 'merge.sh'), 'shards', `${SHARDS}`], {}, here);
    expect(merged).toMatchObject({ status: 0, stderr: '' });
    expect(merged.stdout).toBe(whole());
    // one task again, alone in its array
    rmSync(join(here, 'shards/part-00002.jsonl'));
    const missing = run(['sh', join(examples, 'merge.sh'), 'shards', `${SHARDS}`], {}, here);
    expect([missing.status, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toMatch(
      /^Shard 2 of 3 is missing: there is no shards\/part-00002.jsonl; run it again\.\n$/,
    );
    const again = {
      MIGRASCOPE: root,
      SLURM_ARRAY_TASK_ID: '2',
      SLURM_ARRAY_TASK_COUNT: '1',
      SHARDS: `${SHARDS}`,
    };
    expect(run(['sh', script], again, here).status).toBe(0);
    expect(run(['sh', join(examples, 'merge.sh'), 'shards', `${SHARDS}`], {}, here).stdout).toBe(whole());
  });

  test('a shard that fails leaves no file that looks whole', () => {
    writeFileSync(join(here, 'sweep.json'), '{"version": 1}');
    const env = { MIGRASCOPE: root, SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_COUNT: '2' };
    const { status, stderr } = run(['sh', join(examples, 'slurm-array.sh')], env, here);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/"subject" is missing/);
    expect(readdirSync(join(here, 'shards'))).toEqual(['part-00001.jsonl.partial']);
  });

  test('an Indexed Job of Kubernetes: each pod its shard, merged equal to the whole', {
    timeout: 60_000,
  }, () => {
    const yaml = readFileSync(join(examples, 'kubernetes-indexed-job.yaml'), 'utf8');
    const { command, completions, shards } = readJob(yaml);
    expect(yaml).toMatch(/^ {2}completionMode: Indexed$/m);
    expect(shards).toBe(completions);
    symlinkSync(root, join(here, 'migrascope'));
    mkdirSync(join(here, 'shards'));
    for (let index = SHARDS - 1; index >= 0; index -= 1) {
      const env = {
        WORK: here,
        SHARDS: `${SHARDS}`,
        JOB_COMPLETION_INDEX: `${index}`,
        HOSTNAME: `migrascope-sweep-${index}`,
      };
      expect(run(command, env, '/')).toMatchObject({ status: 0, stdout: '' });
    }
    const merged = run(['sh', join(examples, 'merge.sh'), join(here, 'shards'), `${SHARDS}`], {}, here);
    expect(merged.stdout).toBe(whole());
  });
});

/** As much of YAML as that file has: the command's list, and the numbers that must agree. */
function readJob(yaml: string): { command: string[]; completions: string; shards: string } {
  const lines = yaml.split('\n');
  const from = lines.findIndex((line) => line.trim() === 'command:');
  const indent = (line: string): number => line.length - line.trimStart().length;
  const words: string[] = [];
  let block: string[] | null = null;
  for (const line of lines.slice(from + 1)) {
    if (indent(line) <= indent(lines[from] ?? '') && line.trim() !== '') break;
    const item = /^ +- (.*)$/.exec(line)?.[1];
    if (block === null && item !== undefined) {
      if (item === '|') block = [];
      else words.push(item);
    } else block?.push(line);
  }
  const first = indent(block?.[0] ?? '');
  const script = (block ?? []).map((line) => line.slice(first)).join('\n');
  return {
    command: [...words, script],
    completions: /^ {2}completions: (\d+)$/m.exec(yaml)?.[1] ?? 'none',
    shards: /name: SHARDS\n +value: "(\d+)"/.exec(yaml)?.[1] ?? 'no shards',
  };
}
