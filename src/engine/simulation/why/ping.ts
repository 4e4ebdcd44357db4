/** Why a ping took so long, or got no answer: the parts of its time, and what was leaving the port. */
import type { Micros } from '../../../base/units.ts';
import { PAYLOAD_BYTES_PER_PACKET, queuedBytes } from '../../network/transmit-port.ts';
import { batchPagesNow } from '../caps.ts';
import type { MigrationRecord, RoundRecord } from '../history.ts';
import { PAGE_BYTES, paceMbps } from '../mover.ts';
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
    const bytes = queuedBytes(network);
    const packets = Math.round(bytes / PAYLOAD_BYTES_PER_PACKET);
    chain.push(
      cause(
        'queue',
        { bytes, packets, ms: queueMs },
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

function whyBatch(sim: SimState, series: Series, batch: number, sent: Micros): Cause[] {
  const { batches } = series;
  const known = batch >= 0 && batch < batches.rows;
  const start = known ? batches.at(batch, 0) : (sim.job?.batchStartUs ?? sent);
  const migration = sim.migrations.find(
    (record) => record.startUs !== null && record.startUs <= sent && sent <= (record.endUs ?? sent),
  );
  if (migration === undefined) return [];
  const round = roundAt(migration, sent);
  const chain = [
    cause(
      'batch',
      {
        batch: batch + 1,
        pages: batchPagesNow(sim, PAGE_BYTES),
        round: round?.round ?? 1,
        from: nodeName(migration.from),
      },
      { atUs: start, source: 'Xen sends 1,024 pages at a time' },
    ),
    cause('pace', { rate: paceMbps(sim, migration.from) }, { source: 'fitted to [A] Table 3' }),
  ];
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
