/**
 * Runs as files and links hold them: a JSON object with `version`, any part of a scenario, and `commands`. What is
 * left out comes from the defaults of the reader (the page's waiting scenario, the command line's 30 s script).
 * Only shape is checked here; ranges and names of strategies belong to the engine, which knows its registries.
 */
import * as z from 'zod/mini';
import type { Command, GuestSpec, Run, Scenario, WorkloadSpec } from '../engine/simulation/scenario.ts';
import { isRecord, type JsonRecord, mergeOver } from './merge.ts';
import { sentenceOf } from './schema-sentence.ts';
import { shortText } from './short-text.ts';

/** Every field of the shape has its place in the schema, or this file does not compile. */
type Fields<Shape> = Record<keyof Shape, unknown>;

const number = z.optional(z.number());
const text = z.optional(shortText);
const flag = z.optional(z.boolean());

const workload = z.strictObject({
  kind: z.optional(z.enum(['traces', 'uniform', 'zipf', 'hot-cold', 'sequential', 'phases', 'matrix'])),
  referencesPerSecond: number,
  processes: number,
  hotSetPages: number,
  writeShare: number,
  exponent: number,
  hotShare: number,
  hotFraction: number,
  phaseReferences: number,
  growSteps: number,
} satisfies Fields<WorkloadSpec>);

const guest = z.strictObject({
  name: text,
  os: text,
  role: text,
  node: number,
  memoryMiB: number,
  cpuPercent: number,
  requestsPerSecond: number,
  memoryInUseMB: number,
  capPercent: number,
  workload: z.optional(workload),
} satisfies Fields<GuestSpec>);

/** Which fields go with which kind; all of them are plain. */
const COMMAND_FIELDS: Readonly<Record<Command['kind'], readonly string[]>> = {
  'stop-node': ['node', 'mode?'],
  'crash-node': ['node'],
  'freeze-node': ['node'],
  'thaw-node': ['node'],
  'power-node': ['node'],
  'fail-stop-script': ['node', 'times'],
  'mend-stop-script': ['node'],
  'cut-heartbeat': ['node'],
  'heal-heartbeat': ['node'],
  'cut-data': ['node'],
  'heal-data': ['node'],
  'lossy-heartbeat': ['lossShare'],
  'lossy-data': ['lossShare'],
  'slow-data': ['mbps'],
  'stop-storage': [],
  'start-storage': [],
  'slow-storage': ['factor'],
  'drop-ping': [],
  'crash-vm': ['vm'],
  'increase-mem': ['vm'],
  'decrease-mem': ['vm'],
};

const command = z.strictObject({
  kind: z.enum(Object.keys(COMMAND_FIELDS) as [Command['kind'], ...Command['kind'][]]),
  atMs: z.number(),
  node: number,
  mode: z.optional(z.enum(['paper-script', 'stock-migrating', 'stock-rebooting'])),
  lossShare: number,
  mbps: number,
  factor: number,
  times: number,
  vm: text,
});

const TEXT_FIELDS: readonly string[] = ['vm'];

/** One sentence where a command lacks a field of its kind or has one of another's. */
function commandFieldProblem(commands: readonly JsonRecord[]): string | null {
  for (const [i, one] of commands.entries()) {
    const fields = COMMAND_FIELDS[one.kind as Command['kind']];
    for (const field of fields) {
      if (field.endsWith('?') || one[field] !== undefined) continue;
      const wanted = TEXT_FIELDS.includes(field) ? 'a text' : 'a number';
      return `"commands.${i}.${field}" is missing; ${wanted} is needed.`;
    }
    const known = ['kind', 'atMs', ...fields.map((field) => field.replace('?', ''))];
    const strange = Object.keys(one).find((field) => one[field] !== undefined && !known.includes(field));
    if (strange !== undefined) {
      return `"commands.${i}.${strange}" means nothing to "${String(one.kind)}"; allowed here: ${known.join(', ')}.`;
    }
  }
  return null;
}

/** Commands as a run holds them: their time outside. Read as well as the flat form, and made flat before the check. */
function flatCommands(json: JsonRecord): JsonRecord {
  if (!Array.isArray(json.commands)) return json;
  return {
    ...json,
    commands: json.commands.map((entry: unknown) => {
      if (!isRecord(entry) || !isRecord(entry.command)) return entry;
      const { command: inner, ...outer } = entry;
      return { ...inner, ...outer };
    }),
  };
}

