/** Why a ping took so long, or got no answer: the parts of its time, and what was leaving the port. */
import type { Micros } from '../../../base/units.ts';
import { bytesInDelay, PAYLOAD_BYTES_PER_PACKET } from '../../network/transmit-port.ts';
import { batchPagesNow } from '../caps.ts';
import type { MigrationRecord, RoundRecord } from '../history.ts';
import { paceMbps } from '../pacing.ts';
import { PAGE_BYTES } from '../page-size.ts';
import type { Series } from '../series.ts';
import { nodeName, pingedVm, type SimState, vmName } from '../state.ts';
import { type Cause, cause } from './cause.ts';
import { whyRound, whyStop } from './migration.ts';
import { whyStopped } from './stop-command.ts';

export function whyPing(sim: SimState, series: Series, index: number): Cause[] {
  const { pings } = series;
  if (index < 0 || index >= pings.rowsUntil(sim.nowUs)) return [];
  const sent = pings.at(index, 0);
  const rtt = pings.at(index, 1);
  const vm = pingedVm(sim);
  if (Number.isNaN(rtt)) return whyLost(sim, sent, vm.id);
  const { network } = sim.scenario;
  const chain = [
    cause('ping', { rtt, sent }, { atUs: sent, source: '[A] Table 3: ping -i 0.01' }),
    cause('wire', { ms: network.wireRttMs }, { addsMs: network.wireRttMs, source: 'fitted' }),
    cause(
      'hypervisor',
      { ms: network.hypervisorRttMs },
      { addsMs: network.hypervisorRttMs, source: '[A] Table 3: 0.25 ms in all' },
    ),
  ];
  const queueMs = pings.at(index, 2);
  const tailMs = pings.at(index, 3);
  if (queueMs > 0) {
    const bytes = bytesInDelay(sim.slowMbps ?? network.linkMbps, queueMs);
    const packets = Math.round(bytes / PAYLOAD_BYTES_PER_PACKET);
    const streams = batchesAt(sim, series, pings.at(index, 5), sent);
    const inSwitch =
      streams.length > 0 && streams.every(({ migration }) => migration.from !== placeAt(sim, vm.id, sent));
    chain.push(
      cause(
        inSwitch ? 'queue-switch' : 'queue',
        { bytes, packets, ms: queueMs, streams: Math.max(1, streams.length) },
        {
          addsMs: queueMs,
          rule: 'D_q = 8·(W − C_p·t_b/8)·η/C',
          source: 'window and wire fitted to [A] Table 3',
        },
      ),
    );
  }
  if (tailMs > 0) {
    chain.push(
      cause(
        'tail',
        { ms: tailMs, share: tailMs / sim.queueDelayMs },
        {
          addsMs: tailMs,
          atUs: vm.activatedUs >= 0 ? vm.activatedUs : null,
          rule: 'ρ_d·e^(−t/τ)·D_q',
          source: 'fitted to [A] Table 3: 0.5 ms just after',
        },
      ),
    );
  }
  const noise = pings.at(index, 4);
  chain.push(cause('noise', { ms: noise }, { addsMs: noise, source: 'assumed, σ = 0.036 ms' }));
  if (queueMs > 0) chain.push(...whyBatch(sim, series, pings.at(index, 5), sent));
  else if (tailMs > 0) chain.push(...whyStopped(sim, sent, vm.id));
  return chain;
}

interface Sending {
  readonly migration: MigrationRecord;
  /** from 1, in the order in which they ended; the one still on is the next */
  readonly number: number;
  readonly startUs: Micros;
}

/** Where a VM was at a moment, by its moves. */
function placeAt(sim: SimState, vm: number, us: Micros): number {
  const moved = sim.migrations.findLast(
    (record) => record.vm === vm && record.outcome === 'completed' && (record.endUs ?? us) <= us,
  );
  const next = sim.migrations.find((record) => record.vm === vm && (record.endUs ?? us) >= us);
  return moved?.to ?? next?.from ?? sim.vms[vm]?.node ?? -1;
}

/** Batches that were leaving when a ping was sent. @param from the first that can be among them */
function batchesAt(sim: SimState, series: Series, from: number, sent: Micros): Sending[] {
  const { batches } = series;
  const found: Sending[] = [];
  const moving = (vm: number) =>
    sim.migrations.findLast(
      (record) =>
        record.vm === vm &&
        record.startUs !== null &&
        record.startUs <= sent &&
        sent <= (record.endUs ?? sent),
    );
  // As many as may be on at once end one after another; what the recording holds beyond the moment is not looked at.
  const end = Math.min(batches.rowsUntil(sim.nowUs), Math.max(0, from) + MOST_AT_ONCE);
  for (let row = Math.max(0, from); row < end; row += 1) {
    const migration = batches.at(row, 0) <= sent ? moving(batches.at(row, 2)) : undefined;
    if (migration) found.push({ migration, number: row + 1, startUs: batches.at(row, 0) });
  }
  for (const job of sim.jobs) {
    const migration = job.streamOn && job.batchStartUs <= sent ? moving(job.vm) : undefined;
    if (migration) found.push({ migration, number: sim.batches + 1, startUs: job.batchStartUs });
  }
  return found;
}

/** Batches that end while one is still on, at most: those of all others many times over. */
const MOST_AT_ONCE = 64;

function whyBatch(sim: SimState, series: Series, batch: number, sent: Micros): Cause[] {
  const all = batchesAt(sim, series, batch, sent);
  const here = placeAt(sim, pingedVm(sim).id, sent);
  const own = all.find(({ migration }) => migration.vm === pingedVm(sim).id);
  const found = own ?? all.find(({ migration }) => migration.from === here) ?? all[0];
  if (found === undefined) return [];
  const { migration } = found;
  const round = roundAt(migration, sent);
  const chain = [
    cause(
      'batch',
      {
        batch: found.number,
        pages: batchPagesNow(sim, PAGE_BYTES),
        round: round?.round ?? 1,
        from: nodeName(migration.from),
      },
      { atUs: found.startUs, source: 'Xen sends 1,024 pages at a time' },
    ),
    cause('pace', { rate: paceMbps(sim, migration.from) }, { source: 'fitted to [A] Table 3' }),
  ];
  if (all.length > 1) {
    chain.splice(
      1,
      0,
      cause('shared', { streams: all.length }, { source: 'max-min fairness, as TCP comes to' }),
    );
  }
  if (round !== undefined) chain.push(...whyRound(sim, series, migration.id, round.round));
  return chain;
}

function roundAt(migration: MigrationRecord, us: Micros): RoundRecord | undefined {
  return migration.rounds.findLast((round) => round.startUs <= us);
}

function whyLost(sim: SimState, sent: Micros, vm: number): Cause[] {
  const migration = sim.migrations.find(
    (record) => record.vm === vm && record.suspendUs !== null && record.suspendUs <= sent,
  );
  const paused = migration !== undefined && sent <= (migration.endUs ?? sent);
  const state = paused ? 'paused' : 'stopped';
  const chain = [cause('ping-lost', { sent, vm: vmName(sim, vm), state }, { atUs: sent })];
  if (migration !== undefined && paused) chain.push(...whyStop(sim, migration.id));
  else chain.push(...whyStopped(sim, sent, vm));
  return chain;
}
