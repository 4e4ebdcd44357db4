/** Small sweeps and what to run them with. */
import { recordedTraces } from '../../../../src/cli/files.ts';
import { caseCount, linesOf } from '../../../../src/engine/experiments/sweep/cases.ts';
import { sweepDefaults } from '../../../../src/engine/experiments/sweep/defaults.ts';
import { runOutcome } from '../../../../src/engine/experiments/sweep/run-subject.ts';
import type {
  RunOutcome,
  Subject,
  SweepLine,
  SweepSpec,
} from '../../../../src/engine/experiments/sweep/spec.ts';
import { finish } from '../../../../src/engine/lab/job.ts';
import { parseRun } from '../../../../src/protocol/scenario-schema.ts';
import { parseSweep } from '../../../../src/protocol/sweep-schema.ts';
import { shortRun } from '../../../cli/cli.ts';

export const library = recordedTraces();

/** A sweep as people write it. */
export function sweepOf(file: object): SweepSpec {
  const parsed = parseSweep({ version: 1, ...file }, sweepDefaults);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.spec;
}

export const smallMigration = {
  vm: { memoryMiB: 4, romKiB: 0, workload: { hotSetMiB: 1, hotStartMiB: 1 } },
  link: { bandwidthBytesPerSecond: 50_000_000 },
  strategy: { windowMs: 10, warmUpMs: 100, workingSetPages: 64, stopRule: { kind: 'qemu' } },
  giveUpAfterMs: 1000,
};

const smallRun = (): Subject => {
  const parsed = parseRun(shortRun, sweepDefaults.failover);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return { kind: 'failover', run: parsed.run };
};

export const subjects: Readonly<Record<Subject['kind'], Subject>> = {
  failover: smallRun(),
  migration: sweepOf({
    subject: { migration: smallMigration },
    axes: [{ parameter: 'link.latencyMs', values: [1] }],
  }).subject,
  trees: {
    kind: 'trees',
    lab: { ...sweepDefaults.trees, stream: { ...sweepDefaults.trees.stream, length: 200 } },
  },
};

export const linesAll = (spec: SweepSpec): SweepLine[] => [
  ...linesOf(spec, { from: 0, to: caseCount(spec) }, library),
];

export const outcomeOf = (subject: Subject): RunOutcome => finish(runOutcome(subject, library));