const scenarioFields = {
  version: z.literal(1),
  seed: number,
  durationMs: number,
  failover: z.optional(z.enum(['paper-script', 'stock-migrating', 'stock-rebooting'])),
  pingedVm: text,
  cluster: z.optional(
    z.strictObject({
      nodes: number,
      memoryMiB: number,
      dom0MiB: number,
      cores: number,
      layers: z.optional(z.enum(['physical', 'full', 'para', 'os-level'])),
      dom0CapPercent: number,
    } satisfies Fields<Scenario['cluster']>),
  ),
  guests: z.optional(z.array(guest)),
  network: z.optional(
    z.strictObject({
      linkMbps: number,
      windowBytes: number,
      wireRttMs: number,
      hypervisorRttMs: number,
      noiseMs: number,
      pingIntervalMs: number,
    } satisfies Fields<Scenario['network']>),
  ),
  heartbeat: z.optional(
    z.strictObject({
      keepaliveMs: number,
      warntimeMs: number,
      deadtimeMs: number,
      initdeadMs: number,
      autoFailback: flag,
      stonith: flag,
      stonithMs: number,
      stonithFailureShare: number,
      monitorMs: number,
      nodeBootMs: number,
    } satisfies Fields<Scenario['heartbeat']>),
  ),
  storage: z.optional(z.strictObject({ writesPerSecond: number } satisfies Fields<Scenario['storage']>)),
  migration: z.optional(
    z.strictObject({
      strategy: text,
      rateMbps: number,
      batchPages: number,
      suspendMs: number,
      resumeMs: number,
      tailShare: number,
      tailMs: number,
      dom0CoresPerGbps: number,
      parallelMigrations: number,
    } satisfies Fields<Scenario['migration']>),
  ),
  prediction: z.optional(
    z.strictObject({
      predictor: text,
      workingSetPages: number,
      cachePages: number,
      score: z.optional(z.enum(['depth', 'self-count'])),
      hold: z.optional(z.enum(['round-1', 'until-stop'])),
      lruAsPrinted: flag,
      lruK: number,
      correlatedReferences: number,
      fbrNewShare: number,
      fbrOldShare: number,
      lrfuLambda: number,
    } satisfies Fields<Scenario['prediction']>),
  ),
} satisfies Fields<Scenario>;

const runSchema = z.strictObject({ ...scenarioFields, commands: z.optional(z.array(command)) });

export const RUN_VERSION = 1;

/** `UPGRADES[v]` turns a file of version v into one of version v + 1. None is needed yet. */
const UPGRADES: Record<number, (old: JsonRecord) => JsonRecord> = {};

type Parsed = { run: Run } | { problem: string };

/** Reads a run; `problem` is one sentence that names the place, what was found there and what may stand there. */
export function parseRun(json: unknown, defaults: Run): Parsed {
  if (!isRecord(json))
    return { problem: 'A run is a JSON object such as {"version": 1}; this is something else.' };
  const upgraded = upgrade(json);
  if ('problem' in upgraded) return upgraded;
  const flat = flatCommands(upgraded.json);
  const checked = runSchema.safeParse(flat);
  if (!checked.success) return { problem: sentenceOf(checked.error.issues, flat, runSchema) };
  const { commands, ...scenario } = checked.data;
  const fieldProblem = commandFieldProblem(commands ?? []);
  if (fieldProblem !== null) return { problem: fieldProblem };
  return {
    run: {
      scenario: mergeOver(defaults.scenario, scenario) as Run['scenario'],
      commands: commands
        ? commands
            .map(({ atMs, ...command }) => ({ atMs, command: command as Command }))
            .sort((a, b) => a.atMs - b.atMs)
        : defaults.commands,
    },
  };
}

function upgrade(json: JsonRecord): { json: JsonRecord } | { problem: string } {
  let version = json.version;
  if (!Number.isInteger(version)) {
    return {
      problem: 'A run names its "version"; this one does not, and 1 is the only one there is so far.',
    };
  }
  let current = json;
  while (version !== RUN_VERSION) {
    const step =
      typeof version === 'number' && Object.hasOwn(UPGRADES, version) ? UPGRADES[version] : undefined;
    if (!step) {
      return { problem: `"version" is ${version}, but this program reads version ${RUN_VERSION} only.` };
    }
    current = step(current);
    version = current.version;
  }
  return { json: current };
}
