/**
 * Paper A's Tables 1 to 4: what is printed, what a run gives by its mechanism, and how far that is off. The page's
 * table, the Evidence page and the tests all read runs with this one function.
 *
 *   Table 1   response time and CPU against memory in use, in a VM
 *   Table 2   the same on a physical machine: the mechanism without the hypervisor's parts
 *   Table 3   round trip of 3 000 pings, controlled stop with the paper's script
 *   Table 4   the same, stock Heartbeat that migrates
 */
import { MICROS_PER_MILLI, type Micros, microsFromMillis } from '../../base/units.ts';
import { responseTimeMs } from '../cluster/response-time.ts';
import { responseUnderCapMs } from '../simulation/caps.ts';
import type { Command, FailoverMode, Run } from '../simulation/scenario.ts';
import type { Series } from '../simulation/series.ts';
import { pingedVm, type SimState } from '../simulation/state.ts';

export type PaperRowName = '10' | '20' | '30' | '40' | '50' | 'before' | 'during' | 'after' | 'recovered';
export type PaperQuantity = 'responseMs' | 'cpuPercent' | 'rttMs';

export interface PaperValue {
  readonly table: 1 | 2 | 3 | 4;
  /** MB in use, or the span of the run */
  readonly row: PaperRowName;
  readonly quantity: PaperQuantity;
  /** null where the paper prints none */
  readonly printed: number | null;
  /** null until the run has been there, or where it never goes there */
  readonly simulated: number | null;
  /** simulated / printed − 1; for CPU simulated − printed, in percentage points */
  readonly error: number | null;
  /** the error is not larger than its tolerance */
  readonly within: boolean | null;
}

/** A response time may be off by 9 %, a CPU by 1 point, a round trip by 5 %. */
export const TOLERANCE: Readonly<Record<PaperQuantity, number>> = {
  responseMs: 0.09,
  cpuPercent: 1,
  rttMs: 0.05,
};

/** Source: [A] Tables 1 and 2 */
const MEMORY_ROWS = [
  { row: '10', vmMs: 0.046, physicalMs: 0.022 },
  { row: '20', vmMs: 0.05, physicalMs: 0.036 },
  { row: '30', vmMs: 0.067, physicalMs: 0.047 },
  { row: '40', vmMs: 0.099, physicalMs: 0.081 },
  { row: '50', vmMs: 0.141, physicalMs: 0.11 },
] as const;
const VM_CPU = 44;
const PHYSICAL_CPU = 41;

/** Source: [A] Tables 3 and 4 and the prose beside them; of the stock move only the peak is told. */
const RTT_ROWS = {
  3: { mode: 'paper-script', printed: { before: 0.25, during: 1.0, after: 0.5, recovered: 0.25 } },
  4: { mode: 'stock-migrating', printed: { before: null, during: 1.3, after: null, recovered: null } },
} as const;

/** Pings sent in this time after activation are "just after", see SPANS of the run. */
const JUST_AFTER_US: Micros = 100 * MICROS_PER_MILLI;
const RECOVERED_PINGS = 100;

/** The tables a run can fill: by its calls, by its first stop; one in which nothing was done waits for calls. */
export function tablesOf(run: Run): readonly PaperValue['table'][] {
  const calls = run.commands.length === 0 || run.commands.some(({ command }) => isCall(command));
  const mode = modePlayed(run);
  return [
    ...(calls ? ([1, 2] as const) : []),
    ...([3, 4] as const).filter((table) => RTT_ROWS[table].mode === mode),
  ];
}

/** What a run has shown of the four tables until a moment. @param sim a state of the run at that moment or later */
export function readPaperTables(sim: SimState, series: Series, run: Run, untilUs: Micros): PaperValue[] {
  return [...memoryValues(sim, series, run, untilUs), ...rttValues(sim, series, run, untilUs)];
}

type Call = Extract<Command, { kind: 'increase-mem' | 'decrease-mem' }>;

function isCall(command: Command): command is Call {
  return command.kind === 'increase-mem' || command.kind === 'decrease-mem';
}

interface Stay {
  readonly mb: number;
  readonly responseMs: number | null;
  readonly fromUs: Micros;
  readonly toUs: Micros;
}

function memoryValues(sim: SimState, series: Series, run: Run, untilUs: Micros): PaperValue[] {
  const server = serverOf(run);
  const guest = run.scenario.guests[server];
  const fills = guest !== undefined && tablesOf(run).includes(1);
  const stays = fills ? staysOf(sim, server, untilUs) : [];
  // A failure changes what the host does: CPU is read until the first one.
  const undisturbedUs = run.commands
    .filter(({ command }) => !isCall(command))
    .reduce((first, { atMs }) => Math.min(first, microsFromMillis(atMs)), untilUs);
  return MEMORY_ROWS.flatMap(({ row, vmMs, physicalMs }) => {
    const mine = stays.filter(({ mb }) => mb === Number(row));
    const reached = mine[0];
    const cpu = meanCpu(series, (guest?.node ?? 1) - 1, mine, undisturbedUs);
    return [
      paperValue(1, row, 'responseMs', vmMs, reached?.responseMs ?? null),
      paperValue(1, row, 'cpuPercent', VM_CPU, cpu),
      // The same handler and the same matrix job with no hypervisor below them.
      paperValue(2, row, 'responseMs', physicalMs, reached ? responseTimeMs(reached.mb, false) : null),
      paperValue(2, row, 'cpuPercent', PHYSICAL_CPU, reached && guest ? guest.cpuPercent : null),
    ];
  });
}

