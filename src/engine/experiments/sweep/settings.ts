/**
 * A subject's settings by path. They lead into
 *
 *   failover    the scenario, and `commands.0.atMs`, `commands.0.command.lossShare`, … of its commands
 *   migration   the spec, e.g. `strategy.stopRule.downtimeLimitMs`
 *   trees       the lab, e.g. `stream.parameters.exponent`; and `startKeys`, how many keys a start like "balanced:31" has
 */
import { readPath, writePath } from '../../../base/paths.ts';
import type { LabSpec } from '../../lab/spec.ts';
import { streamKinds } from '../../lab/stream-registry.ts';
import type { Run, TimedCommand } from '../../simulation/scenario.ts';
import type { SoloSpec } from '../../simulation/solo-spec.ts';
import { treeKinds } from '../../trees/registry.ts';
import type { Subject } from './spec.ts';

export type Setting = string | number | boolean | null;

const SIZED_START = /^(balanced|chain|random):(\d+)$/;

/** @returns undefined where there is no such setting, or it stands at its default */
export function readSetting(subject: Subject, path: string): unknown {
  return readPath(settingsOf(subject), path);
}

/** The subject with one setting changed; null where it has no such setting. @param mayAdd it may stand at its default yet */
export function withSetting(subject: Subject, path: string, value: Setting, mayAdd: boolean): Subject | null {
  const changed = writePath(settingsOf(subject), path, value, mayAdd);
  if (changed === null) return null;
  switch (subject.kind) {
    case 'failover': {
      const { commands, ...scenario } = changed as Run['scenario'] & { commands: readonly TimedCommand[] };
      const inOrder = commands.toSorted((a, b) => a.atMs - b.atMs);
      return { kind: 'failover', run: { scenario, commands: inOrder } };
    }
    case 'migration':
      return { kind: 'migration', spec: changed as SoloSpec };
    case 'trees': {
      const { startKeys, ...lab } = changed as LabSpec & { startKeys?: Setting };
      const start = path === 'startKeys' ? lab.start.replace(/\d+$/, String(startKeys)) : lab.start;
      return { kind: 'trees', lab: ofTheirKind({ ...lab, start }, path) };
    }
  }
}

/** The subject with another seed. */
export function withSeed(subject: Subject, seed: number): Subject {
  switch (subject.kind) {
    case 'failover':
      return { kind: 'failover', run: { ...subject.run, scenario: { ...subject.run.scenario, seed } } };
    case 'migration':
      return { kind: 'migration', spec: { ...subject.spec, seed } };
    case 'trees':
      return { kind: 'trees', lab: { ...subject.lab, seed } };
  }
}

function settingsOf(subject: Subject): object {
  switch (subject.kind) {
    case 'failover':
      return { ...subject.run.scenario, commands: subject.run.commands };
    case 'migration':
      return subject.spec;
    case 'trees': {
      const size = SIZED_START.exec(subject.lab.start)?.[2];
      return size === undefined ? subject.lab : { ...subject.lab, startKeys: Number(size) };
    }
  }
}

/** Parameters belong to their kind: another tree or stream keeps those it knows as well. */
function ofTheirKind(lab: LabSpec, path: string): LabSpec {
  if (path === 'tree.kind') {
    const known = treeKinds.find(({ kind }) => kind === lab.tree.kind)?.parameters.map(({ name }) => name);
    return { ...lab, tree: { ...lab.tree, parameters: keep(lab.tree.parameters, known ?? []) } };
  }
  if (path === 'stream.kind') {
    const known = streamKinds.find(({ kind }) => kind === lab.stream.kind)?.parameters.map((one) => one.path);
    return { ...lab, stream: { ...lab.stream, parameters: keep(lab.stream.parameters, known ?? []) } };
  }
  return lab;
}

function keep<T>(values: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
