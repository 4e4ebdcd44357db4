/** Whether a scenario can be run: every range and every promise the parts rely on. One sentence names the first fault. */
import type { ParameterInfo } from '../../base/parameter.ts';
import { timingProblem } from '../cluster/membership.ts';
import { tuningParameters } from '../memory/predictor-parameters.ts';
import { predictorEntry } from '../memory/predictor-registry.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import { growSteps, phaseReferences, workloadEntry } from '../memory/workload-registry.ts';
import { strategyOf } from '../migration/strategy-registry.ts';
import { commandKind } from './commands.ts';
import { workloadInput } from './guests.ts';
import { PAGES_PER_MIB } from './page-size.ts';
import { parameters, valueAt } from './parameters.ts';
import type { Command, GuestSpec, Run, Scenario } from './scenario.ts';

const MAX_GUESTS = 24;
const MAX_NODES = 8;
const MAX_DURATION_MS = 600_000;

/** @returns null if the run is fine */
export function runProblem(run: Run, library: TraceLibrary): string | null {
  return (
    parameterProblem(run.scenario) ??
    clusterProblem(run.scenario) ??
    timingProblem(run.scenario.heartbeat) ??
    kindProblem(run.scenario) ??
    guestsProblem(run.scenario, library) ??
    commandProblem(run)
  );
}

function parameterProblem(scenario: Scenario): string | null {
  for (const info of parameters) {
    // x0's and x2's paths apply where those guests exist
    const value = valueAt(scenario, info.path);
    if (value === undefined && info.path.startsWith('guests.')) continue;
    const problem = valueProblem(info, value);
    if (problem !== null) return problem;
  }
  for (const info of tuningParameters) {
    const path = `prediction.${info.path}`;
    const value = valueAt(scenario, path);
    const problem = value === undefined ? null : valueProblem({ ...info, path }, value);
    if (problem !== null) return problem;
  }
  return null;
}

/** @returns null if the value suits the parameter */
function valueProblem(info: ParameterInfo, value: unknown): string | null {
  if (info.kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return `${info.path} is ${String(value)}; give a number.`;
    }
    const { min, max, unit } = info;
    if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
      return `${info.path} is ${value}; it must lie between ${min} and ${max}${unit === '' ? '' : ` ${unit}`}.`;
    }
    const whole = info.step !== undefined && Number.isInteger(info.step) && WHOLE.test(info.path);
    if (whole && !Number.isInteger(value)) return `${info.path} is ${value}; give a whole number.`;
  }
  if (info.kind === 'choice' && !info.choices?.some((choice) => choice.value === value)) {
    const known = (info.choices ?? []).map((choice) => choice.value).join(', ');
    return `${info.path} is "${String(value)}"; use one of ${known}.`;
  }
  if (info.kind === 'switch' && typeof value !== 'boolean') {
    return `${info.path} is ${String(value)}; use true or false.`;
  }
  return null;
}

/** counts of things; times and rates may be fractions */
const WHOLE = /(seed|processes|Pages|MiB|Bytes|cores|nodes|Migrations|lruK|[a-z]References|growSteps)$/;

function clusterProblem(scenario: Scenario): string | null {
  const { cluster, guests } = scenario;
  if (!Number.isInteger(cluster.nodes) || cluster.nodes < 2 || cluster.nodes > MAX_NODES) {
    return `cluster.nodes is ${cluster.nodes}; use 2 to ${MAX_NODES} nodes.`;
  }
  if (guests.length < 1 || guests.length > MAX_GUESTS) {
    return `There are ${guests.length} guests; use 1 to ${MAX_GUESTS}.`;
  }
  const names = new Set(guests.map((guest) => guest.name));
  if (names.size < guests.length) return 'Two guests share a name; give each a name of its own.';
  if (!names.has(scenario.pingedVm)) {
    return `pingedVm is "${scenario.pingedVm}", which is no guest; use one of ${[...names].join(', ')}.`;
  }
  for (let node = 1; node <= cluster.nodes; node += 1) {
    const used = guests
      .filter((guest) => guest.node === node)
      .reduce((sum, guest) => sum + guest.memoryMiB, 0);
    const room = cluster.memoryMiB - cluster.dom0MiB;
    if (used > room) {
      return `The guests of node ${node} need ${used} MiB, but only ${room} MiB are left beside Dom0; give the nodes more memory or the guests less, or move one elsewhere.`;
    }
  }
  return null;
}