/** The guest the calls go to: the first one called, else the first that serves requests. */
function serverOf({ scenario, commands }: Run): number {
  for (const { command } of commands) {
    if (isCall(command)) return scenario.guests.findIndex(({ name }) => name === command.vm);
  }
  return scenario.guests.findIndex(({ requestsPerSecond }) => requestsPerSecond > 0);
}

/** How long it had how much in use, as the run's own log tells. */
function staysOf(sim: SimState, server: number, untilUs: Micros): Stay[] {
  const guest = sim.scenario.guests[server];
  if (guest === undefined) return [];
  const changes = sim.log.filter(
    ({ code, slots, atUs }) =>
      (code === 'increase-mem' || code === 'decrease-mem') && slots.vm === guest.name && atUs <= untilUs,
  );
  const serves = guest.requestsPerSecond > 0;
  const first = {
    mb: guest.memoryInUseMB,
    responseMs: serves ? responseUnderCapMs(sim.scenario, guest, guest.memoryInUseMB) : null,
    fromUs: 0,
  };
  const later = changes.map(({ atUs, slots }) => ({
    mb: Number(slots.mb),
    responseMs: Number(slots.responseMs),
    fromUs: atUs,
  }));
  const all = [first, ...later];
  return all.map((stay, i) => ({ ...stay, toUs: all[i + 1]?.fromUs ?? untilUs }));
}

/** Mean of the host's samples that lie wholly in these spans; null where there is none. */
function meanCpu(series: Series, node: number, spans: readonly Stay[], untilUs: Micros): number | null {
  const { cpu } = series;
  let [sum, samples] = [0, 0];
  for (const { fromUs, toUs } of spans) {
    const end = cpu.rowsUntil(Math.min(toUs, untilUs));
    for (let row = cpu.rowsUntil(fromUs + CPU_WINDOW_US - 1); row < end; row += 1) {
      if (cpu.at(row, 1) !== node) continue;
      sum += cpu.at(row, 2);
      samples += 1;
    }
  }
  return samples === 0 ? null : sum / samples;
}

const CPU_WINDOW_US: Micros = 100 * MICROS_PER_MILLI;

function rttValues(sim: SimState, series: Series, run: Run, untilUs: Micros): PaperValue[] {
  const played = modePlayed(run);
  return ([3, 4] as const).flatMap((table) => {
    const { mode, printed } = RTT_ROWS[table];
    const spans = mode === played ? spansOf(sim, run) : {};
    return Object.entries(printed).map(([name, value]) => {
      const row = name as 'before' | 'during' | 'after' | 'recovered';
      const span = spans[row];
      // A span that is not over yet has no mean yet: nothing is told of what is still to come.
      const mean = span === undefined || span[1] > untilUs ? null : meanRtt(series, span[0], span[1]);
      return paperValue(table, row, 'rttMs', value, mean);
    });
  });
}

/** How the first node was stopped; null where none is, or something else happens before. */
function modePlayed({ scenario, commands }: Run): FailoverMode | null {
  const first = [...commands].sort((a, b) => a.atMs - b.atMs)[0]?.command;
  return first?.kind === 'stop-node' ? (first.mode ?? scenario.failover) : null;
}

type Spans = Partial<Record<PaperRowName, readonly [Micros, Micros]>>;

/**
 * Before: until the stop. During: sent from the first page of round 1 to suspend. Just after: in the first 100 ms after
 * activation. Recovered: the last 100 pings of the run.
 */
function spansOf(sim: SimState, { scenario, commands }: Run): Spans {
  const stopUs = microsFromMillis(Math.min(...commands.map(({ atMs }) => atMs)));
  const vm = pingedVm(sim).id;
  const move = sim.migrations.find((record) => record.vm === vm && record.outcome === 'completed');
  const before = [0, stopUs] as const;
  if (move?.startUs == null || move.suspendUs === null || move.endUs === null) return { before };
  const endUs = Math.max(microsFromMillis(scenario.durationMs), move.endUs + JUST_AFTER_US);
  return {
    before,
    during: [move.startUs, move.suspendUs],
    after: [move.endUs, move.endUs + JUST_AFTER_US],
    recovered: [endUs - RECOVERED_PINGS * microsFromMillis(scenario.network.pingIntervalMs), endUs],
  };
}

/** Mean over the answered pings sent in [from, to); lost ones are none, never 0. */
function meanRtt({ pings }: Series, fromUs: Micros, toUs: Micros): number | null {
  let [sum, answered] = [0, 0];
  for (let row = pings.rowsUntil(fromUs - 1); row < pings.rowsUntil(toUs - 1); row += 1) {
    const rtt = pings.at(row, 1);
    if (Number.isNaN(rtt)) continue;
    sum += rtt;
    answered += 1;
  }
  return answered === 0 ? null : sum / answered;
}

function paperValue(
  table: PaperValue['table'],
  row: PaperRowName,
  quantity: PaperQuantity,
  printed: number | null,
  simulated: number | null,
): PaperValue {
  const error =
    simulated === null || printed === null
      ? null
      : quantity === 'cpuPercent'
        ? simulated - printed
        : simulated / printed - 1;
  const within = error === null ? null : Math.abs(error) <= TOLERANCE[quantity];
  return { table, row, quantity, printed, simulated, error, within };
}
