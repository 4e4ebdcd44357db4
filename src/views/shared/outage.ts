/** What a failure cost, by the end of what was played: for those who were served, and for what was stored. */
import { MICROS_PER_MILLI, type Micros } from '../../base/units.ts';
import type { Table } from '../../layout/decimate.ts';
import type { History, Run } from '../../protocol/model.ts';
import { blocksAt } from './split-brain.ts';

export interface Outage {
  readonly vm: string;
  /** time covered by lost pings, and the longest span without an answer */
  readonly lostMs: number;
  readonly longestMs: number;
  /** from the first silence to the first node that held the silent one for dead; null where nobody had to notice */
  readonly noticedMs: number | null;
  /** 0-based; −1 = nobody */
  readonly node: number;
  /** a second one that runs it as well; −1 = none */
  readonly other: number;
  readonly standsStill: boolean;
  readonly blocks: number;
  /** guests whose memory was lost */
  readonly memoryLost: readonly string[];
}

const SILENT: readonly string[] = [
  'node-crashed',
  'node-rebooted',
  'node-frozen',
  'cut-heartbeat',
  'notice-lost',
];

/** Null for a run in which nothing but controlled stops was commanded. */
export function outageOf(run: Run, history: History, pings: Table, endUs: Micros): Outage | null {
  if (run.commands.every(({ command }) => command.kind === 'stop-node')) return null;
  const name = run.scenario.pingedVm;
  const vm = history.vms.find((one) => one.name === name);
  const events = history.events.filter(({ atUs }) => atUs <= endUs);
  const silent = events.find(({ code }) => SILENT.includes(code));
  const dead = silent && events.find(({ code, atUs }) => code === 'peer-dead' && atUs >= silent.atUs);
  return {
    vm: name,
    ...lostSpans(pings, run.scenario.network.pingIntervalMs, endUs),
    noticedMs: silent && dead ? (dead.atUs - silent.atUs) / MICROS_PER_MILLI : null,
    node: vm?.node ?? -1,
    other: vm !== undefined && !vm.copyBooting ? vm.copyNode : -1,
    standsStill: vm?.halted != null,
    blocks: blocksAt(history, name, run.scenario, endUs),
    memoryLost: [
      ...new Set(
        events
          .filter(({ code }) => code === 'vm-lost' || code === 'vm-crashed')
          .map(({ slots }) => String(slots.vm)),
      ),
    ],
  };
}

function lostSpans({ data, rows, width }: Table, intervalMs: number, endUs: Micros) {
  let lost = 0;
  let inRow = 0;
  let longest = 0;
  for (let row = 0; row < rows && (data[row * width] ?? 0) <= endUs; row += 1) {
    inRow = Number.isNaN(data[row * width + 1] ?? 0) ? inRow + 1 : 0;
    if (inRow > 0) lost += 1;
    longest = Math.max(longest, inRow);
  }
  return { lostMs: lost * intervalMs, longestMs: longest * intervalMs };
}