function kindProblem(scenario: Scenario): string | null {
  try {
    strategyOf(scenario.migration.strategy);
    predictorEntry(scenario.prediction.predictor);
    for (const guest of scenario.guests) workloadEntry(guest.workload.kind);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function guestsProblem(scenario: Scenario, library: TraceLibrary): string | null {
  for (const guest of scenario.guests) {
    const problem = guestProblem(scenario, guest, library);
    if (problem !== null) return problem;
  }
  return null;
}

function guestProblem(scenario: Scenario, guest: GuestSpec, library: TraceLibrary): string | null {
  const { name, workload } = guest;
  if (!Number.isInteger(guest.node) || guest.node < 1 || guest.node > scenario.cluster.nodes) {
    return `${name} starts on node ${guest.node}, but there are nodes 1 to ${scenario.cluster.nodes}; let it start on one of them first.`;
  }
  if (!Number.isInteger(guest.memoryMiB) || guest.memoryMiB < 1 || guest.memoryMiB > 4096) {
    return `${name} has ${guest.memoryMiB} MiB; use a whole number from 1 to 4096.`;
  }
  if (!Number.isInteger(workload.processes) || workload.processes < 1) {
    return `${name} has ${workload.processes} processes; use a whole number from 1 on.`;
  }
  if (!Number.isInteger(workload.hotSetPages) || workload.hotSetPages < 1) {
    return `${name} has a hot set of ${workload.hotSetPages} pages; use a whole number from 1 on.`;
  }
  const shares = [workload.writeShare, workload.hotFraction, workload.hotShare];
  if (shares.some((share) => !(share >= 0 && share <= 1))) {
    return `A share in the workload of ${name} lies outside 0 to 1; writeShare, hotFraction and hotShare are shares.`;
  }
  for (const info of [phaseReferences, growSteps]) {
    const value = valueAt(workload, info.path);
    const problem = value === undefined ? null : valueProblem(info, value);
    if (problem !== null) return `In the workload of ${name}, ${problem}`;
  }
  const numbers = [
    guest.cpuPercent,
    guest.requestsPerSecond,
    guest.memoryInUseMB,
    workload.referencesPerSecond,
  ];
  if (numbers.some((value) => !(value >= 0 && value <= 1e6))) {
    return `A rate or size of ${name} is negative or above a million; correct cpuPercent, requestsPerSecond, memoryInUseMB or referencesPerSecond.`;
  }
  const cap = guest.capPercent ?? 100;
  if (!(cap > 0 && cap <= 100)) {
    return `${name} has a cap of ${cap} %; use more than 0 and at most 100, which is no cap.`;
  }
  const needed = workloadEntry(workload.kind).pagesNeeded(workloadInput(guest, library));
  const has = guest.memoryMiB * PAGES_PER_MIB;
  if (needed > has) {
    return `The workload of ${name} needs ${needed} pages, but ${guest.memoryMiB} MiB are ${has}; give it more memory, fewer processes or a smaller hot set.`;
  }
  return null;
}

function amountProblem(command: Command): string | null {
  const { amount } = commandKind(command.kind);
  if (amount === null) return null;
  const value = (command as unknown as Record<string, unknown>)[amount.field];
  if (typeof value === 'number' && value >= amount.min && value <= amount.max) return null;
  return `A command "${command.kind}" has ${amount.field} ${String(value)}; it must lie between ${amount.min} and ${amount.max}.`;
}

function commandProblem(run: Run): string | null {
  for (const { atMs, command } of run.commands) {
    if (!(atMs >= 0 && atMs <= MAX_DURATION_MS)) {
      return `A command is at ${atMs} ms; use 0 to ${MAX_DURATION_MS}.`;
    }
    const { nodes } = run.scenario.cluster;
    if ('node' in command && (!Number.isInteger(command.node) || command.node < 1 || command.node > nodes)) {
      return `A command ${command.kind === 'stop-node' ? 'stops' : 'is aimed at'} node ${command.node}; there are nodes 1 to ${nodes}.`;
    }
    if ('vm' in command && !run.scenario.guests.some(({ name }) => name === command.vm)) {
      const does = command.kind === 'crash-vm' ? 'crashes' : 'is aimed at';
      return `A command ${does} "${command.vm}", which is no guest; use one of ${run.scenario.guests.map(({ name }) => name).join(', ')}.`;
    }
    const problem = amountProblem(command);
    if (problem !== null) return problem;
  }
  return null;
}
